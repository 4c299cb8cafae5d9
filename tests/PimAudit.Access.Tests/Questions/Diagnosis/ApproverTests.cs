using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class ApproverTests
{
    [Test]
    public void Nobody_is_his_own_approver()
    {
        var check = Approved("Ada").Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Name an approver other than Ada, one whose account works, in the role settings of Exchange Administrator.",
                "++++x-+-",
                "Approver: nobody but the requester can approve Exchange Administrator",
            ])
        );
        Assert.That(check.Advice.Object.Id, Is.EqualTo(A.Role(Role).ToString("D")));
    }

    [Test]
    public void A_disabled_approver_approves_nothing() =>
        Assert.That(
            Approved("Ben").User("Ben", user => user with { IsEnabled = false }).Diagnose().Said().Skip(1),
            Is.EqualTo(["++++x-+-", "Approver: nobody but the requester can approve Exchange Administrator"])
        );

    [Test]
    public void Approvers_who_live_are_named() =>
        Assert.That(
            Approved("Ada", "Ben", "Cleo").Users("Ben", "Cleo").Diagnose().Lines[4].Text,
            Is.EqualTo($"{Both} can approve Exchange Administrator")
        );

    [Test]
    public void Approvers_who_must_activate_first_are_told_so() =>
        Assert.That(
            Bare("Ada")
                .Users("Ben")
                .Groups("Desk")
                .EligibleMember("Desk", "Ben")
                .GroupSettings("Desk", change: one => one with { ApprovalRequired = false })
                .Registered("Ada")
                .Eligible("Ada", Role)
                .Settings(Role, one => one with { Approvers = [new(ApproverKind.Group, A.Id("Desk"), "Desk", false)] })
                .Diagnose()
                .Lines[4]
                .Text,
            Is.EqualTo("Ben can approve Exchange Administrator, once an activation lets them")
        );

    [Test]
    public void An_approver_who_was_not_read_may_live() =>
        Assert.That(
            Approved("Ben").Diagnose().Said(),
            Is.EqualTo([
                "Take a new snapshot, with users and applications of Exchange Administrator in it.",
                "++++?-+-",
                $"Approver: whether anybody must approve, and can, was not read: Nothing was read about the object {A.Id("Ben"):D}.",
            ])
        );

    /// <summary>Sorted by id.</summary>
    private static string Both =>
        string.Join(" or ", new[] { "Ben", "Cleo" }.OrderBy(name => A.Id(name).ToString("D"), StringComparer.Ordinal));

    private static TenantSnapshot Approved(params string[] approvers) =>
        Bare("Ada")
            .Registered("Ada")
            .Eligible("Ada", Role)
            .Settings(
                Role,
                one =>
                    one with
                    {
                        Approvers =
                        [
                            .. approvers.Select(name => new Approver(
                                ApproverKind.User,
                                A.Id(name),
                                name,
                                IsBackup: false
                            )),
                        ],
                    }
            );
}
