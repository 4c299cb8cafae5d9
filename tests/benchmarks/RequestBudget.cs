using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>Counts the HTTP calls that the collection of a large tenant costs; a batch is one call.</summary>
internal static class RequestBudget
{
    private const int Budget = 130;

    /// <summary>Graph decides how many rows a page has: the page of its directory lists, and the longest that it documents.</summary>
    private static readonly int[] PageSizes = [100, 999];

    /// <returns>0 within the budget and read completely, whatever the size of a page; else 1.</returns>
    public static async Task<int> RunAsync()
    {
        Console.WriteLine(
            $"{LargeTenant.Users} users, {LargeTenant.Groups} groups ({LargeTenant.RoleAssignable} role-assignable), "
                + $"{LargeTenant.Roles} roles, {LargeTenant.Assignments} assignments"
        );
        var now = TimeProvider.System.GetUtcNow();
        var tenant = LargeTenant.Build(now);
        var kept = true;
        foreach (var size in PageSizes)
        {
            var (snapshot, calls) = await CollectAsync(tenant, size);
            kept &= IsKept(size, snapshot, calls);
        }

        return kept ? 0 : 1;
    }

    private static async Task<(TenantSnapshot Snapshot, int Calls)> CollectAsync(EmulatedTenant tenant, int pageSize)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(tenant, new() { PageSize = pageSize });
        using var connection = new GraphConnection(new(graph.BaseAddress), new StaticToken(graph.AccessToken));
        var options = new CollectionOptions { ToolVersion = "benchmark" };
        var snapshot = await new TenantCollector(connection, options, TimeProvider.System).CollectAsync(
            progress: null,
            CancellationToken.None
        );
        return (snapshot, graph.Requests.Count(request => !request.IsInner));
    }

    private static bool IsKept(int pageSize, TenantSnapshot snapshot, int calls)
    {
        var missing = snapshot
            .Collection.Parts.Where(part => part.Status is not (PartStatus.Complete or PartStatus.NotAsked))
            .Select(part => $"{part.Part} {part.Status}")
            .ToArray();
        var rows = snapshot.RoleAssignments.Length + snapshot.RoleEligibilities.Length;
        Console.WriteLine(
            $"pages of {pageSize, 3}: {calls} HTTP calls of {Budget}; read {rows} assignments and {snapshot.Groups.Length} groups; "
                + $"incomplete: {(missing.Length == 0 ? "nothing" : string.Join(", ", missing))}"
        );
        return calls <= Budget && missing.Length == 0 && rows == LargeTenant.Assignments;
    }
}
