using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Role management policies: the settings of roles and of both sides of groups.</summary>
internal static class PolicyEndpoints
{
    private static readonly Resource Assignments = new(
        "policies/roleManagementPolicyAssignments",
        ["id", "policyId", "scopeId", "scopeType", "roleDefinitionId"]
    )
    {
        Options = ["filter", "select", "expand"],
        Filters = DirectoryResources.Filters(("scopeId", ["eq"]), ("scopeType", ["eq"]), ("roleDefinitionId", ["eq"])),
        Expands = ["policy"],
        IsPim = true,
    };

    private static readonly Resource Policy = new(
        "policies/roleManagementPolicies",
        [
            "id",
            "displayName",
            "description",
            "isOrganizationDefault",
            "scopeId",
            "scopeType",
            "lastModifiedDateTime",
            "lastModifiedBy",
        ]
    )
    {
        Options = ["select", "expand"],
        Expands = ["rules", "effectiveRules"],
        IsPim = true,
    };

    private static readonly Resource Rules = new(
        "policies/roleManagementPolicies/rules",
        ["@odata.type", "id", "target"]
    )
    {
        IsPim = true,
    };

    public static void Map(Router router)
    {
        router.Get("policies/roleManagementPolicyAssignments", List);
        router.Get("policies/roleManagementPolicies/{id}", OnePolicy);
        router.Get("policies/roleManagementPolicies/{id}/rules", ListRules);
    }

    private static JsonObject List(Call call)
    {
        var expand = call.Query.Expand.FirstOrDefault(item => item.Name is "policy");
        if (expand is not null)
            CheckInner(call, expand);
        var entries = Entries(call).ToDictionary(PolicyBodies.Assignment);
        return call.List(
            Assignments,
            [.. entries.Keys],
            row => Expanded(call, row, expand is null ? null : (entries[row], expand))
        );
    }

    /// <summary>The service takes one scope and its matching type, and a role definition if it must.</summary>
    private static IEnumerable<PolicyEntry> Entries(Call call)
    {
        var filter = call.Filter ?? throw GraphErrors.MissingProvider();
        var role = filter.Equal("roleDefinitionId");
        var policies = call.Tenant.Policies;
        var entries = (filter.Equal("scopeType")?.ToLowerInvariant(), filter.Equal("scopeId")) switch
        {
            ("directoryrole", "/") => policies.OfRoles,
            ("group", { } scope) when Guid.TryParse(scope, out var group) => OfGroup(call, group),
            _ => throw GraphErrors.MissingProvider(),
        };
        return entries.Where(entry =>
            role is null || string.Equals(role, entry.Owner.RoleDefinitionId, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static IEnumerable<PolicyEntry> OfGroup(Call call, Guid group) =>
        call.Tenant.Directory.Find(group, EntryKind.Group) is null
            ? throw GraphErrors.PimNotFound()
            : new[] { "member", "owner" }
                .Select(access => call.Tenant.Policies.Find(new PolicyOwner(group, access)))
                .OfType<PolicyEntry>();

    private static void CheckInner(Call call, ExpandItem expand)
    {
        var inner = QueryOptions.Parse(
            string.Join(
                '&',
                new[]
                {
                    expand.Select.Length > 0 ? "$select=" + string.Join(',', expand.Select) : "",
                    expand.Expand.Length > 0
                        ? "$expand=" + string.Join(',', expand.Expand.Select(item => item.Name))
                        : "",
                }
            )
        );
        Policy.Check(inner, filter: null, call.Request.IsEventual);
    }

    private static JsonObject Expanded(Call call, JsonObject row, (PolicyEntry Entry, ExpandItem Item)? policy)
    {
        var result = Assignments.Project(row, call.Query.Select);
        if (policy is { } wanted)
            result["policy"] = PolicyBody(call, wanted.Entry, wanted.Item);
        return result;
    }

    private static JsonObject PolicyBody(Call call, PolicyEntry entry, ExpandItem item)
    {
        var whole = PolicyBodies.Policy(call.Tenant, entry);
        var result = Policy.Project(whole, item.Select);
        foreach (var name in item.Expand.Select(inner => inner.Name))
            result[name] = entry.IsBroken ? throw GraphErrors.ServerError() : whole["rules"]!.DeepClone();
        return result;
    }

    private static JsonObject OnePolicy(Call call)
    {
        Policy.Check(call.Query, filter: null, call.Request.IsEventual);
        var entry = Find(call);
        var body = PolicyBody(call, entry, new ExpandItem("policy", call.Query.Select, call.Query.Expand));
        body["@odata.context"] = "policies/roleManagementPolicies/$entity";
        return body;
    }

    private static JsonObject ListRules(Call call)
    {
        var entry = Find(call);
        if (entry.IsBroken)
            throw GraphErrors.ServerError();
        var rules = PolicyBodies.Policy(call.Tenant, entry)["rules"]!.AsArray().Select(rule => rule!.AsObject());
        return call.List(Rules, [.. rules], rule => rule.DeepClone().AsObject());
    }

    private static PolicyEntry Find(Call call) =>
        call.Tenant.Policies.ByPolicyId(call.Request.Segments[2]) ?? throw GraphErrors.PimNotFound();
}
