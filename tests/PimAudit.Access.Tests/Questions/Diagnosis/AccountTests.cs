using NUnit.Framework;
using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class AccountTests
{
    [Test]
    public void A_disabled_account_is_enabled_first() =>
        Assert.That(
            Eligible(Bare("Ada", user => user with { IsEnabled = false })).Diagnose().Said(),
            Is.EqualTo(["Enable the account of Ada.", "x++---+-", "Account: is disabled"])
        );

    [TestCase(29, "Restore the deleted user Ada, which can be done until 2026-10-02.", "2026-09-02")]
    [TestCase(30, "Make a new account: Ada was deleted on 2026-09-01.", "2026-09-01")]
    public void A_deleted_account_is_restored_for_a_month(int days, string advice, string day) =>
        Assert.That(
            Eligible(Empty.Deleted("Ada", TimeSpan.FromDays(days))).Diagnose().Said(),
            Is.EqualTo([advice, "x+----+-", $"Account: was deleted on {day}"])
        );

    [Test]
    public void An_account_that_is_gone_is_made_anew() =>
        Assert.That(
            Eligible(Empty.Unresolved("Ada")).Diagnose().Said(),
            Is.EqualTo([
                $"Make a new account: {A.Id("Ada"):D} is not in the directory any more.",
                "x+----+-",
                "Account: is not in the directory any more",
            ])
        );

    [Test]
    public void An_account_of_another_tenant_is_not_made_anew()
    {
        var tenant = Empty.Unresolved("Ada").Assigned("Ada", "Exchange Administrator");
        var foreign = tenant with
        {
            RoleAssignments =
            [
                .. tenant.RoleAssignments.Select(row => row with { PrincipalOrganizationId = A.Id("Elsewhere") }),
            ],
        };

        Assert.That(foreign.Diagnose().Lines[0].Verdict, Is.EqualTo(CheckVerdict.NotKnown));
        Assert.That(tenant.Diagnose().Lines[0].Verdict, Is.EqualTo(CheckVerdict.Fault));
    }

    [TestCase("PendingAcceptance", "Let Ada accept the invitation to this tenant.")]
    [TestCase("Accepted", "Activate Exchange Administrator in My roles, Microsoft Entra roles.")]
    public void A_guest_accepts_the_invitation_first(string state, string advice) =>
        Assert.That(
            Eligible(Bare("Ada", user => user with { UserType = "Guest", ExternalUserState = state }))
                .Registered("Ada")
                .Diagnose()
                .Advice.Text,
            Is.EqualTo(advice)
        );

    [Test]
    public void What_was_not_read_of_the_account_is_not_called_fine() =>
        Assert.That(
            Eligible(Bare("Ada", user => user with { IsEnabled = null })).Registered("Ada").Diagnose().Said(),
            Is.EqualTo([
                "Look users and applications of Ada up in the portal: what Graph told does not say enough.",
                "?+++--+-",
                "Account: whether the account is enabled was not read: It was not read whether Ada is enabled.",
            ])
        );

    private static TenantSnapshot Empty { get; } = A.Tenant with { EventsSince = A.TakenAt.AddDays(-30) };

    private static TenantSnapshot Eligible(TenantSnapshot tenant) =>
        tenant.Eligible("Ada", Role).Settings(Role, one => one with { ApprovalRequired = false });
}
