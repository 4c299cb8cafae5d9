using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class GuidedCheckTests
{
    private const string Activate =
        "Activate Exchange Administrator in My roles, Microsoft Entra roles, to be approved by Approver within 24 h.";

    [Test]
    public void Where_nothing_is_wrong_the_role_is_to_be_activated()
    {
        var check = Sound.Diagnose();

        Assert.That(
            check.Lines.Select(line =>
                $"{line.Practice} {line.Verdict} {line.Name}: {line.Text} [{string.Join(", ", line.Evidence.Select(row => row.Part))}]"
            ),
            Is.EqualTo([
                "TRB-1 Ok Account: is in the directory and enabled [Principals]",
                "TRB-1 Ok Way to the role: is a member of RAG - Exchange, which is eligible for Exchange Administrator [GroupAssignments, EligibleAssignments]",
                "TRB-1 Ok Licence: the tenant and the person have Microsoft Entra ID P2 or ID Governance [Principals]",
                "TRB-2 Ok MFA: a method is registered [RegistrationDetails, RoleSettings]",
                "TRB-2 Ok Approver: Approver can approve Exchange Administrator [RoleSettings]",
                "TRB-3 NotApplicable Active now: no activation was in progress at 2026-10-01 06:00 UTC []",
                "TRB-3 Ok Takes effect: the role itself is activated or held, which its service learns at once [EligibleAssignments]",
                "TRB-2 NotApplicable Last attempt: none seen in 30 days of the audit log, since 2026-09-01 06:00 UTC []",
            ])
        );
        Assert.That(
            (check.Advice.Text, check.Advice.Object.Id, check.OtherWays, check.Unread.Length),
            Is.EqualTo((Activate, A.Role(Role).ToString("D"), 0, 0))
        );
    }

    [Test]
    public void Of_several_ways_the_nearest_to_usable_is_checked()
    {
        var tenant = Sound
            .Groups("RAG - Mail")
            .EligibleMember("RAG - Mail", "Ada")
            .Assigned("RAG - Mail", Role)
            .GroupSettings("RAG - Mail", change: one => one with { Approvers = [Only("Ada")] });

        Assert.That(
            (tenant.Diagnose().Said(), tenant.Diagnose().OtherWays),
            Is.EqualTo((new[] { Activate, "+++++-+-" }, 1))
        );
    }

    [Test]
    public void The_earliest_cause_is_to_be_mended_first()
    {
        var tenant = Bare("Ada", user => user with { Plans = [] })
            .Member(Team, "Ada")
            .Eligible(Team, Role)
            .Settings(Role, one => one with { Approvers = [Only("Ada")] })
            .Registered("Ada", registered: false, capable: false);

        Assert.That(
            tenant.Diagnose().Said(),
            Is.EqualTo([
                "Assign Ada a licence that includes Microsoft Entra ID P2 or ID Governance.",
                "++xxx-+-",
                "Licence: no Microsoft Entra ID P2 or ID Governance among the assigned plans",
                "MFA: no method is registered",
                "Approver: nobody but the requester can approve Exchange Administrator",
            ])
        );
    }

    [Test]
    public void A_certain_fault_is_mended_before_something_unknown_is_made_known()
    {
        var blind = Sound.Refuse(SnapshotParts.AuditEvents);

        Assert.That(
            blind.Diagnose().Said(),
            Is.EqualTo([
                "Grant AuditEvents.Read to the reader, which reads audit log, and take a new snapshot.",
                "+++++-+?",
                "Last attempt: the audit log was not read: Graph answered 403.",
            ])
        );
        Assert.That(
            (blind with { RegistrationDetails = [] })
                .Registered("Ada", registered: false, capable: false)
                .Diagnose()
                .Said(),
            Is.EqualTo([
                "Let Ada register an MFA method at https://aka.ms/mysecurityinfo.",
                "+++x+-+?",
                "MFA: no method is registered",
                "Last attempt: the audit log was not read: Graph answered 403.",
            ])
        );
    }

    private static Approver Only(string name) => new(ApproverKind.User, A.Id(name), name, IsBackup: false);
}
