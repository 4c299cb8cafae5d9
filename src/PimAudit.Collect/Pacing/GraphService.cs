namespace PimAudit.Collect;

/// <summary>The services behind Graph, as far as each counts requests by itself.</summary>
internal enum GraphService
{
    /// <summary>Users, groups and the other directory objects: resource units for each application and tenant.</summary>
    Identity,

    /// <summary>Assignments, eligibilities, settings and alerts of PIM: no limit is published.</summary>
    Pim,

    /// <summary>Audit log and registration report.</summary>
    Reports,

    /// <summary>Conditional Access: shared by all applications of the tenant.</summary>
    ConditionalAccess,
}

/// <summary>What one request weighs with the service that answers it.</summary>
/// <param name="Units">Resource units with <see cref="GraphService.Identity"/>; elsewhere one for a request.</param>
/// <remarks>Source: "Microsoft Graph service-specific throttling limits", identity and access.</remarks>
internal readonly record struct RequestLoad(GraphService Service, int Units)
{
    private static readonly (string Path, GraphService Service)[] Services =
    [
        ("/auditLogs/", GraphService.Reports),
        ("/reports/", GraphService.Reports),
        ("/identity/conditionalAccess/", GraphService.ConditionalAccess),
        ("/roleManagement/directory/roleAssignmentSchedule", GraphService.Pim),
        ("/roleManagement/directory/roleEligibilitySchedule", GraphService.Pim),
        ("/policies/roleManagementPolic", GraphService.Pim),
        ("/identityGovernance/privilegedAccess/", GraphService.Pim),
        ("/identityGovernance/roleManagementAlerts/", GraphService.Pim),
    ];

    /// <summary>These are asked for alone: together in a batch they would be counted at the same moment.</summary>
    public bool IsSparse => Service is GraphService.Reports or GraphService.ConditionalAccess;

    /// <param name="address">Absolute, with version.</param>
    public static RequestLoad Of(Uri address)
    {
        var path = WithoutVersion(address.AbsolutePath);
        var service = Services
            .Where(entry => path.StartsWith(entry.Path, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Service)
            .FirstOrDefault(GraphService.Identity);
        return new(service, service is GraphService.Identity ? UnitsOf(path, address.Query) : 1);
    }

    private static int UnitsOf(string path, string query)
    {
        var units =
            path.Contains("/transitiveMembers", StringComparison.OrdinalIgnoreCase) ? 5
            : path.EndsWith("/members", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("/getByIds", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("/subscribedSkus", StringComparison.OrdinalIgnoreCase)
                ? 3
            : path.StartsWith("/users", StringComparison.OrdinalIgnoreCase) ? 2
            : 1;
        if (query.Contains("$select=", StringComparison.Ordinal))
            units--;
        if (query.Contains("$expand=", StringComparison.Ordinal))
            units++;
        return Math.Max(1, units);
    }

    private static string WithoutVersion(string path)
    {
        var version = path.IndexOf("/v1.0/", StringComparison.Ordinal);
        if (version < 0)
            version = path.IndexOf("/beta/", StringComparison.Ordinal);
        return version < 0 ? path : path[(version + "/beta".Length)..];
    }
}
