using NUnit.Framework;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM401, PIM403 and PIM405 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EmergencyAccessTests
{
    private const string Role = "Global Administrator";
    private const string OneAccount = "PIM401 Critical: Fabrikam";

    [Test]
    public Task One_account_is_too_few() => Gives(tenant => tenant.RemoveAssignment(EmergencyTwo, Role), OneAccount);

    /// <summary>The registration report leaves disabled people out, so nobody can say what this one has registered.</summary>
    [Test]
    public async Task A_disabled_account_opens_nothing()
    {
        var audited = await Sample.Fabrikam.With(tenant => tenant.Disable(EmergencyTwo)).AuditAsync();

        Assert.That(audited.Findings, Is.EquivalentTo(new[] { OneAccount, "PIM406 High: Emergency Access Two" }));
        Assert.That(audited.Blind, Is.EqualTo(new[] { "PIM407" }));
    }

    [Test]
    public Task An_account_with_an_end_opens_nothing_one_day() =>
        Gives(
            tenant => tenant.RemoveAssignment(EmergencyTwo, Role).Assign(EmergencyTwo, Role, end: Now.AddYears(5)),
            OneAccount
        );

    [Test]
    public Task An_account_for_one_office_does_not_open_the_tenant() =>
        Gives(
            tenant => tenant.RemoveAssignment(EmergencyTwo, Role).Assign(EmergencyTwo, Role, scope: Office),
            OneAccount
        );

    [Test]
    public Task An_account_with_another_role_does_not_open_the_tenant() =>
        Gives(
            tenant => tenant.RemoveAssignment(EmergencyTwo, Role).Assign(EmergencyTwo, "Privileged Role Administrator"),
            OneAccount,
            "PIM406 Low: Emergency Access Two"
        );

    /// <summary>Nobody is exempt who is not declared.</summary>
    [Test]
    public Task Nobody_declared_is_nobody_exempt() =>
        Gives(
            Sample.Fabrikam with
            {
                Configuration = "",
            },
            OneAccount,
            "PIM101 Critical: Emergency Access One | Global Administrator | /",
            "PIM101 Critical: Emergency Access Two | Global Administrator | /",
            "PIM105 Medium: Emergency Access One | Global Administrator | /",
            "PIM105 Medium: Emergency Access Two | Global Administrator | /",
            "PIM215 Medium: Global Administrator",
            "PIM604 Medium: Emergency Access Two"
        );

    [Test]
    public Task The_same_account_twice_is_one_account() =>
        Gives(
            Declared($"{Id(EmergencyOne)}, emergency.one@fabrikam.onmicrosoft.example"),
            OneAccount,
            "PIM101 Critical: Emergency Access Two | Global Administrator | /",
            "PIM105 Medium: Emergency Access Two | Global Administrator | /",
            "PIM604 Medium: Emergency Access Two"
        );

    [Test]
    public Task A_user_principal_name_declares_as_well_as_an_id() =>
        Gives(Declared($"{Id(EmergencyOne)}, emergency.two@fabrikam.onmicrosoft.example"));

    [Test]
    public Task A_group_of_emergency_accounts_alone_counts_and_is_exempt() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Emergency Access", roleAssignable: true)
                    .AddMembers("RAG - Emergency Access", EmergencyOne, EmergencyTwo)
                    .RemoveAssignment(EmergencyOne, Role)
                    .RemoveAssignment(EmergencyTwo, Role)
                    .Assign("RAG - Emergency Access", Role),
            "PIM404 Medium: Emergency Access One | RAG - Emergency Access",
            "PIM404 Medium: Emergency Access Two | RAG - Emergency Access"
        );

    /// <summary>With somebody else in it the group is no exemption.</summary>
    [Test]
    public Task A_group_of_emergency_accounts_and_others_counts_but_is_not_exempt() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Emergency Access", roleAssignable: true)
                    .AddMembers("RAG - Emergency Access", EmergencyOne, EmergencyTwo, "Luca Moretti")
                    .RemoveAssignment(EmergencyOne, Role)
                    .RemoveAssignment(EmergencyTwo, Role)
                    .Assign("RAG - Emergency Access", Role),
            "PIM104 Critical: RAG - Emergency Access | Global Administrator | /",
            "PIM404 Medium: Emergency Access One | RAG - Emergency Access",
            "PIM404 Medium: Emergency Access Two | RAG - Emergency Access"
        );

    [Test]
    public Task An_eligible_account_waits_for_an_activation() =>
        Gives(
            tenant =>
                tenant.RemoveAssignment(EmergencyTwo, Role).MakeEligible(EmergencyTwo, Role, end: Now.AddDays(90)),
            OneAccount,
            "PIM403 High: Emergency Access Two | Global Administrator"
        );

    [Test]
    public Task Any_eligible_role_is_one_too_many() =>
        Gives(
            tenant => tenant.MakeEligible(EmergencyOne, "Exchange Administrator", end: Now.AddDays(90)),
            "PIM403 High: Emergency Access One | Exchange Administrator"
        );

    [Test]
    public Task Any_eligible_membership_is_one_too_many() =>
        Gives(
            tenant => tenant.GroupEligible(EmergencyOne, Helpdesk, end: Now.AddDays(90)),
            "PIM403 High: Emergency Access One | RAG - Helpdesk Admins"
        );

    /// <summary>Its group is eligible, and so is the account.</summary>
    [Test]
    public Task A_member_of_an_eligible_group_waits_for_an_activation() =>
        Gives(
            tenant => tenant.AddMember(EmergencyOne, SharePointAdmins),
            "PIM403 High: Emergency Access One | SharePoint Administrator"
        );

    [TestCase("emergency.three@fabrikam.onmicrosoft.example")]
    [TestCase("aaaaaaaa-0000-4000-8000-000000000003")]
    public Task An_entry_that_names_nobody_protects_nobody(string entry) =>
        Gives(Declared($"{Id(EmergencyOne)}, {Id(EmergencyTwo)}, {entry}"), $"PIM405 Critical: {entry}");

    /// <summary>Its assignment is left over and exempt no more.</summary>
    [Test]
    public Task A_deleted_account_is_gone() =>
        Gives(
            tenant => tenant.Delete(EmergencyTwo, Now.AddDays(-7)),
            "PIM101 Critical: Emergency Access Two | Global Administrator | /",
            "PIM105 Medium: Emergency Access Two | Global Administrator | /",
            OneAccount,
            $"PIM405 Critical: {Id(EmergencyTwo)}",
            "PIM603 Medium: Emergency Access Two"
        );

    /// <summary>Nobody else is eligible for the role, so no review is missed.</summary>
    [Test]
    public Task An_eligible_account_alone_in_a_role_needs_no_review() =>
        Gives(
            tenant =>
                tenant
                    .RoleSettings("Groups Administrator", Good)
                    .MakeEligible(EmergencyOne, "Groups Administrator", end: Now.AddDays(90)),
            "PIM403 High: Emergency Access One | Groups Administrator"
        );

    private static Guid Id(string name) => Sample.Fabrikam.Tenant.IdOf(name);

    private static Sample Declared(string entries) =>
        Sample.Fabrikam with
        {
            Configuration = $"emergencyAccounts: [{entries}]",
        };
}
