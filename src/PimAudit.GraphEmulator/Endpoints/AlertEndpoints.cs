using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Beta: PIM's alerts and the list of groups that are enabled in PIM.</summary>
internal static class AlertEndpoints
{
    private const string GroupResources = "identityGovernance/privilegedAccess/group/resources";

    private static readonly string[] Related = ["alertDefinition", "alertConfiguration", "alertIncidents"];

    private static readonly Resource Alerts = new(
        "identityGovernance/roleManagementAlerts/alerts",
        [
            "id",
            "alertDefinitionId",
            "scopeId",
            "scopeType",
            "incidentCount",
            "isActive",
            "lastModifiedDateTime",
            "lastScannedDateTime",
        ]
    )
    {
        Options = ["filter", "select", "expand"],
        Filters = DirectoryResources.Filters(("scopeId", ["eq"]), ("scopeType", ["eq"]), ("isActive", ["eq"])),
        Expands = [.. Related, "*"],
        IsPim = true,
    };

    private static readonly Resource EnabledGroups = new(GroupResources, ["id"])
    {
        Options = ["filter", "select"],
        Filters = DirectoryResources.Filters(("id", ["eq"])),
        IsPim = true,
    };

    public static void Map(Router router)
    {
        router.GetBeta(Alerts.Context, ListAlerts);
        router.GetBeta(GroupResources, call => call.List(EnabledGroups, Enabled(call.Tenant)));
    }

    private static JsonObject ListAlerts(Call call)
    {
        if (
            call.Filter?.Equal("scopeId") is not "/"
            || !"DirectoryRole".Equals(call.Filter.Equal("scopeType"), StringComparison.OrdinalIgnoreCase)
        )
            throw GraphErrors.MissingProvider();
        return call.List(Alerts, call.Tenant.Documents.PimAlerts, row => Expanded(call, row));
    }

    private static JsonObject Expanded(Call call, JsonObject row)
    {
        var result = Alerts.Project(row, call.Query.Select);
        var wanted = call.Query.Expand.Select(item => item.Name).ToList();
        foreach (var name in Related.Where(name => wanted.Contains("*") || wanted.Contains(name)))
            result[name] = row[name]!.DeepClone();
        return result;
    }

    /// <summary>Ids only, of deleted groups too: the service does not forget them.</summary>
    private static IReadOnlyList<JsonObject> Enabled(EmulatedTenant tenant) =>
        tenant.Cache.Keep<IReadOnlyList<JsonObject>>(
            GroupResources,
            () =>
                [
                    .. tenant
                        .GroupPim.Enabled.Concat(tenant.GroupPim.WithPimRows)
                        .Concat(tenant.Policies.ChangedGroups)
                        .Distinct()
                        .Select(id => id.ToString())
                        .Order(StringComparer.Ordinal)
                        .Select(id => new JsonObject { ["id"] = id }),
                ]
        );
}
