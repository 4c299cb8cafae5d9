using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM402, PIM404, PIM406, PIM407 and PIM409 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EmergencyAccountTests
{
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Emergency Access";

    /// <summary>Exchange Online (Plan 2), and what comes with Entra ID.</summary>
    private static readonly Guid Mailbox = new("efb87545-963c-4e0d-99df-69c6916d9eb0");
    private static readonly Guid ExchangeFoundation = new("113feb6c-3fe4-4440-bddc-54d774bf0318");

    [TestCase(3, "PIM402 Low: Fabrikam")]
    [TestCase(4, "PIM402 Low: Fabrikam")]
    [TestCase(5, "PIM402 High: Fabrikam")]
    public Task More_than_two_accounts_are_too_many(int accounts, string finding) => Gives(With(accounts), finding);

    [Test]
    public Task A_third_account_is_fine_where_it_is_allowed() => Gives(With(3, "rules: { PIM402: { max: 3 } }"));

    [Test]
    public Task A_role_through_a_group_is_one_more_thing_that_can_fail() =>
        Gives(
            tenant =>
                tenant
                    .Group(Group, roleAssignable: true)
                    .AddMembers(Group, EmergencyTwo)
                    .RemoveAssignment(EmergencyTwo, Global)
                    .Assign(Group, Global),
            $"PIM404 Medium: {EmergencyTwo} | {Group}"
        );

    [Test]
    public Task A_group_without_the_role_is_nothing_to_speak_of() =>
        StaysSilent(tenant => tenant.AddMember(EmergencyTwo, ProjectFerry));

    [Test]
    public Task A_synchronised_account_fails_with_the_premises() =>
        Gives(tenant => tenant.MakeSynchronised(EmergencyTwo), $"PIM406 High: {EmergencyTwo}");

    [Test]
    public Task An_account_of_ones_own_domain_hangs_on_it() =>
        Gives(
            tenant => tenant.Body(EmergencyTwo, body => body["userPrincipalName"] = "emergency.two@fabrikam.example"),
            $"PIM406 High: {EmergencyTwo}"
        );

    [Test]
    public Task A_guest_is_no_emergency_account() =>
        Gives(tenant => tenant.Body(EmergencyTwo, body => body["userType"] = "Guest"), $"PIM406 High: {EmergencyTwo}");

    [Test]
    public Task An_account_with_a_mailbox_can_be_written_to() =>
        Gives(tenant => tenant.License(EmergencyTwo, Mailbox), $"PIM406 High: {EmergencyTwo}");

    [Test]
    public Task Exchange_foundation_is_no_mailbox() =>
        StaysSilent(tenant => tenant.License(EmergencyTwo, ExchangeFoundation));

    [Test]
    public Task A_mailbox_that_is_switched_off_is_none() =>
        StaysSilent(tenant => tenant.License(EmergencyTwo, Mailbox, "Suspended"));

    [Test]
    public Task A_further_role_is_more_than_an_emergency_asks_for() =>
        Gives(tenant => tenant.Assign(EmergencyTwo, "Security Reader"), $"PIM406 Low: {EmergencyTwo}");

    [Test]
    public Task All_faults_of_an_account_are_one_finding() =>
        Gives(
            tenant => tenant.MakeSynchronised(EmergencyTwo).Assign(EmergencyTwo, "Security Reader"),
            $"PIM406 High: {EmergencyTwo}"
        );

    [Test]
    public Task A_method_that_can_be_given_away_is_not_enough() =>
        Gives(
            tenant => tenant.Registers(EmergencyTwo, "microsoftAuthenticatorPush", "mobilePhone"),
            $"PIM407 High: {EmergencyTwo}"
        );

    [Test]
    public Task Windows_hello_is_enough() =>
        StaysSilent(tenant => tenant.Registers(EmergencyTwo, "mobilePhone", "windowsHelloForBusiness"));

    /// <summary>No row is no pass.</summary>
    [Test]
    public async Task An_account_that_the_report_leaves_out_is_not_evaluated()
    {
        var audited = await Sample.Fabrikam.With(tenant => tenant.Unregistered(EmergencyTwo)).AuditAsync();

        Assert.That(
            (audited.Findings, audited.Blind, audited.Rule("PIM407").Outcome),
            Is.EqualTo((Array.Empty<string>(), new[] { "PIM407" }, Model.RuleOutcome.NotEvaluated))
        );
    }

    [TestCase(0)]
    [TestCase(7)]
    public Task A_recent_sign_in_is_reported(int daysAgo) => Gives(Used(daysAgo), $"PIM409 Medium: {EmergencyTwo}");

    [TestCase(8)]
    [TestCase(180)]
    public Task A_test_within_the_half_year_is_fine(int daysAgo) => StaysSilent(Used(daysAgo));

    [Test]
    public Task An_account_that_was_not_tried_for_long_is_reported() =>
        Gives(Used(181), $"PIM409 Medium: {EmergencyTwo}");

    [Test]
    public Task A_declared_drill_is_worth_a_note() =>
        Gives(
            Sample.Fabrikam.With(Used(2)) with
            {
                Configuration =
                    Sample.Fabrikam.Configuration
                    + $"rules: {{ PIM409: {{ drills: [ {Now.AddDays(-2):yyyy-MM-dd}/{Sample.Fabrikam.Tenant.IdOf(EmergencyTwo)} ] }} }}\n",
            },
            $"PIM409 Info: {EmergencyTwo}"
        );

    private static Func<TenantBuilder, TenantBuilder> Used(int daysAgo) =>
        tenant => tenant.SignedIn(EmergencyTwo, Now.AddDays(-daysAgo), Now.AddDays(-daysAgo));

    /// <summary>So many good accounts, declared.</summary>
    private static Sample With(int accounts, string rules = "")
    {
        var names = Enumerable.Range(3, accounts - 2).Select(number => $"Emergency Access {number}").ToList();
        var sample = Sample.Fabrikam.With(tenant =>
        {
            foreach (var name in names)
                tenant
                    .User(name, $"emergency.{name[^1]}@fabrikam.onmicrosoft.example", licensed: false)
                    .Registers(name, "fido2SecurityKey")
                    .SignedIn(name, Now.AddDays(-30), Now.AddDays(-30))
                    .Assign(name, Global);
            return tenant;
        });
        var ids = names.Prepend(EmergencyTwo).Prepend(EmergencyOne).Select(name => sample.Tenant.IdOf(name));
        return sample with { Configuration = $"emergencyAccounts: [{string.Join(", ", ids)}]\n{rules}\n" };
    }
}
