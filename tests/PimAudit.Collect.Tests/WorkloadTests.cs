using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class WorkloadTests
{
    private const string Elsewhere = "99999999-9999-4999-8999-999999999999";

    [Test]
    public async Task Tells_who_owns_a_workload_and_the_application_behind_it()
    {
        var collected = await Small.CollectAsync();

        var tenant = Small.Tenant;
        var workload = collected.Snapshot.ServicePrincipals.Single();
        var application = collected.Snapshot.Applications.Single();
        Assert.Multiple(() =>
        {
            Assert.That((application.AppId, application.DisplayName), Is.EqualTo((workload.AppId, "Backup")));
            Assert.That(
                application.Credentials!.Value.Select(one => (one.Kind, one.EndsAt)),
                Is.EqualTo([(CredentialKind.Password, (DateTimeOffset?)Small.Now.AddDays(90))])
            );
            Assert.That(workload.Credentials!.Value, Is.Empty);
            Assert.That(
                collected.Snapshot.ServicePrincipalOwners,
                Is.EqualTo([new WorkloadOwner(workload.Id, tenant.IdOf("Carla Rossi"), ObjectKind.User)])
            );
            Assert.That(
                collected.Snapshot.ApplicationOwners,
                Is.EqualTo([new WorkloadOwner(application.Id, tenant.IdOf("Ben Okoye"), ObjectKind.User)])
            );
        });
    }

    [Test]
    public async Task A_service_principal_may_hold_credentials_of_its_own()
    {
        var tenant = Small
            .Builder()
            .AddKeyCredential("Backup", end: Small.Now.AddDays(1), onApplication: false)
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            collected.Snapshot.ServicePrincipals.Single().Credentials!.Value.Select(one => (one.Kind, one.EndsAt)),
            Is.EqualTo([(CredentialKind.Key, (DateTimeOffset?)Small.Now.AddDays(1))])
        );
    }

    /// <summary>Its own details are read: it owns what holds a role. Who owns it is another question.</summary>
    [Test]
    public async Task Owners_are_named_and_not_followed()
    {
        var tenant = Small
            .Builder()
            .User("Dora Lind")
            .ServicePrincipal("Deployer")
            .Application("Deployer")
            .AddOwner("Deployer", "Backup")
            .AddOwner("Dora Lind", "Deployer")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.ServicePrincipals.Select(one => one.DisplayName),
                Is.EquivalentTo(["Backup", "Deployer"])
            );
            Assert.That(
                collected.Snapshot.ServicePrincipalOwners.Select(row => (row.ObjectId, row.OwnerKind)),
                Is.EquivalentTo([
                    (tenant.IdOf("Backup"), ObjectKind.User),
                    (tenant.IdOf("Backup"), ObjectKind.ServicePrincipal),
                ])
            );
            Assert.That(collected.Snapshot.Applications.Select(one => one.DisplayName), Is.EqualTo(["Backup"]));
            Assert.That(collected.Snapshot.Users.Select(user => user.DisplayName), Has.None.EqualTo("Dora Lind"));
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task Workloads_are_found_in_groups_at_any_depth_and_an_owner_of_a_group_is_none()
    {
        var tenant = Small
            .Builder()
            .ServicePrincipal("Deep")
            .ServicePrincipal("Owning")
            .Group("Inner")
            .AddMember("Inner", Small.Operators)
            .GroupEligible("Deep", "Inner")
            .AddOwner("Owning", "Inner")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                AskedOwnersOf(collected),
                Is.EquivalentTo([tenant.IdOf("Backup").ToString(), tenant.IdOf("Deep").ToString()])
            );
            Assert.That(
                collected.Snapshot.ServicePrincipals.Select(one => one.DisplayName),
                Is.EquivalentTo(["Backup", "Deep", "Owning"])
            );
        });
    }

    [Test]
    public async Task A_managed_identity_and_an_application_of_another_tenant_have_none_here()
    {
        var tenant = Small
            .Builder()
            .ServicePrincipal("Managed", type: "ManagedIdentity")
            .ServicePrincipal("Multitenant")
            .Application("Multitenant")
            .Assign("Managed", "Directory Readers")
            .Assign("Multitenant", "Directory Readers")
            .Build();
        using var network = new Rewritten(body =>
        {
            if (body.ContainsKey("appOwnerOrganizationId") && (string?)body["displayName"] == "Multitenant")
                body["appOwnerOrganizationId"] = Elsewhere;
        });

        var collected = await Emulated.CollectAsync(tenant, new EmulatorOptions(), Small.Options, transport: network);

        Assert.Multiple(() =>
        {
            Assert.That(collected[SnapshotParts.Applications].Requests, Is.EqualTo(1));
            Assert.That(collected[SnapshotParts.ServicePrincipalOwners].Requests, Is.EqualTo(3));
            Assert.That(collected.Snapshot.Applications.Select(one => one.DisplayName), Is.EqualTo(["Backup"]));
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task Details_of_a_service_principal_are_read_once()
    {
        var tenant = Small.Builder().ServicePrincipal("Deployer").AddOwner("Deployer", "Backup").Build();

        var collected = await Small.CollectAsync(tenant);

        var asked = collected
            .Requests.Where(request =>
                request.PathAndQuery.StartsWith("/v1.0/servicePrincipals?", StringComparison.Ordinal)
            )
            .ToList();
        Assert.That(
            new[] { "Backup", "Deployer" }.Select(name =>
                asked.Count(request =>
                    request.PathAndQuery.Contains(tenant.IdOf(name).ToString(), StringComparison.Ordinal)
                )
            ),
            Is.EqualTo([1, 1])
        );
    }

    [Test]
    public async Task Without_its_client_id_the_application_of_a_service_principal_is_unknown()
    {
        var collected = await Small.CollectAsync(new EmulatorFault("/servicePrincipals.*id in", FaultKind.Refused));

        var backup = Small.Tenant.IdOf("Backup");
        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Incomplete,
                Is.EqualTo([
                    "Principals: Partial",
                    "Applications: Failed NotCollected",
                    "ApplicationOwners: NotAsked NotCollected",
                ])
            );
            Assert.That(
                collected.Snapshot.Collection.GapOf(SnapshotParts.Applications, backup)?.Detail,
                Is.EqualTo("The service principal itself could not be read, so nobody knows its application.")
            );
        });
    }

    [Test]
    public async Task One_refusal_is_a_gap_of_one_workload()
    {
        var tenant = Small.Builder().ServicePrincipal("Other").Assign("Other", "Directory Readers").Build();
        var other = tenant.IdOf("Other").ToString();

        var collected = await Small.CollectAsync(
            tenant,
            new EmulatorFault($"/servicePrincipals/{other}/owners", FaultKind.Refused)
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.EqualTo(["ServicePrincipalOwners: Partial"]));
            Assert.That(
                collected[SnapshotParts.ServicePrincipalOwners].Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
                Is.EqualTo([(other, MissingReason.Permission)])
            );
        });
    }

    [Test]
    public async Task An_application_that_is_gone_is_an_answer()
    {
        var tenant = Small.Builder().ServicePrincipal("Orphan").Assign("Orphan", "Directory Readers").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(collected[SnapshotParts.Applications].Requests, Is.EqualTo(2));
        Assert.That(collected.Snapshot.Applications.Select(one => one.DisplayName), Is.EqualTo(["Backup"]));
        Assert.That(collected.Incomplete, Is.Empty);
    }

    [Test]
    public async Task A_tenant_without_workloads_asks_nothing_and_misses_nothing()
    {
        var tenant = TenantBuilder
            .Create("Contoso", Small.Now)
            .User("Ana Silva")
            .Assign("Ana Silva", "Security Reader")
            .Build();

        var collected = await Emulated.CollectAsync(tenant);

        Assert.That(
            new[]
            {
                SnapshotParts.ServicePrincipalOwners,
                SnapshotParts.Applications,
                SnapshotParts.ApplicationOwners,
            }.Select(part => (collected[part].Status, collected[part].Requests)),
            Is.EqualTo([(PartStatus.Complete, 0), (PartStatus.Complete, 0), (PartStatus.Complete, 0)])
        );
    }

    private static IEnumerable<string> AskedOwnersOf(Collected collected) =>
        collected
            .Requests.Where(request =>
                request.PathAndQuery.StartsWith("/v1.0/servicePrincipals/", StringComparison.Ordinal)
            )
            .Select(request => request.PathAndQuery.Split('/')[3]);
}
