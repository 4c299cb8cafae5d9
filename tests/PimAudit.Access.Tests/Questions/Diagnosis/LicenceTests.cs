using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class LicenceTests
{
    private const string Assign = "Assign Ada a licence that includes Microsoft Entra ID P2 or ID Governance.";

    [Test]
    public void A_plan_that_is_assigned_and_not_enabled_is_none() =>
        Assert.That(
            With(user => user with { Plans = [new(EntraPlans.P2, IsEnabled: false)] }).Diagnose().Said(),
            Is.EqualTo([
                Assign,
                "++x+--+-",
                "Licence: Microsoft Entra ID P2 or ID Governance is assigned but not enabled",
            ])
        );

    [Test]
    public void Another_plan_is_none() =>
        Assert.That(
            With(user => user with { Plans = [new(EntraPlans.P1, IsEnabled: true)] }).Diagnose().Said(),
            Is.EqualTo([
                Assign,
                "++x+--+-",
                "Licence: no Microsoft Entra ID P2 or ID Governance among the assigned plans",
            ])
        );

    [Test]
    public void Governance_is_enough() =>
        Assert.That(
            With(user => user with { Plans = [new(EntraPlans.Governance, IsEnabled: true)] }).Diagnose().Said(),
            Is.EqualTo(["Activate Exchange Administrator in My roles, Microsoft Entra roles.", "++++--+-"])
        );

    [Test]
    public void Of_the_tenant_nothing_is_said_where_its_subscriptions_were_not_read() =>
        Assert.That(
            With(user => user).Refuse(SnapshotParts.Subscriptions).Diagnose().Lines[2].Text,
            Is.EqualTo("the person has Microsoft Entra ID P2 or ID Governance")
        );

    [Test]
    public void Plans_that_were_not_read_are_not_missing() =>
        Assert.That(
            With(user => user with { Plans = null }).Diagnose().Said(),
            Is.EqualTo([
                "Look users and applications of Ada up in the portal: what Graph told does not say enough.",
                "++?+--+-",
                "Licence: the person's licences were not read: The licences of Ada were not read.",
            ])
        );

    [Test]
    public void A_guest_may_be_covered_otherwise() =>
        Assert.That(
            With(user => user with { Plans = [], UserType = "Guest" }).Diagnose().Said(),
            Is.EqualTo([
                "Make sure that Ada, a guest, is covered by the tenant's billing for external people.",
                "++?+--+-",
                "Licence: no Microsoft Entra ID P2 or ID Governance of its own; a guest may be covered by what the tenant pays for external people",
            ])
        );

    [TestCase("Suspended", "Get Contoso a subscription that includes Microsoft Entra ID P2 or ID Governance.")]
    [TestCase("Warning", Assign)]
    public void A_subscription_in_its_grace_period_still_counts(string status, string advice)
    {
        var tenant = With(user => user with { Plans = [] });

        Assert.That(
            (tenant with { Subscriptions = [tenant.Subscriptions[0] with { Status = status }] }).Diagnose().Advice.Text,
            Is.EqualTo(advice)
        );
    }

    [Test]
    public void A_tenant_without_PIM_activates_nothing() =>
        Assert.That(
            Bare("Ada").Unlicensed().Diagnose().Said(),
            Is.EqualTo([
                "Make Ada eligible for Exchange Administrator, best through a role-assignable group: no group carries the role.",
                "+xx-----",
                "Way to the role: nothing leads to Exchange Administrator, and no group carries it",
                "Licence: the tenant has no Microsoft Entra ID P2 or ID Governance, so nothing can be activated",
            ])
        );

    [Test]
    public void What_is_active_needs_no_licence_to_be_used() =>
        Assert.That(
            Bare("Ada", user => user with { Plans = [] }).Assigned("Ada", Role).Diagnose().Said(),
            Is.EqualTo(["Exchange Administrator is active without end: sign out and in again.", "++---++-"])
        );

    private static TenantSnapshot With(Func<User, User> change) =>
        Bare("Ada", change)
            .Eligible("Ada", Role)
            .Settings(Role, one => one with { ApprovalRequired = false })
            .Registered("Ada");
}
