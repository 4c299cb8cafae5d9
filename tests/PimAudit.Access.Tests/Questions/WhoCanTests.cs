using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

public sealed class WhoCanTests
{
    private const string Role = WaysInWords.Role;

    private static readonly TenantSnapshot Plain = A.Tenant.Users("Ada", "Ben", "Approver");

    private static readonly TenantSnapshot Free = Plain.Settings(Role, one => one with { ApprovalRequired = false });

    private static readonly TenantSnapshot Approved = Plain.Settings(Role).Eligible("Ada", Role);

    [Test]
    public void Tells_who_stands_and_who_must_activate() =>
        Assert.That(
            Free.Assigned("Ben", Role).Eligible("Ada", Role).WhoCan().Said(),
            Is.EqualTo(["Now Ben", "Within Ada"])
        );

    [Test]
    public void An_activation_at_work_is_usable_now() =>
        Assert.That(
            Free.Eligible("Ada", Role).Activated("Ada", Role).WhoCan().Said(),
            Is.EqualTo(["Now Ada", "Within Ada"])
        );

    [Test]
    public void An_activation_that_ended_after_the_snapshot_is_blocked() =>
        Assert.That(
            new[] { 6.9, 7 }.SelectMany(later => Free.Activated("Ada", Role).WhoCan(later: later).Said()),
            Is.EqualTo(["Now Ada", "Blocked Ada: ended on 2026-10-01 13:00 UTC, after the snapshot"])
        );

    [Test]
    public void Waiting_for_a_living_approver_is_not_within_the_hour() =>
        Assert.That(Approved.WhoCan().Said(), Is.EqualTo(["Later Ada"]));

    [Test]
    public void An_approver_has_a_day() =>
        Assert.That(
            new[] { 23.9, 24 }.SelectMany(hours => Approved.WhoCan(hours: hours).Said()),
            Is.EqualTo(["Later Ada", "Within Ada"])
        );

    [Test]
    public void Nobody_approves_his_own_request()
    {
        var tenant = Plain
            .Settings(Role, one => one with { Approvers = [new(ApproverKind.User, A.Id("Ada"), "Ada", false)] })
            .Eligible("Ada", Role)
            .Eligible("Ben", Role);

        Assert.That(
            tenant.WhoCan().Said(),
            Is.EqualTo(["Later Ben", "Blocked Ada: nobody can approve Global Administrator"])
        );
    }

