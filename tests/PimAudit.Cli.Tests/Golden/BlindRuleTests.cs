using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>One object of a part is missing: which rules are blind, and which are not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BlindRuleTests
{
    /// <summary>Who may be behind the group is who may be unlicensed, gone, or out of a policy's reach.</summary>
    [Test]
    public async Task Without_its_members_nobody_can_speak_of_the_people_of_a_group()
    {
        var audited = await Sample.Fabrikam.AuditAsync(Broken($"/groups/{Id("RAG - Global Admins")}/members"));

        Assert.That(
            audited.Blind,
            Is.SupersetOf(new[] { "PIM209", "PIM210", "PIM211", "PIM302", "PIM308", "PIM603", "PIM606", "PIM613" })
        );
    }

    [Test]
    public async Task Without_its_eligible_members_nobody_can_say_whether_a_group_is_just_in_time()
    {
        var audited = await Sample.Fabrikam.AuditAsync(
            Broken($"/group/eligibilityScheduleInstances.*{Id("RAG - Security Readers")}")
        );

        Assert.That(
            audited.Blind,
            Is.SupersetOf(
                new[]
                {
                    "PIM103",
                    "PIM104",
                    "PIM201",
                    "PIM202",
                    "PIM204",
                    "PIM303",
                    "PIM304",
                    "PIM403",
                    "PIM603",
                    "PIM606",
                    "PIM613",
                }
            )
        );
    }

    [Test]
    public async Task Without_its_active_list_nobody_can_say_who_stands_in_a_just_in_time_group()
    {
        var audited = await Sample.Fabrikam.AuditAsync(
            Broken($"/group/assignmentScheduleInstances.*{Id("RAG - Helpdesk Admins")}")
        );

        Assert.That(audited.Blind, Does.Contain("PIM103"));
    }

    [TestCase("owners", "PIM302", "PIM311")]
    [TestCase("memberOf", "PIM302")]
    public async Task Without_owners_or_parents_only_nesting_and_owners_are_unknown(string list, params string[] blind)
    {
        var audited = await Sample.Fabrikam.AuditAsync(Broken($"/groups/{Id("RAG - Helpdesk Admins")}/{list}"));

        Assert.That(audited.Blind, Is.EqualTo(blind));
    }

    /// <summary>Everything that its settings ask for, and who must have a licence to approve.</summary>
    [TestCase("Exchange Administrator", "PIM205")]
    [TestCase("Global Administrator", "PIM203", "PIM220")]
    public async Task Without_its_settings_a_role_is_not_judged(string role, params string[] also)
    {
        var audited = await Sample.Fabrikam.With(tenant => tenant.BreakRolePolicy(role)).AuditAsync();

        Assert.That(audited.GapsOf(SnapshotParts.RoleSettings), Is.EqualTo(new[] { Id(role).ToString("D") }));
        Assert.That(audited.FindingsOfRules, Is.EqualTo(new[] { "PIM901" }));
        Assert.That(audited.Blind, Is.EquivalentTo(SettingsRules.Concat(also)));
    }

    [Test]
    public async Task Without_its_settings_a_group_is_not_judged()
    {
        var audited = await Sample.Fabrikam.AuditAsync(
            Broken($"/roleManagementPolicyAssignments.*{Id("RAG - Helpdesk Admins")}")
        );

        Assert.That(audited.Blind, Is.EquivalentTo(SettingsRules.Concat(["PIM205", "PIM218", "PIM313"])));
    }

    /// <summary>People are read by the dozen: one request fails for all of its people.</summary>
    [TestCase(FaultKind.Refused)]
    [TestCase(FaultKind.ServerError)]
    [TestCase(FaultKind.Truncated)]
    public async Task Without_the_person_nobody_can_say_whether_he_is_gone(FaultKind kind)
    {
        var audited = await Sample
            .Fabrikam.With(tenant => tenant.Disable("Luca Moretti").Unlicense("Luca Moretti"))
            .AuditAsync(new EmulatorFault($"/users\\?.*id in .*{Id("Luca Moretti")}", kind));

        Assert.That(audited.GapsOf(SnapshotParts.Principals), Does.Contain(Id("Luca Moretti").ToString("D")));
        Assert.That(audited.FindingsOfRules, Is.Not.Empty.And.All.EqualTo("PIM901"));
        Assert.That(audited.Blind, Is.SupersetOf(new[] { "PIM603", "PIM606" }));
    }

    /// <summary>It is among the users that were read: that is enough.</summary>
    [TestCase(FaultKind.Refused)]
    [TestCase(FaultKind.ServerError)]
    public async Task An_emergency_account_that_is_known_otherwise_needs_no_look_up(FaultKind kind)
    {
        var audited = await DeclaredByName.AuditAsync(new EmulatorFault("/users/emergency.two", kind));

        Assert.That(audited.FindingsOfRules, Is.EqualTo(new[] { "PIM901" }));
        Assert.That(audited.Blind, Is.Empty);
        Assert.That(audited.Exit, Is.EqualTo(ExitCode.Incomplete));
    }

    /// <summary>Whoever stands may be the account that was not looked up, and is blamed for nothing meanwhile.</summary>
    [TestCase(FaultKind.Refused)]
    [TestCase(FaultKind.ServerError)]
    public async Task An_emergency_account_that_was_not_read_at_all_is_not_taken_for_a_person(FaultKind kind)
    {
        var audited = await DeclaredByName.AuditAsync(
            new EmulatorFault("/users/emergency.two", kind),
            new EmulatorFault($"/users\\?.*id in .*{Id("Emergency Access Two")}", kind)
        );

        Assert.That(audited.FindingsOfRules, Is.Not.Empty.And.All.EqualTo("PIM901"));
        Assert.That(audited.Blind, Is.SupersetOf(new[] { "PIM101", "PIM105", "PIM401", "PIM403", "PIM405" }));
        Assert.That(audited.Exit, Is.EqualTo(ExitCode.Incomplete));
    }

    private static readonly Sample DeclaredByName = Sample.Fabrikam with
    {
        Configuration =
            "emergencyAccounts: [emergency.one@fabrikam.onmicrosoft.example, emergency.two@fabrikam.onmicrosoft.example]",
    };

    private static readonly string[] SettingsRules =
    [
        "PIM201",
        "PIM202",
        "PIM204",
        "PIM206",
        "PIM207",
        "PIM208",
        "PIM209",
        "PIM210",
        "PIM211",
        "PIM213",
        "PIM214",
        "PIM215",
        "PIM216",
        "PIM221",
        "PIM613",
        "PIM701",
        "PIM702",
        "PIM703",
    ];

    private static Guid Id(string name) => Sample.Fabrikam.Tenant.IdOf(name);

    private static EmulatorFault Broken(string path) => new(path, FaultKind.ServerError);
}
