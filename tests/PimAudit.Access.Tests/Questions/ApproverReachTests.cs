using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

/// <summary>Approvers who must activate something first, and may need approvers themselves.</summary>
public sealed class ApproverReachTests
{
    private const string Role = WaysInWords.Role;
    private const string Other = "Privileged Role Administrator";

    /// <summary>Ada waits for somebody of the desk, and Ben is only eligible as its member.</summary>
    private static readonly TenantSnapshot Desk = A
        .Tenant.Users("Ada", "Ben", "Cleo")
        .Groups("Desk")
        .EligibleMember("Desk", "Ben")
        .Settings(Role, ApprovedBy("Desk", ApproverKind.Group))
        .Eligible("Ada", Role);

    [Test]
    public void An_approver_who_must_activate_first_can_approve_and_is_marked() =>
        Assert.That(
            Of(Desk.GroupSettings("Desk", change: one => one with { ApprovalRequired = false }), "Ada"),
            Is.EqualTo("Living Ben, who must activate")
        );

    [Test]
    public void One_who_stands_makes_the_others_wait_for_nothing() =>
        Assert.That(
            Of(
                Desk.GroupSettings("Desk", change: one => one with { ApprovalRequired = false }).Member("Desk", "Cleo"),
                "Ada"
            ),
            Is.EqualTo("Living Ben or Cleo")
        );

    [Test]
    public void An_approver_whom_somebody_else_can_let_in_counts() =>
        Assert.That(
            Of(Desk.GroupSettings("Desk", change: ApprovedBy("Cleo")), "Ada"),
            Is.EqualTo("Living Ben, who must activate")
        );

    [Test]
    public void An_approver_who_would_have_to_let_himself_in_does_not() =>
        Assert.That(Of(Desk.GroupSettings("Desk", change: ApprovedBy("Ben")), "Ada"), Is.EqualTo("Nobody"));

    [Test]
    public void An_approver_whom_only_a_dead_account_could_let_in_does_not() =>
        Assert.That(
            Of(
                Desk.User("Dario", user => user with { IsEnabled = false })
                    .GroupSettings("Desk", change: ApprovedBy("Dario")),
                "Ada"
            ),
            Is.EqualTo("Nobody")
        );

    [Test]
    public void Two_groups_whose_members_wait_for_each_other_are_nobody()
    {
        var circle = Desk.Groups("Post")
            .EligibleMember("Post", "Cleo")
            .GroupSettings("Desk", change: ApprovedBy("Post", ApproverKind.Group))
            .GroupSettings("Post", change: ApprovedBy("Desk", ApproverKind.Group));

        Assert.That(
            (Of(circle, "Ada"), Of(circle.Member("Post", "Ada"), "Ada")),
            Is.EqualTo(("Nobody", "Living Ben, who must activate"))
        );
    }

    [Test]
    public void Whether_an_inner_approver_lives_was_not_read_so_it_is_not_known() =>
        Assert.That(Of(Desk.GroupSettings("Desk", change: ApprovedBy("Stranger")), "Ada"), Is.EqualTo("Unknown"));

    [Test]
    public void Administrators_who_wait_for_each_other_do_not_approve()
    {
        TenantSnapshot Waiting(bool approval) =>
            A
                .Tenant.Users("Ada", "Ben")
                .Settings(Role, one => one with { Approvers = [] })
                .Settings(Other, one => one with { ApprovalRequired = approval, Approvers = [] })
                .Eligible("Ada", Role)
                .Eligible("Ben", Other);

        Assert.That(
            (Of(Waiting(approval: true), "Ada"), Of(Waiting(approval: false), "Ada")),
            Is.EqualTo(("Nobody", "Living Ben, who must activate"))
        );
    }

    [Test]
    public void An_application_is_no_administrator_who_approves() =>
        Assert.That(
            Of(
                A.Tenant.Users("Ada")
                    .Workloads("Sync")
                    .Settings(Role, one => one with { Approvers = [] })
                    .Eligible("Ada", Role)
                    .Assigned("Sync", Other),
                "Ada"
            ),
            Is.EqualTo("Nobody")
        );

    [Test]
    public void Administrators_of_one_unit_do_not_approve_for_the_tenant() =>
        Assert.That(
            Of(
                A.Tenant.Users("Ada", "Ben")
                    .Settings(Role, one => one with { Approvers = [] })
                    .Eligible("Ada", Role)
                    .Assigned("Ben", Other, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}"),
                "Ada"
            ),
            Is.EqualTo("Nobody")
        );

    [Test]
    public void An_application_that_is_named_approves() =>
        Assert.That(
            Of(
                A.Tenant.Users("Ada")
                    .Workloads("Sync")
                    .Settings(Role, ApprovedBy("Sync", ApproverKind.ServicePrincipal))
                    .Eligible("Ada", Role),
                "Ada"
            ),
            Is.EqualTo("Living Sync")
        );

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    public void A_group_of_approvers_whose_people_were_not_read_may_hold_somebody(SnapshotParts part) =>
        Assert.That(
            Of(
                A.Tenant.Users("Ada")
                    .Groups("Desk")
                    .Settings(Role, ApprovedBy("Desk", ApproverKind.Group))
                    .Eligible("Ada", Role)
                    .Gap(part, "Desk"),
                "Ada"
            ),
            Is.EqualTo("Unknown")
        );

    [Test]
    public void An_approver_of_a_kind_that_is_not_known_may_be_somebody() =>
        Assert.That(
            Of(
                A.Tenant.Users("Ada", "Ben")
                    .Settings(Role, ApprovedBy("Ben", ApproverKind.Unknown))
                    .Eligible("Ada", Role),
                "Ada"
            ),
            Is.EqualTo("Unknown")
        );

    [TestCase(SnapshotParts.RoleAssignments, "Unknown")]
    [TestCase(SnapshotParts.EligibleAssignments, "Unknown")]
    [TestCase(SnapshotParts.AccessReviews, "Nobody")]
    public void Administrators_may_be_there_where_a_list_was_not_read(SnapshotParts part, string expected) =>
        Assert.That(
            Of(
                A.Tenant.Users("Ada", "Ben")
                    .Settings(Role, one => one with { Approvers = [] })
                    .Eligible("Ada", Role)
                    .Assigned("Ben", "User Administrator")
                    .Refuse(part),
                "Ada"
            ),
            Is.EqualTo(expected)
        );

    private static Func<RoleSettings, RoleSettings> ApprovedBy(string name, ApproverKind kind = ApproverKind.User) =>
        one => one with { ApprovalRequired = true, Approvers = [new(kind, A.Id(name), name, IsBackup: false)] };

    private static string Of(TenantSnapshot tenant, string requester)
    {
        var approval = tenant.WhoCan().Ways.Single(way => way.Path.Principal.Label == requester).Approvals.Single();
        return approval.State is ApproverState.Living
            ? $"Living {Names(approval.People)}" + (approval.MustActivate ? ", who must activate" : "")
            : approval.State.ToString();
    }

    private static string Names(ImmutableArray<ObjectRef> people) =>
        string.Join(" or ", people.Select(one => one.Label).Order(StringComparer.Ordinal));
}
