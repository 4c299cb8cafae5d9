using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class SecondLookTests
{
    [Test]
    public async Task An_assignment_that_stays_in_one_list_is_kept_without_an_instance()
    {
        var tenant = Small
            .Builder()
            .Assign("Ana Silva", "Helpdesk Administrator")
            .RemoveFromInstances("Ana Silva", "Helpdesk Administrator")
            .Build();

        var lists = ListsOf(await Small.CollectAsync(tenant));

        Assert.That(lists.OnlyAssignments.Select(row => row.PrincipalId), Is.EqualTo([tenant.IdOf("Ana Silva")]));
    }

    [Test]
    public async Task An_instance_that_stays_in_one_list_is_kept()
    {
        var tenant = Small
            .Builder()
            .Assign("Ana Silva", "Helpdesk Administrator")
            .RemoveFromRoleAssignments("Ana Silva", "Helpdesk Administrator")
            .Build();

        var lists = ListsOf(await Small.CollectAsync(tenant));

        Assert.That(lists.OnlyInstances.Select(row => row.PrincipalId), Is.EqualTo([tenant.IdOf("Ana Silva")]));
    }

    [Test]
    public async Task An_assignment_that_is_gone_at_the_second_look_is_dropped()
    {
        var first = Small
            .Builder()
            .Assign("Ana Silva", "Helpdesk Administrator")
            .RemoveFromInstances("Ana Silva", "Helpdesk Administrator")
            .Build();

        var collected = await CollectAsync(first, later: Small.Tenant, "principalId eq");

        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.RoleAssignments, Has.Length.EqualTo(3));
            Assert.That(
                collected.Snapshot.Collection.Notes,
                Is.EqualTo(["1 role assignment stood in one list only and did not hold when it was read again."])
            );
        });
    }

    [Test]
    public async Task An_assignment_that_PIM_lists_later_gets_its_instance()
    {
        var later = Small.Builder().Assign("Ana Silva", "Helpdesk Administrator").Build();
        var first = new TenantBuilder(later).RemoveFromInstances("Ana Silva", "Helpdesk Administrator").Build();

        var collected = await CollectAsync(first, later, "principalId eq");

        var lists = ListsOf(collected);
        Assert.Multiple(() =>
        {
            Assert.That(lists.Pairs, Has.Length.EqualTo(4));
            Assert.That(lists.OnlyAssignments, Is.Empty);
            Assert.That(collected.Snapshot.Collection.Notes, Is.Empty);
        });
    }

    [Test]
    public async Task Lists_that_agree_are_not_read_again()
    {
        var collected = await Small.CollectAsync();

        Assert.That(
            collected.Requests.Count(request =>
                request.PathAndQuery.Contains("principalId eq", StringComparison.Ordinal)
            ),
            Is.Zero
        );
    }

    [Test]
    public async Task A_second_look_that_fails_keeps_the_row_and_says_so()
    {
        var tenant = Small
            .Builder()
            .Assign("Ana Silva", "Helpdesk Administrator")
            .RemoveFromInstances("Ana Silva", "Helpdesk Administrator")
            .Build();

        var collected = await Small.CollectAsync(tenant, new EmulatorFault("principalId eq", FaultKind.Refused));

        var ana = tenant.IdOf("Ana Silva").ToString();
        Assert.Multiple(() =>
        {
            Assert.That(ListsOf(collected).OnlyAssignments, Has.Length.EqualTo(1));
            Assert.That(
                GapsOf(collected),
                Is.EqualTo([
                    (SnapshotParts.RoleAssignments, ana, MissingReason.Permission),
                    (SnapshotParts.ActiveAssignments, ana, MissingReason.Permission),
                ])
            );
            Assert.That(
                collected[SnapshotParts.RoleAssignments].Gaps[0].Detail,
                Does.StartWith(
                    "A role assignment stands in one list only and could not be read again. Graph answered 403"
                )
            );
            Assert.That(collected.Snapshot.Collection.Notes, Is.Empty);
        });
    }

    [Test]
    public async Task A_second_look_that_fails_for_one_principal_counts_for_the_others()
    {
        var first = Small
            .Builder()
            .Assign("Ana Silva", "Helpdesk Administrator")
            .Assign("Ben Okoye", "Helpdesk Administrator")
            .RemoveFromInstances("Ana Silva", "Helpdesk Administrator")
            .RemoveFromInstances("Ben Okoye", "Helpdesk Administrator")
            .Build();
        var ana = first.IdOf("Ana Silva");

        var collected = await CollectAsync(
            first,
            later: Small.Tenant,
            body => body.Contains("principalId eq", StringComparison.Ordinal),
            new EmulatorFault($"roleAssignmentScheduleInstances.*principalId eq '{ana}'", FaultKind.ServerError)
        );

        Assert.Multiple(() =>
        {
            Assert.That(ListsOf(collected).OnlyAssignments.Select(row => row.PrincipalId), Is.EqualTo([ana]));
            Assert.That(
                GapsOf(collected),
                Is.EqualTo([(SnapshotParts.ActiveAssignments, ana.ToString(), MissingReason.Transport)])
            );
        });
    }

    [TestCase("/members", SnapshotParts.GroupMembers)]
    [TestCase("/group/assignmentScheduleInstances", SnapshotParts.GroupAssignments)]
    public async Task A_second_look_at_a_group_that_fails_keeps_the_member_and_says_so(string path, SnapshotParts part)
    {
        var tenant = Small
            .Builder()
            .AddMember("Carla Rossi", Small.Operators)
            .RemoveFromGroupInstances("Carla Rossi", Small.Operators)
            .Build();
        await using var second = await GraphEmulatorServer.StartAsync(
            tenant,
            new EmulatorOptions
            {
                AccessToken = $"emulator-{tenant.Id}",
                Faults = [new EmulatorFault(path, FaultKind.Refused)],
            }
        );
        var seen = 0;
        using var transport = new Rerouted(
            second.BaseAddress,
            body =>
                body.Contains($"/groups/{tenant.IdOf(Small.Operators)}/members", StringComparison.Ordinal) && ++seen > 1
        );

        var collected = await Emulated.CollectAsync(tenant, new EmulatorOptions(), Small.Options, transport: transport);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.Memberships.Count(row =>
                    row.PrincipalId == tenant.IdOf("Carla Rossi") && row.Access is GroupAccess.Member
                ),
                Is.EqualTo(1)
            );
            Assert.That(
                GapsOf(collected),
                Is.EqualTo([(part, tenant.IdOf(Small.Operators).ToString(), MissingReason.Permission)])
            );
            Assert.That(collected[part].Status, Is.EqualTo(PartStatus.Partial));
        });
    }

    [Test]
    public async Task An_activation_begun_after_the_start_is_dropped_from_both_lists()
    {
        var tenant = Small
            .Builder()
            .Activate("Ana Silva", "Security Reader", start: Small.Now.AddSeconds(-1), end: Small.Now.AddHours(1))
            .RawRows(roleAssignmentInstances: rows =>
                rows.First(row => row["assignmentType"]!.GetValue<string>() == "Activated")["startDateTime"] =
                    "2026-10-01T06:00:01Z"
            )
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.RoleAssignments, Has.Length.EqualTo(3));
            Assert.That(collected.Snapshot.RoleAssignmentInstances, Has.Length.EqualTo(3));
            Assert.That(collected[SnapshotParts.RoleAssignments].Dropped, Is.EqualTo(1));
            Assert.That(collected[SnapshotParts.ActiveAssignments].Dropped, Is.EqualTo(1));
        });
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    public async Task A_row_that_ends_at_the_start_does_not_hold(int secondsAfter, int rows)
    {
        var tenant = TenantBuilder
            .Create("Contoso", Small.Now)
            .User("Ana Silva")
            .MakeEligible("Ana Silva", "Security Reader", end: Small.Now.AddSeconds(secondsAfter))
            .Build();

        var collected = await Emulated.CollectAsync(tenant);

        Assert.That(collected.Snapshot.RoleEligibilities, Has.Length.EqualTo(rows));
    }

    [Test]
    public async Task A_member_whom_PIM_does_not_list_is_kept_when_still_there()
    {
        var tenant = Small
            .Builder()
            .AddMember("Carla Rossi", Small.Operators)
            .RemoveFromGroupInstances("Carla Rossi", Small.Operators)
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            collected.Snapshot.Memberships.Count(row =>
                row.PrincipalId == tenant.IdOf("Carla Rossi") && row.Access is GroupAccess.Member
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_member_whom_PIM_does_not_list_is_dropped_when_gone()
    {
        var first = Small
            .Builder()
            .AddMember("Carla Rossi", Small.Operators)
            .RemoveFromGroupInstances("Carla Rossi", Small.Operators)
            .Build();
        var group = first.IdOf(Small.Operators);
        var seen = 0;

        var collected = await CollectAsync(
            first,
            later: Small.Tenant,
            body => body.Contains($"/groups/{group}/members", StringComparison.Ordinal) && ++seen > 1
        );

        Assert.That(
            collected
                .Snapshot.Memberships.Where(row => row.Access is GroupAccess.Member)
                .Select(row => row.PrincipalId),
            Is.EqualTo([first.IdOf("Ana Silva")])
        );
    }

    [Test]
    public async Task A_membership_activated_after_the_start_is_no_standing_member()
    {
        var tenant = Small.Builder().GroupActivate("Ben Okoye", Small.Operators, end: Small.Now.AddHours(1)).Build();
        var early = await Small.CollectAsync(tenant);
        var late = await Emulated.CollectAsync(
            tenant,
            new EmulatorOptions(),
            Small.Options,
            startsAt: Small.Now.AddHours(-1)
        );

        Assert.Multiple(() =>
        {
            Assert.That(early.Snapshot.Memberships, Has.Length.EqualTo(3));
            Assert.That(late.Snapshot.Memberships, Has.Length.EqualTo(2));
            Assert.That(late[SnapshotParts.GroupMembers].Dropped, Is.EqualTo(1));
        });
    }

    private static IEnumerable<(SnapshotParts, string, MissingReason)> GapsOf(Collected collected) =>
        collected.Snapshot.Collection.Parts.SelectMany(part =>
            part.Gaps.Select(gap => (part.Part, gap.ObjectId, gap.Reason))
        );

    private static AssignmentLists ListsOf(Collected collected) =>
        AssignmentLists.Compare(collected.Snapshot.RoleAssignments, collected.Snapshot.RoleAssignmentInstances);

    private static Task<Collected> CollectAsync(EmulatedTenant first, EmulatedTenant later, string laterWhen) =>
        CollectAsync(first, later, body => body.Contains(laterWhen, StringComparison.Ordinal));

    /// <summary>Requests whose body satisfies the test are answered by the later tenant.</summary>
    private static async Task<Collected> CollectAsync(
        EmulatedTenant first,
        EmulatedTenant later,
        Func<string, bool> isLater,
        params EmulatorFault[] faults
    )
    {
        await using var second = await GraphEmulatorServer.StartAsync(
            later,
            new EmulatorOptions { AccessToken = $"emulator-{first.Id}", Faults = faults }
        );
        using var transport = new Rerouted(second.BaseAddress, isLater);
        return await Emulated.CollectAsync(first, new EmulatorOptions(), Small.Options, transport: transport);
    }
}