    [Test]
    public void A_dead_approver_approves_nothing() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .User("Approver", user => user with { IsEnabled = false })
                .Settings(Role)
                .Eligible("Ada", Role)
                .WhoCan()
                .Said(),
            Is.EqualTo(["Blocked Ada: nobody can approve Global Administrator"])
        );

    [Test]
    public void An_approver_who_was_not_read_is_not_relied_upon_to_wait_for()
    {
        var answer = A.Tenant.Users("Ada").Settings(Role).Eligible("Ada", Role).WhoCan();

        Assert.That(answer.Said(), Is.EqualTo(["Within Ada"]));
        Assert.That(WaysInWords.Of(answer.Unread), Is.EqualTo(["Principals Global Administrator"]));
    }

    [Test]
    public void Without_named_approvers_the_other_administrators_approve() =>
        Assert.That(
            Plain
                .Settings(Role, one => one with { Approvers = [] })
                .Eligible("Ada", Role)
                .Assigned("Ben", "Privileged Role Administrator")
                .WhoCan()
                .Ways.SelectMany(way => way.Approvals)
                .SelectMany(approval => approval.People)
                .Select(one => one.Label),
            Is.EqualTo(["Ben"])
        );

    [Test]
    public void A_group_of_approvers_stands_for_its_living_members_but_the_requester()
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben")
            .User("Cleo", user => user with { IsEnabled = false })
            .Groups("Desk", "Inner")
            .Member("Desk", "Ada")
            .Member("Desk", "Cleo")
            .Member("Desk", "Inner")
            .Member("Inner", "Ben")
            .Settings(Role, one => one with { Approvers = [new(ApproverKind.Group, A.Id("Desk"), "Desk", false)] })
            .Eligible("Ada", Role)
            .Eligible("Ben", Role);

        Assert.That(
            tenant
                .WhoCan()
                .Ways.Select(way =>
                    (way.Path.Principal.Label, string.Join(", ", way.Approvals[0].People.Select(one => one.Label)))
                ),
            Is.EqualTo([("Ada", "Ben"), ("Ben", "Ada")])
        );
    }

    [Test]
    public void A_manager_was_not_read_and_is_not_relied_upon_to_wait_for()
    {
        var answer = Plain
            .Settings(Role, one => one with { Approvers = [new(ApproverKind.RequestorManager, null, null, false)] })
            .Eligible("Ada", Role)
            .WhoCan();

        Assert.That(answer.Said(), Is.EqualTo(["Within Ada"]));
        Assert.That(WaysInWords.Of(answer.Unread), Is.EqualTo(["Principals Global Administrator"]));
    }

    [Test]
    public void An_approver_whose_membership_has_ended_since_approves_nothing()
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben")
            .Groups("Desk")
            .ActivatedMember("Desk", "Ben")
            .Settings(Role, one => one with { Approvers = [new(ApproverKind.Group, A.Id("Desk"), "Desk", false)] })
            .Eligible("Ada", Role);
        var end = (tenant.GroupAssignments.Single().EndsAt!.Value - A.TakenAt).TotalHours;

        Assert.That(
            new[] { end - 0.1, end }.Select(later => tenant.WhoCan(later: later).Said().Single()),
            Is.EqualTo(["Later Ada", "Blocked Ada: nobody can approve Global Administrator"])
        );
    }

    [Test]
    public void Administrators_who_wait_for_each_other_approve_nothing() =>
        Assert.That(
            Plain
                .Settings(Role, one => one with { Approvers = [] })
                .Eligible("Ada", Role)
                .Eligible("Ben", Role)
                .WhoCan()
                .Said(),
            Is.EqualTo([
                "Blocked Ada: nobody can approve Global Administrator",
                "Blocked Ben: nobody can approve Global Administrator",
            ])
        );

    [Test]
    public void An_administrator_who_waits_for_a_named_approver_may_approve_in_the_end() =>
        Assert.That(
            Plain
                .Settings(Role, one => one with { Approvers = [] })
                .Settings("Privileged Role Administrator")
                .Eligible("Ada", Role)
                .Eligible("Ben", "Privileged Role Administrator")
                .WhoCan()
                .Said(),
            Is.EqualTo(["Later Ada"])
        );

    /// <summary>Delegated administration: this directory does not know the partner's group, and never did.</summary>
    [Test]
    public void A_partner_is_not_dead_because_he_lives_in_another_tenant()
    {
        var tenant = A.Tenant.Unresolved("Partner").Assigned("Partner", Role);
        var partner = tenant with
        {
            RoleAssignments =
            [
                .. tenant.RoleAssignments.Select(row => row with { PrincipalOrganizationId = A.Id("Elsewhere") }),
            ],
        };

        Assert.That(partner.WhoCan().Said(), Is.EqualTo([$"Now {A.Id("Partner"):D}"]));
        Assert.That(WaysInWords.Of(partner.WhoCan().Unread), Is.EqualTo([$"Principals {A.Id("Partner"):D}"]));
        Assert.That(Orphans.Ask(AccessMap.Resolve(partner), A.TakenAt).Rows, Is.Empty);
        Assert.That(Orphans.Ask(AccessMap.Resolve(tenant), A.TakenAt).Rows, Has.Length.EqualTo(1));
    }

    [Test]
    public void The_dead_can_do_nothing() =>
        Assert.That(
            A.Tenant.User("Ben", user => user with { IsEnabled = false })
                .Deleted("Cleo", TimeSpan.FromDays(2))
                .Unresolved("Dan")
                .Assigned("Ben", Role)
                .Assigned("Cleo", Role)
                .Assigned("Dan", Role)
                .WhoCan()
                .Ways.Select(way => (way.Band, way.Blockers[0]))
                .Order(),
            Is.EqualTo([
                (WayBand.Blocked, "is disabled"),
                (WayBand.Blocked, "is not in the directory any more"),
                (WayBand.Blocked, "was deleted on 2026-09-29"),
            ])
        );

    [Test]
    public void Owners_are_counted_and_named_on_request()
    {
        var tenant = Free.Groups("Tier 0").Owner("Tier 0", "Ben").Member("Tier 0", "Ada").Assigned("Tier 0", Role);

        Assert.That((tenant.WhoCan().Said(), tenant.WhoCan().Takeovers), Is.EqualTo((new[] { "Now Ada" }, 1)));
        Assert.That(tenant.WhoCan(takeover: true).Said(), Is.EqualTo(["Now Ada", "Takeover Ben"]));
    }

    [Test]
    public void A_scope_is_reached_by_its_own_grants_and_the_tenants()
    {
        var tenant = Free.Users("Cleo")
            .Assigned("Ada", Role)
            .Assigned("Ben", Role, scope: "/administrativeUnits/a")
            .Assigned("Cleo", Role, scope: "/administrativeUnits/b");

        Assert.That(
            new[] { null, "/", "/administrativeUnits/a" }.Select(scope =>
                string.Join(", ", tenant.WhoCan(scope).Said())
            ),
            Is.EqualTo(["Now Ada, Now Ben, Now Cleo", "Now Ada", "Now Ada, Now Ben"])
        );
    }

    /// <summary>Nobody reads what lies in a unit.</summary>
    [TestCase("/00000000-0000-0000-0000-00000000000a", "AdministrativeUnits /administrativeUnits/a")]
    [TestCase("/administrativeUnits/b", null)]
    [TestCase("/", null)]
    [TestCase("app:a", null)]
    [TestCase(null, null)]
    public void An_object_may_lie_in_a_unit_where_somebody_has_the_role(string? scope, string? unread) =>
        Assert.That(
            WaysInWords
                .Of(
                    Free.Eligible("Ada", Role, scope: "/administrativeUnits/a")
                        .Assigned("Ada", "Reports Reader", scope: "/administrativeUnits/c")
                        .WhoCan(scope)
                        .Unread
                )
                .SingleOrDefault(),
            Is.EqualTo(unread)
        );

    [Test]
    public void Counts_activations_and_takes_the_weakest_gate_and_the_shortest_time()
    {
        var way = Free.Groups("Tier 0")
            .EligibleMember("Tier 0", "Ada")
            .Eligible("Tier 0", Role)
            .GroupSettings("Tier 0", change: one => one with { Mfa = false, LongestActivation = TimeSpan.FromHours(2) })
            .WhoCan()
            .Ways.Single();

        Assert.That(
            (way.Activations, way.Approvals.Length, way.Weakest?.Owner.Label, way.Longest),
            Is.EqualTo((2, 1, "Global Administrator", TimeSpan.FromHours(2)))
        );
        Assert.That((way.Asks(gate => gate.Mfa), way.Asks(gate => gate.Gates.Ticket)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Settings_that_were_not_read_are_named_and_delay_nobody()
    {
        var answer = Approved.Refuse(SnapshotParts.RoleSettings).WhoCan();

        Assert.That(answer.Said(), Is.EqualTo(["Within Ada"]));
        Assert.That(WaysInWords.Of(answer.Unread), Is.EqualTo(["RoleSettings Global Administrator"]));
    }

    [Test]
    public void People_of_a_group_who_were_not_read_are_named()
    {
        var tenant = Free.Groups("Tier 0", "Other").Assigned("Tier 0", Role).Assigned("Other", "Reports Reader");

        Assert.That(
            WaysInWords.Of(tenant.Refuse(SnapshotParts.GroupMembers).WhoCan().Unread),
            Is.EqualTo(["GroupMembers Tier 0"])
        );
        Assert.That(
            WaysInWords.Of(tenant.Refuse(SnapshotParts.GroupOwners).WhoCan(takeover: true).Unread),
            Is.EqualTo(["GroupOwners Tier 0"])
        );
    }

    [Test]
    public void A_list_that_was_not_read_is_named_unless_the_tenant_has_no_licence_for_it()
    {
        Assert.That(
            WaysInWords.Of(Free.Refuse(SnapshotParts.EligibleAssignments).WhoCan().Unread),
            Is.EqualTo(["EligibleAssignments"])
        );
        Assert.That(Plain.AssignedUnlisted("Ada", Role).Unlicensed().WhoCan().Unread, Is.Empty);
    }
}
