using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Role definitions, role assignments and the instance lists of PIM for Entra roles.</summary>
internal static class RoleEndpoints
{
    private const string Base = "roleManagement/directory/";
    private static readonly string[] Equality = ["eq", "ne"];

    private static readonly Resource Definitions = new(
        Base + "roleDefinitions",
        [
            "id",
            "description",
            "displayName",
            "isBuiltIn",
            "isEnabled",
            "resourceScopes",
            "templateId",
            "version",
            "rolePermissions",
        ]
    )
    {
        Options = ["filter", "select", "expand"],
        Filters = DirectoryResources.Filters(
            ("id", ["eq", "in"]),
            ("displayName", ["eq", "in"]),
            ("isBuiltIn", ["eq", "in"])
        ),
        Expands = ["inheritsPermissionsFrom"],
    };

    private static readonly Resource Assignments = new(
        Base + "roleAssignments",
        [
            "id",
            "principalId",
            "principalOrganizationId",
            "resourceScope",
            "directoryScopeId",
            "appScopeId",
            "condition",
            "roleDefinitionId",
        ]
    )
    {
        Options = ["filter", "select", "expand"],
        Filters = DirectoryResources.Filters(("roleDefinitionId", ["eq"]), ("principalId", ["eq"])),
        Expands = ["principal", "roleDefinition", "directoryScope"],
        IsPim = true,
    };

    private static readonly Resource Eligible = Instances(
        "roleEligibilityScheduleInstances",
        "roleEligibilityScheduleId",
        ["principal", "roleDefinition", "directoryScope"]
    );

    private static readonly Resource Active = Instances(
        "roleAssignmentScheduleInstances",
        "roleAssignmentScheduleId",
        ["principal", "roleDefinition", "directoryScope", "activatedUsing"]
    );

    public static void Map(Router router)
    {
        router.Get(Base + "roleDefinitions", call => call.List(Definitions, call.Tenant.Roles.Definitions));
        router.Get(Base + "roleDefinitions/{id}", OneDefinition);
        router.Get(Base + "roleAssignments", ListAssignments);
        router.Get(
            Base + "roleEligibilityScheduleInstances",
            call => ListInstances(call, Eligible, call.Tenant.Roles.EligibilityInstances)
        );
        router.Get(
            Base + "roleAssignmentScheduleInstances",
            call => ListInstances(call, Active, call.Tenant.Roles.AssignmentInstances)
        );
        router.Get(Base + "roleEligibilityScheduleRequests", RefuseRequests);
        router.Get(Base + "roleAssignmentScheduleRequests", RefuseRequests);
    }

    private static JsonObject OneDefinition(Call call)
    {
        var key = call.Request.Segments[3];
        var body = Guid.TryParse(key, out var id) ? call.Tenant.Roles.Definition(id) : null;
        return call.One(Definitions, body ?? throw GraphErrors.NotFound(key));
    }

    private static JsonObject ListAssignments(Call call)
    {
        if (call.Query.Expand.Length > 1)
            throw GraphErrors.BadRequest("Only one relationship can be expanded in a request.");
        return call.List(Assignments, call.Tenant.Roles.Assignments, row => Expanded(call, Assignments, row));
    }

    private static JsonObject ListInstances(Call call, Resource resource, IReadOnlyList<JsonObject> rows)
    {
        if (call.Query.Expand.Any(item => item.Select.Length > 0 || item.Expand.Length > 0))
            throw GraphErrors.InvalidPimQuery("The  filter is invalid.");
        return call.List(resource, rows, row => Expanded(call, resource, row));
    }

    /// <summary>In practice the service wants write permissions for these, which no reader has.</summary>
    private static JsonObject RefuseRequests(Call call) =>
        throw GraphErrors.ScopeNotGranted(
            "RoleAssignmentSchedule.ReadWrite.Directory,RoleManagement.ReadWrite.Directory"
        );

    private static JsonObject Expanded(Call call, Resource resource, JsonObject row)
    {
        var result = resource.Project(row, call.Query.Select);
        foreach (var item in call.Query.Expand)
            result[item.Name] = Related(call, item.Name, row);
        return result;
    }

    private static JsonNode? Related(Call call, string name, JsonObject row) =>
        name switch
        {
            "principal" => Principal(call, row.Id("principalId")),
            "roleDefinition"
                when row.Id("roleDefinitionId") is { } role && call.Tenant.Roles.Definition(role) is { } body =>
                Definitions.Project(body, []),
            "directoryScope" => Principal(call, ScopeObject(row.Text("directoryScopeId"))),
            "activatedUsing" => call.Tenant.Roles.EligibilityInstances.FirstOrDefault(eligible =>
                string.Equals(eligible.Text("id"), row.Text(TenantBuilder.UsingMark), StringComparison.Ordinal)
            )
                is { } used
                ? Eligible.Project(used, [])
                : null,
            _ => null,
        };

    private static Guid? ScopeObject(string? scope) => Guid.TryParse(scope?.Split('/').Last(), out var id) ? id : null;

    /// <summary>The whole object; null when it is deleted or foreign.</summary>
    internal static JsonObject? Principal(Call call, Guid? id)
    {
        if (id is null || call.Tenant.Directory.Find(id.Value) is not { } entry)
            return null;
        var resource = DirectoryResources.Of(entry.Kind);
        return resource.Project(
            entry.Body,
            [.. resource.Properties.Where(property => property is not "signInActivity")],
            entry.GraphType
        );
    }

    private static Resource Instances(string name, string schedule, string[] expands) =>
        new(
            Base + name,
            [
                "id",
                "principalId",
                "roleDefinitionId",
                "directoryScopeId",
                "appScopeId",
                "startDateTime",
                "endDateTime",
                "assignmentType",
                "memberType",
                "roleAssignmentOriginId",
                schedule,
            ]
        )
        {
            Options = ["filter", "select", "expand"],
            Filters = DirectoryResources.Filters(
                ("assignmentType", Equality),
                ("memberType", Equality),
                ("principalId", Equality),
                ("roleDefinitionId", Equality),
                (schedule, Equality),
                ("directoryScopeId", Equality)
            ),
            Expands = [.. expands],
            IsPim = true,
        };
}
