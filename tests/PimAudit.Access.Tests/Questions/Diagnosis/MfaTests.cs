using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class MfaTests
{
    private const string Activate = "Activate Exchange Administrator in My roles, Microsoft Entra roles.";

    [Test]
    public void A_method_is_registered_before_an_activation_asks_for_it() =>
        Assert.That(
            Asking().Registered("Ada", registered: false, capable: false).Diagnose().Said(),
            Is.EqualTo([
                "Let Ada register an MFA method at https://aka.ms/mysecurityinfo.",
                "+++x--+-",
                "MFA: no method is registered",
            ])
        );

    [Test]
    public void A_method_that_the_policy_does_not_allow_does_not_count() =>
        Assert.That(
            Asking().Registered("Ada", registered: true, capable: false).Diagnose().Said(),
            Is.EqualTo([
                "Let Ada register a method that the tenant's authentication methods policy allows.",
                "+++x--+-",
                "MFA: a method is registered that the tenant's policy does not allow",
            ])
        );

    [Test]
    public void Where_nothing_asks_for_it_no_method_is_missed() =>
        Assert.That(
            Asking(one => one with { Mfa = false })
                .Registered("Ada", registered: false, capable: false)
                .Diagnose()
                .Said(),
            Is.EqualTo([Activate, "+++---+-"])
        );

    [Test]
    public void A_row_that_is_missing_is_not_a_method_that_is_missing() =>
        Assert.That(
            Asking().Diagnose().Said(),
            Is.EqualTo([
                "Look registered methods of Ada up in the portal: what Graph told does not say enough.",
                "+++?--+-",
                "MFA: whether a method is registered was not read: The registration report does not list Ada.",
            ])
        );

    [Test]
    public void A_report_that_was_refused_is_granted() =>
        Assert.That(
            Asking().Refuse(SnapshotParts.RegistrationDetails).Diagnose().Said(),
            Is.EqualTo([
                "Grant RegistrationDetails.Read to the reader, which reads registered methods of Ada, and take a new snapshot.",
                "+++?--+-",
                "MFA: whether a method is registered was not read: Graph answered 403.",
            ])
        );

    [Test]
    public void A_guest_may_have_methods_at_home() =>
        Assert.That(
            Asking(person: user => user with { UserType = "Guest" })
                .Registered("Ada", registered: false, capable: false)
                .Diagnose()
                .Said()
                .Skip(1),
            Is.EqualTo([
                "+++?--+-",
                "MFA: no method is registered in this tenant: Ada may be a guest, whose methods at home are not read.",
            ])
        );

    [Test]
    public void A_federated_provider_may_do_the_proving() =>
        Assert.That(
            Asking(person: user => user with { IsSynchronised = true })
                .Registered("Ada", registered: false, capable: false)
                .Diagnose()
                .Said()
                .Skip(1),
            Is.EqualTo([
                "+++?--+-",
                "MFA: no method is registered in this tenant: Ada may come from the premises, where a federated identity provider can do the proving, which is not read.",
            ])
        );

    [Test]
    public void A_guest_with_a_method_here_needs_none_at_home() =>
        Assert.That(
            Asking(person: user => user with { UserType = "Guest" }).Registered("Ada").Diagnose().Said(),
            Is.EqualTo([Activate, "++++--+-"])
        );

    [Test]
    public void A_context_without_a_policy_asks_for_a_method() =>
        Assert.That(
            Asking(InContext).Registered("Ada", registered: false, capable: false).Diagnose().Said().Skip(1),
            Is.EqualTo(["+++x--+-", "MFA: no method is registered"])
        );

    [Test]
    public void A_context_whose_policy_is_off_asks_for_nothing() =>
        Assert.That(
            Asking(InContext)
                .Policy("c1", policy => policy with { State = PolicyState.ReportOnly })
                .Registered("Ada", registered: false, capable: false)
                .Diagnose()
                .Said(),
            Is.EqualTo([Activate, "+++---+-"])
        );

    [Test]
    public void A_policy_that_asks_for_plain_MFA_is_met_by_a_method() =>
        Assert.That(
            Asking(InContext).Policy("c1").Registered("Ada").Diagnose().Said(),
            Is.EqualTo([Activate, "++++--+-"])
        );

    [TestCase("block")]
    [TestCase("compliantDevice")]
    public void A_policy_that_asks_for_more_is_not_called_met(string control) =>
        Assert.That(
            Asking(InContext)
                .Policy("c1", policy => policy with { Grant = PoliciesOf.Asks("mfa", control) })
                .Registered("Ada")
                .Diagnose()
                .Said(),
            Is.EqualTo([
                "Look Conditional Access of Context c1 up in the portal: what Graph told does not say enough.",
                "+++?--+-",
                "MFA: a method is registered: The policy Context c1 may ask for more than MFA, and whether the person can meet that is not told.",
            ])
        );

    [Test]
    public void Policies_that_were_not_read_are_not_called_met() =>
        Assert.That(
            Asking(InContext).Lose(SnapshotParts.ConditionalAccessPolicies).Registered("Ada").Diagnose().Said().Skip(1),
            Is.EqualTo(["+++?--+-", "MFA: a method is registered: Graph answered 403."])
        );

    [Test]
    public void Settings_that_were_not_read_hide_both_gates() =>
        Assert.That(
            Asking().Registered("Ada").Refuse(SnapshotParts.RoleSettings).Diagnose().Said(),
            Is.EqualTo([
                "Grant RoleSettings.Read to the reader, which reads role settings of Exchange Administrator, and take a new snapshot.",
                "+++??-+-",
                "MFA: a method is registered: Graph answered 403.",
                "Approver: whether anybody must approve, and can, was not read: Graph answered 403.",
            ])
        );

    private static RoleSettings InContext(RoleSettings one) =>
        one with
        {
            Mfa = false,
            ContextRequired = true,
            AuthenticationContext = "c1",
        };

    private static TenantSnapshot Asking(
        Func<RoleSettings, RoleSettings>? change = null,
        Func<User, User>? person = null
    ) =>
        Bare("Ada", person)
            .InGroups("Ada")
            .Eligible("Ada", Role)
            .Settings(Role, one => (change ?? (same => same))(one with { ApprovalRequired = false }));
}
