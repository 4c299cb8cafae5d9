using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class BetaTests
{
    [Test]
    public async Task Tells_which_roles_Microsoft_counts_as_privileged()
    {
        var collected = await Small.CollectAsync();

        var privileged = collected.Snapshot.PrivilegedRoles.ToDictionary(row => row.RoleDefinitionId);
        Assert.Multiple(() =>
        {
            Assert.That(privileged.Keys, Is.EqualTo(collected.Snapshot.Roles.Select(role => role.Id)));
            Assert.That(
                new[] { "Global Administrator", "Directory Readers" }.Select(name =>
                    privileged[collected.Snapshot.Roles.Single(role => role.DisplayName == name).Id].IsPrivileged
                ),
                Is.EqualTo([true, false])
            );
        });
    }

    [Test]
    public async Task A_role_of_which_beta_does_not_say_it_is_a_gap_and_not_harmless()
    {
        const string Reader = "5d6b6bb7-de71-4623-b4af-96380a352509";
        using var network = new Rewritten(body =>
        {
            if (body.ContainsKey("isPrivileged") && (string?)body["id"] == Reader)
                body["isPrivileged"] = null;
        });

        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options,
            transport: network
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.EqualTo(["PrivilegedRoles: Partial"]));
            Assert.That(
                collected[SnapshotParts.PrivilegedRoles].Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
                Is.EqualTo([(Reader, MissingReason.Malformed)])
            );
            Assert.That(
                collected.Snapshot.PrivilegedRoles.Select(row => row.RoleDefinitionId.ToString()),
                Has.None.EqualTo(Reader)
            );
        });
    }

    [Test]
    public async Task A_group_that_PIM_manages_is_read_although_it_holds_no_role()
    {
        var tenant = Small.Builder().User("Dora Lind").Group("Managed").GroupEligible("Dora Lind", "Managed").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.PimGroups.Select(group => group.GroupId),
                Is.EquivalentTo([tenant.IdOf(Small.Operators), tenant.IdOf("Managed")])
            );
            Assert.That(collected.Snapshot.Groups.Select(group => group.DisplayName), Does.Contain("Managed"));
            Assert.That(
                collected.Snapshot.GroupEligibilities.Select(row => row.PrincipalId),
                Does.Contain(tenant.IdOf("Dora Lind"))
            );
            Assert.That(collected.Snapshot.Users.Select(user => user.DisplayName), Does.Contain("Dora Lind"));
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task Groups_that_PIM_still_lists_after_their_deletion_are_counted_and_not_looked_up()
    {
        var tenant = Small
            .Builder()
            .Group("Gone")
            .Group("Gone too")
            .PimEnabled("Gone")
            .PimEnabled("Gone too")
            .Delete("Gone")
            .Delete("Gone too")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.PimGroups, Has.Length.EqualTo(3));
            Assert.That(
                collected.Snapshot.Collection.Notes,
                Is.EqualTo(["PIM lists 2 groups that the directory does not have any more."])
            );
            Assert.That(
                collected.Snapshot.DeletedObjects.Select(one => one.DisplayName),
                Is.EqualTo(["Left Already"]),
                "of those that hold a role"
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [TestCase(FaultKind.Refused)]
    [TestCase(FaultKind.ServerError)]
    public async Task Finds_the_groups_that_are_there_without_getByIds(FaultKind fault)
    {
        var tenant = Small
            .Builder()
            .Group("Managed")
            .Group("Gone")
            .PimEnabled("Managed")
            .PimEnabled("Gone")
            .Delete("Gone")
            .Build();

        var collected = await Small.CollectAsync(tenant, new EmulatorFault("/getByIds", fault));

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Snapshot.Groups.Select(group => group.DisplayName), Does.Contain("Managed"));
            Assert.That(
                collected.Snapshot.Collection.Notes,
                Is.EqualTo(["PIM lists 1 group that the directory does not have any more."])
            );
        });
    }

    [Test]
    public async Task A_group_that_could_not_be_found_either_way_is_a_gap()
    {
        var tenant = Small.Builder().Group("Managed").PimEnabled("Managed").Build();

        var collected = await Small.CollectAsync(
            tenant,
            new EmulatorFault("/getByIds", FaultKind.Refused),
            new EmulatorFault("/groups.*id in", FaultKind.Refused)
        );

        Assert.That(
            collected[SnapshotParts.PimGroups].Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
            Is.EqualTo([(tenant.IdOf("Managed").ToString(), MissingReason.Permission)])
        );
    }

    [Test]
    public async Task Reads_the_alerts_with_what_they_point_at()
    {
        var tenant = Small
            .Builder()
            .PimAlert("StaleSignIn", isActive: true, incidents: ["Ana Silva"])
            .PimAlert("RedundantAssignment", isActive: false, isEnabled: false)
            .Build();

        var collected = await Small.CollectAsync(tenant);

        var alerts = collected.Snapshot.PimAlerts;
        Assert.Multiple(() =>
        {
            Assert.That(
                alerts.Select(alert => alert.Id.Split('_')[2]),
                Is.EqualTo([
                    "InvalidLicenseAlert",
                    "NoMfaOnRoleActivationAlert",
                    "RedundantAssignmentAlert",
                    "RolesAssignedOutsidePimAlert",
                    "SequentialActivationRenewalsAlert",
                    "StaleSignInAlert",
                    "TooManyGlobalAdminsAssignedToTenantAlert",
                ])
            );
            Assert.That(
                alerts
                    .Where(alert => alert.IsActive)
                    .SelectMany(alert => alert.Incidents.Select(one => one.AssigneeId)),
                Is.EqualTo([tenant.IdOf("Ana Silva")])
            );
            Assert.That(
                alerts.Where(alert => alert.IsEnabled is false).Select(alert => alert.Id.Split('_')[2]),
                Is.EqualTo(["RedundantAssignmentAlert"])
            );
        });
    }

    [Test]
    public async Task An_alert_of_which_only_the_first_incidents_came_is_a_gap()
    {
        using var network = new Rewritten(body =>
        {
            if (((string?)body["id"])?.EndsWith("StaleSignInAlert", StringComparison.Ordinal) is true)
                body["alertIncidents@odata.nextLink"] = "https://graph.microsoft.com/beta/more";
        });

        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options,
            transport: network
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.EqualTo(["PimAlerts: Partial"]));
            Assert.That(
                collected[SnapshotParts.PimAlerts].Gaps.Select(gap => gap.ObjectId),
                Is.EqualTo([$"DirectoryRole_{Small.Tenant.Id}_StaleSignInAlert"])
            );
        });
    }

    [Test]
    public async Task Beta_is_never_in_a_batch()
    {
        var collected = await Small.CollectAsync();

        Assert.That(
            collected
                .Requests.Where(request => request.PathAndQuery.StartsWith("/beta/", StringComparison.Ordinal))
                .Select(request => (request.Method, request.IsInner))
                .Distinct(),
            Is.EqualTo([("GET", false)])
        );
    }

    [Test]
    public async Task Pages_of_beta_are_followed()
    {
        var collected = await Emulated.CollectAsync(Small.Tenant, new EmulatorOptions { PageSize = 50 }, Small.Options);

        Assert.That(collected[SnapshotParts.PrivilegedRoles].Pages, Is.EqualTo(3));
        Assert.That(
            collected.Snapshot.PrivilegedRoles.Select(row => row.RoleDefinitionId),
            Is.EqualTo(collected.Snapshot.Roles.Select(role => role.Id))
        );
    }
}
