using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Generated;

/// <summary>The figures of a size are exact. Roles and events are read over HTTP, the rest is counted in the stores.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class FigureTests
{
    private const string Roles = "roleManagement/directory/";

    [TestCase(TenantSize.Small, 1)]
    [TestCase(TenantSize.Small, 77)]
    [TestCase(TenantSize.Typical, 1)]
    [TestCase(TenantSize.Typical, 77)]
    public async Task A_tenant_has_the_figures_of_its_size(TenantSize size, int seed)
    {
        var tenant = GeneratedTenant.Make(size, seed).Tenant;
        await using var graph = await GraphClient.StartAsync(tenant, new EmulatorOptions { PageSize = 999 });
        var active = await graph.AllAsync(Roles + "roleAssignmentScheduleInstances");
        var eligible = await graph.AllAsync(Roles + "roleEligibilityScheduleInstances");
        var inUse = active.Concat(eligible).Select(row => row.Text("roleDefinitionId")).Distinct().ToList();
        var custom = tenant.Roles.Definitions.Count(role => !role["isBuiltIn"]!.GetValue<bool>());

        Assert.That(
            new TenantFigures(
                tenant.Directory.All(EntryKind.User).Count + tenant.People.Others,
                PeopleOnPaths(tenant, active.Concat(eligible)).Count,
                inUse.Count - custom,
                custom,
                active.Count,
                eligible.Count,
                (await graph.AllAsync("groups?$filter=isAssignableToRole eq true")).Count,
                tenant.GroupPim.WithPimRows.Count(),
                tenant.GroupPim.AllEligible.Count(),
                (await graph.AllAsync("auditLogs/directoryAudits?$top=1000")).Count
            ),
            Is.EqualTo(TenantFigures.Of(size))
        );
    }

    [TestCase(TenantSize.Small, "150 20 12+0 20/25 3/5 15 300")]
    [TestCase(TenantSize.Typical, "8000 250 40+0 120/300 40/60 600 10000")]
    [TestCase(TenantSize.Large, "120000 4000 90+0 1500/5000 300/1000 20000 250000")]
    [TestCase(TenantSize.Extreme, "1500000 40000 142+100 20000/60000 390/4400 250000 5000000")]
    public void The_figures_are_as_documented(TenantSize size, string figures)
    {
        var of = TenantFigures.Of(size);

        Assert.That(
            $"{of.Users} {of.PeopleOnPaths} {of.BuiltInRoles}+{of.CustomRoles} {of.ActiveAssignments}/{of.EligibleAssignments} "
                + $"{of.RoleAssignableGroups}/{of.PimGroups} {of.GroupEligibilities} {of.AuditEvents}",
            Is.EqualTo(figures)
        );
    }

    private static HashSet<Guid> PeopleOnPaths(EmulatedTenant tenant, IEnumerable<JsonObject> rows)
    {
        var principals = rows.Select(row => row.Id("principalId")!.Value).Distinct();
        return
        [
            .. principals
                .SelectMany(id =>
                    tenant
                        .Directory.Members.TargetsOf(id)
                        .Concat(tenant.GroupPim.EligibleOf(id).Select(row => row.Id("principalId")!.Value))
                        .Append(id)
                )
                .Where(id => tenant.Directory.Find(id, EntryKind.User) is not null),
        ];
    }
}
