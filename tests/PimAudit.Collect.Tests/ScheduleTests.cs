using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class ScheduleTests
{
    [Test]
    public async Task Schedules_to_come_are_kept_beside_those_that_hold_now()
    {
        var tenant = Small
            .Builder()
            .WillBeAssigned("Ben Okoye", "Helpdesk Administrator", Small.Now.AddDays(3), Small.Now.AddDays(9))
            .WillBeEligible("Carla Rossi", "Helpdesk Administrator", Small.Now.AddDays(4))
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected
                    .Snapshot.RoleAssignmentSchedules.Where(row => row.StartsAt > Small.Now)
                    .Select(row => (row.PrincipalId, row.Type, row.StartsAt, row.EndsAt)),
                Is.EqualTo([
                    (
                        tenant.IdOf("Ben Okoye"),
                        AssignmentType.Assigned,
                        (DateTimeOffset?)Small.Now.AddDays(3),
                        (DateTimeOffset?)Small.Now.AddDays(9)
                    ),
                ])
            );
            Assert.That(
                collected
                    .Snapshot.RoleEligibilitySchedules.Where(row => row.StartsAt > Small.Now)
                    .Select(row => (row.PrincipalId, row.StartsAt, row.EndsAt)),
                Is.EqualTo([(tenant.IdOf("Carla Rossi"), Small.Now.AddDays(4), (DateTimeOffset?)null)])
            );
            Assert.That(
                (collected.Snapshot.RoleAssignmentSchedules.Length, collected.Snapshot.RoleEligibilitySchedules.Length),
                Is.EqualTo((4, 3))
            );
            Assert.That(collected.Snapshot.RoleAssignmentInstances, Has.Length.EqualTo(3), "it does not hold yet");
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [TestCase(0, 0, 1)]
    [TestCase(1, 1, 0)]
    public async Task A_schedule_that_ends_at_the_start_has_ended(int secondsAfter, int rows, int dropped)
    {
        var tenant = TenantBuilder
            .Create("Contoso", Small.Now)
            .User("Ana Silva")
            .MakeEligible("Ana Silva", "Security Reader", end: Small.Now.AddSeconds(secondsAfter))
            .Assign("Ana Silva", "Security Reader", end: Small.Now.AddSeconds(secondsAfter))
            .Build();

        var collected = await Emulated.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.RoleEligibilitySchedules, Has.Length.EqualTo(rows));
            Assert.That(collected.Snapshot.RoleAssignmentSchedules, Has.Length.EqualTo(rows));
            Assert.That(collected[SnapshotParts.RoleEligibilitySchedules].Dropped, Is.EqualTo(dropped));
            Assert.That(collected[SnapshotParts.RoleAssignmentSchedules].Dropped, Is.EqualTo(dropped));
        });
    }

    [Test]
    public async Task Who_is_only_in_a_schedule_to_come_is_named_and_a_group_of_the_kind_is_read()
    {
        var tenant = Small
            .Builder()
            .User("Dora Lind")
            .User("Emil Novak")
            .Group("Coming")
            .AddMember("Emil Novak", "Coming")
            .WillBeEligible("Dora Lind", "Helpdesk Administrator", Small.Now.AddDays(1))
            .WillBeEligible("Coming", "Helpdesk Administrator", Small.Now.AddDays(1))
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.Users.Select(user => user.DisplayName),
                Is.SupersetOf(["Dora Lind", "Emil Novak"])
            );
            Assert.That(collected.Snapshot.Groups.Select(group => group.DisplayName), Does.Contain("Coming"));
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task Schedules_of_groups_are_read_of_every_group()
    {
        var tenant = Small
            .Builder()
            .User("Dora Lind")
            .WillBeGroupAssigned("Carla Rossi", Small.Operators, Small.Now.AddDays(2), side: GroupSide.Owner)
            .WillBeGroupEligible("Dora Lind", Small.Operators, Small.Now.AddDays(1), Small.Now.AddDays(2))
            .GroupEligible("Carla Rossi", Small.Operators, end: Small.Now)
            .Build();

        var collected = await Small.CollectAsync(tenant);

        var group = tenant.IdOf(Small.Operators);
        Assert.Multiple(() =>
        {
            Assert.That(
                collected
                    .Snapshot.GroupAssignmentSchedules.Where(row => row.StartsAt > Small.Now)
                    .Select(row => (row.GroupId, row.PrincipalId, row.Access, row.Type, row.EndsAt)),
                Is.EqualTo([
                    (
                        group,
                        tenant.IdOf("Carla Rossi"),
                        GroupAccess.Owner,
                        AssignmentType.Assigned,
                        (DateTimeOffset?)null
                    ),
                ])
            );
            Assert.That(
                collected.Snapshot.GroupEligibilitySchedules.Select(row => (row.PrincipalId, row.Access, row.EndsAt)),
                Is.EquivalentTo([
                    (tenant.IdOf("Ben Okoye"), GroupAccess.Member, (DateTimeOffset?)null),
                    (tenant.IdOf("Dora Lind"), GroupAccess.Member, Small.Now.AddDays(2)),
                ])
            );
            Assert.That(collected[SnapshotParts.GroupEligibilitySchedules].Dropped, Is.EqualTo(1));
            Assert.That(collected.Snapshot.Users.Select(user => user.DisplayName), Does.Contain("Dora Lind"));
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task The_lists_of_schedules_share_the_batch_of_the_other_lists()
    {
        var collected = await Small.CollectAsync();

        Assert.That(
            collected
                .Requests.Where(request =>
                    request.PathAndQuery.EndsWith("/roleAssignmentSchedules", StringComparison.Ordinal)
                    || request.PathAndQuery.EndsWith("/roleEligibilitySchedules", StringComparison.Ordinal)
                )
                .Select(request => request.IsInner),
            Is.EqualTo([true, true])
        );
    }
}
