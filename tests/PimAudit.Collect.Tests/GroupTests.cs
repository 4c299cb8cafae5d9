using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class GroupTests
{
    [Test]
    public async Task Follows_members_eligible_members_and_approvers_that_are_groups()
    {
        var tenant = Small
            .Builder()
            .Group("Inner")
            .Group("Innermost")
            .Group("Approvers")
            .AddMember("Innermost", "Inner")
            .AddMember("Ben Okoye", "Innermost")
            .AddMember("Carla Rossi", "Approvers")
            .GroupEligible("Inner", Small.Operators)
            .RoleSettings("Security Reader", PolicySettings.Good with { Approval = true, Approvers = ["Approvers"] })
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.Groups.Select(group => group.DisplayName),
                Is.EquivalentTo([Small.Operators, "Everybody", "Inner", "Innermost", "Approvers"])
            );
            Assert.That(
                MembersOf(collected, tenant.IdOf("Innermost")),
                Is.EqualTo([(tenant.IdOf("Ben Okoye"), ObjectKind.User)])
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task A_circle_of_groups_is_read_once()
    {
        var tenant = Small
            .Builder()
            .Group("Inner")
            .AddMember("Inner", Small.Operators)
            .AddMember(Small.Operators, "Inner")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(collected[SnapshotParts.GroupMembers].Requests, Is.EqualTo(2));
    }

    [Test]
    public async Task Parents_are_read_of_role_assignable_groups()
    {
        var collected = await Small.CollectAsync();

        Assert.That(
            collected.Snapshot.GroupParents,
            Is.EqualTo([new GroupParent(Small.Tenant.IdOf(Small.Operators), Small.Tenant.IdOf("Everybody"))])
        );
    }

    /// <summary>Its people lead to no role.</summary>
    [Test]
    public async Task A_parent_is_named_and_not_followed()
    {
        var tenant = Small.Builder().AddMember("Ben Okoye", "Everybody").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            collected.Snapshot.Groups.Select(group => (group.DisplayName, group.IsRoleAssignable)),
            Is.EquivalentTo(new (string?, bool?)[] { (Small.Operators, true), ("Everybody", false) })
        );
        Assert.That(MembersOf(collected, tenant.IdOf("Everybody")), Is.Empty);
        Assert.That(collected.Incomplete, Is.Empty);
    }

    [TestCase(1, 100, "Inner")]
    [TestCase(10, 1, "Inner")]
    public async Task A_group_beyond_the_limits_is_a_gap(int rounds, int groups, string left)
    {
        var tenant = Small.Builder().Group("Inner").AddMember("Inner", Small.Operators).Build();
        await using var server = await GraphEmulatorServer.StartAsync(tenant);
        using var connection = new GraphConnection(
            new GraphEndpoint(server.BaseAddress),
            new StaticToken(server.AccessToken)
        );
        var run = new CollectionRun(
            connection,
            Small.Options,
            new TokenClaims("unknown", [], Tenant: null),
            Readers.Over(connection),
            Small.Now
        );
        await new TenantListsStep().CollectAsync(run, CancellationToken.None);
        await new GroupsStep(rounds, groups).CollectAsync(run, CancellationToken.None);

        var expected = new[]
        {
            SnapshotParts.GroupMembers,
            SnapshotParts.GroupOwners,
            SnapshotParts.GroupEligibilities,
            SnapshotParts.GroupAssignments,
            SnapshotParts.GroupSettings,
            SnapshotParts.GroupAssignmentSchedules,
            SnapshotParts.GroupEligibilitySchedules,
        }.Select(part => (part, tenant.IdOf(left).ToString(), MissingReason.NotCollected));
        Assert.That(
            run.Ledger.Records.SelectMany(part => part.Gaps.Select(gap => (part.Part, gap.ObjectId, gap.Reason))),
            Is.EqualTo(expected)
        );
    }

    [Test]
    public async Task Hidden_members_are_a_gap_and_not_an_empty_group()
    {
        var tenant = Small.Builder().HideMembership(Small.Operators).Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            collected[SnapshotParts.GroupMembers].Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
            Is.EqualTo([(tenant.IdOf(Small.Operators).ToString(), MissingReason.Permission)])
        );
    }

    [Test]
    public async Task Hidden_members_are_read_with_the_permission_for_them()
    {
        var tenant = Small.Builder().HideMembership(Small.Operators).Build();
        var token = EmulatorToken.With(
            tenant,
            [
                .. PartCatalogue.All.SelectMany(needs => needs.Permissions).Select(need => need.Least),
                "Member.Read.Hidden",
            ]
        );

        var collected = await Emulated.CollectAsync(
            tenant,
            new EmulatorOptions { AccessToken = token },
            Small.Options,
            token
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(
                MembersOf(collected, tenant.IdOf(Small.Operators)),
                Is.EqualTo([(tenant.IdOf("Ana Silva"), ObjectKind.User)])
            );
        });
    }

    [Test]
    public async Task An_empty_group_that_could_not_be_read_itself_may_hide_its_members()
    {
        var tenant = Small.Builder().Group("Plain").MakeEligible("Plain", "Security Reader").Build();

        var collected = await Small.CollectAsync(tenant, new EmulatorFault("/groups.*id in", FaultKind.Refused));

        Assert.That(
            collected.Snapshot.Collection.GapOf(SnapshotParts.GroupMembers, tenant.IdOf("Plain"))?.Reason,
            Is.EqualTo(MissingReason.NotCollected)
        );
    }

    [Test]
    public async Task Owners_eligible_and_activated_members_keep_their_side_and_type()
    {
        var tenant = Small
            .Builder()
            .GroupEligible("Carla Rossi", Small.Operators, GroupSide.Owner, end: Small.Now.AddDays(9))
            .GroupActivate("Ben Okoye", Small.Operators, end: Small.Now.AddHours(2))
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.GroupEligibilities.Select(row => (row.PrincipalId, row.Access, row.EndsAt)),
                Is.EquivalentTo([
                    (tenant.IdOf("Ben Okoye"), GroupAccess.Member, (DateTimeOffset?)null),
                    (tenant.IdOf("Carla Rossi"), GroupAccess.Owner, Small.Now.AddDays(9)),
                ])
            );
            Assert.That(
                collected.Snapshot.GroupAssignments.Select(row => (row.PrincipalId, row.Access, row.Type)),
                Is.EquivalentTo([
                    (tenant.IdOf("Ana Silva"), GroupAccess.Member, AssignmentType.Assigned),
                    (tenant.IdOf("Carla Rossi"), GroupAccess.Owner, AssignmentType.Assigned),
                    (tenant.IdOf("Ben Okoye"), GroupAccess.Member, AssignmentType.Activated),
                ])
            );
        });
    }

    private static IEnumerable<(Guid, ObjectKind)> MembersOf(Collected collected, Guid group) =>
        collected
            .Snapshot.Memberships.Where(row => row.GroupId == group && row.Access is GroupAccess.Member)
            .Select(row => (row.PrincipalId, row.PrincipalKind));
}
