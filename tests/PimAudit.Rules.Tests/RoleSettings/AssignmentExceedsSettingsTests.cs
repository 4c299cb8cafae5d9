using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class AssignmentExceedsSettingsTests
{
    private const string Ines = "Ines Falk";
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange";
    private const string Glass = "Break Glass 1";

    [Test]
    public void Reports_an_eligibility_without_end_where_an_end_is_asked_for()
    {
        var run = Audit.With<AssignmentExceedsSettings>(Tenant().Eligible(Ines, Exchange));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(new[] { (Ines, "eligible without end", "eligible for at most 365 days from today") })
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Ines, Severity.Low) }));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/", $"user:{A.Id(Ines):D}" })
            );
        }
    }

    [TestCase(365 * 24, new string[0])]
    [TestCase(365 * 24 + 1, new[] { "eligible until 2027-10-01" })]
    public void Holds_the_time_that_is_left_against_the_limit(int hours, string[] observed) =>
        Assert.That(Observed(Tenant().Eligible(Ines, Exchange, ends: TimeSpan.FromHours(hours))), Is.EqualTo(observed));

    [TestCase(15 * 24, new string[0])]
    [TestCase(15 * 24 + 1, new[] { "active until 2026-10-16" })]
    public void Does_so_for_active_assignments_with_their_own_limit(int hours, string[] observed) =>
        Assert.That(Observed(Tenant().Assigned(Ines, Exchange, ends: TimeSpan.FromHours(hours))), Is.EqualTo(observed));

    [Test]
    public void Silent_where_the_settings_ask_for_no_end() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant(settings => settings with { PermanentActiveAllowed = true, PermanentEligibleAllowed = true })
                        .Eligible(Ines, Exchange)
                        .Assigned("Mira Solberg", Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Somebody_at_work_has_no_assignment() =>
        Assert.That(
            Observed(
                Tenant()
                    .Eligible(Ines, Exchange, ends: TimeSpan.FromDays(90))
                    .Activated(Ines, Exchange, ends: TimeSpan.FromDays(20))
            ),
            Is.Empty
        );

    [Test]
    public void What_was_made_outside_pim_is_the_matter_of_another_rule() =>
        Assert.That(
            Observed(Tenant().AssignedOutsidePim(Ines, Exchange).AssignedUnlisted("Mira Solberg", Exchange)),
            Is.Empty
        );

    [Test]
    public void Eligible_and_active_in_one_role_is_one_finding() =>
        Assert.That(
            Observed(Tenant().Eligible(Ines, Exchange).Assigned(Ines, Exchange)),
            Is.EqualTo(new[] { "active without end; eligible without end" })
        );

    [Test]
    public void The_same_role_at_another_scope_is_another_finding() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant()
                        .Eligible(Ines, Exchange)
                        .Eligible(Ines, Exchange, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
                )
                .Findings.Select(finding => finding.Scope),
            Is.EquivalentTo(new[] { "/", $"/administrativeUnits/{A.Id("Lisbon"):D}" })
        );

    [Test]
    public void Leaves_an_exempt_grant_out() =>
        Assert.That(
            Observed(Tenant().Users(Glass).Emergency(Glass).Assigned(Glass, Exchange).Eligible(Glass, Exchange)),
            Is.Empty
        );

    [Test]
    public void A_group_of_emergency_accounts_alone_is_exempt_and_one_with_others_is_not()
    {
        var alone = Tenant().Users(Glass).Emergency(Glass).Groups(Group).Eligible(Group, Exchange).Member(Group, Glass);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Observed(alone), Is.Empty);
            Assert.That(Observed(alone.Member(Group, Ines)), Is.EqualTo(new[] { "eligible without end" }));
        }
    }

    [Test]
    public void Leaves_the_grant_of_approach_two_out_and_judges_the_eligible_members()
    {
        var run = Audit.With<AssignmentExceedsSettings>(
            Tenant().Groups(Group).Assigned(Group, Exchange).EligibleMember(Group, Ines).GroupSettings(Group)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(new[] { (Ines, "eligible without end", "eligible for at most 365 days from today") })
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}", $"user:{A.Id(Ines):D}" }));
        }
    }

    [Test]
    public void Member_and_owner_of_one_group_are_one_finding() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant()
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .EligibleMember(Group, Ines)
                        .EligibleOwner(Group, Ines)
                        .GroupSettings(Group)
                        .GroupSettings(Group, GroupAccess.Owner)
                )
                .Subjects,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Judges_a_standing_group_on_a_role() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant().Groups(Group).Assigned(Group, Exchange).Member(Group, Ines).GroupSettings(Group)
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void An_empty_group_is_left_to_the_rule_about_it() =>
        Assert.That(Observed(Tenant().Groups(Group).Assigned(Group, Exchange)), Is.Empty);

    /// <summary>Approach 1 wants them permanent, and settings of a group that is not just-in-time bind nobody.</summary>
    [Test]
    public void Standing_members_count_in_a_just_in_time_group_only()
    {
        var approach1 = Tenant()
            .Groups(Group)
            .Eligible(Group, Exchange, ends: TimeSpan.FromDays(90))
            .Member(Group, Ines)
            .GroupSettings(Group);
        var approach2 = Tenant()
            .Groups(Group)
            .Assigned(Group, Exchange)
            .Member(Group, Ines)
            .PlainMember(Group, "Dario Venn")
            .EligibleMember(Group, "Mira Solberg", ends: TimeSpan.FromDays(90))
            .GroupSettings(Group);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Observed(approach1), Is.Empty);
            Assert.That(Observed(approach2), Is.EqualTo(new[] { "active without end" }));
        }
    }

    [Test]
    public void Roles_of_services_are_left_out() =>
        Assert.That(
            Observed(
                A.Tenant.HighestRolesSettled()
                    .Users("Sync")
                    .Assigned("Sync", "Directory Synchronization Accounts")
                    .Settings("Directory Synchronization Accounts")
            ),
            Is.Empty
        );

    [Test]
    public void Blind_on_settings_that_were_not_read() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant().Eligible(Ines, Exchange).Lose(SnapshotParts.RoleSettings, A.Role(Exchange))
                )
                .Blind,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Blind_where_the_settings_do_not_say()
    {
        var end = Tenant(settings => settings with { PermanentEligibleAllowed = null }).Eligible(Ines, Exchange);
        var length = Tenant(settings => settings with { LongestEligible = null })
            .Eligible(Ines, Exchange, ends: TimeSpan.FromDays(9));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Audit.With<AssignmentExceedsSettings>(end).Blind, Is.EqualTo(new[] { Ines }));
            Assert.That(Audit.With<AssignmentExceedsSettings>(length).Blind, Is.EqualTo(new[] { Ines }));
        }
    }

    [Test]
    public void Blind_on_a_group_whose_approach_is_not_known() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant()
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .Member(Group, Ines)
                        .GroupSettings(Group)
                        .Lose(SnapshotParts.GroupEligibilities, A.Id(Group))
                )
                .Blind,
            Does.Contain(Group)
        );

    [Test]
    public void Blind_on_a_principal_of_whom_nothing_was_read() =>
        Assert.That(
            Audit.With<AssignmentExceedsSettings>(Tenant().Assigned("Somebody", Exchange)).Blind,
            Does.Contain(A.Id("Somebody").ToString("D"))
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(Tenant().Eligible(Ines, Exchange).Lose(SnapshotParts.RoleSettings))
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    /// <summary>In the directory's list a standing member that PIM made has no end, and none that is missing.</summary>
    [Test]
    public void Blind_on_a_just_in_time_group_of_which_it_was_not_read_whom_PIM_made_standing() =>
        Assert.That(
            Audit
                .With<AssignmentExceedsSettings>(
                    Tenant()
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .EligibleMember(Group, "Mira Solberg", ends: TimeSpan.FromDays(90))
                        .Member(Group, Ines)
                        .GroupSettings(Group)
                        .Lose(SnapshotParts.GroupAssignments, A.Id(Group))
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    private static IEnumerable<string> Observed(TenantSnapshot tenant) =>
        Audit.With<AssignmentExceedsSettings>(tenant).Findings.Select(finding => finding.Observed);

    /// <summary>Eligible for at most 365 days, active for at most 15.</summary>
    private static TenantSnapshot Tenant(Func<RoleSettings, RoleSettings>? change = null) =>
        A.Tenant.HighestRolesSettled().Users(Ines, "Mira Solberg", "Dario Venn").Settings(Exchange, change);
}
