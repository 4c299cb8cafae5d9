using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Role definitions, role assignments and the instance lists of PIM for Entra roles.</summary>
internal static class RoleEndpoints
{
    private const string Base = "roleManagement/directory/";
    private const string EligibilityInstances = "roleEligibilityScheduleInstances";
    private const string EligibilitySchedule = "roleEligibilityScheduleId";
    private const string AssignmentSchedule = "roleAssignmentScheduleId";
    private const string PrincipalId = "principalId";
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

    private static readonly Resource BetaDefinitions = Definitions with
    {
        Properties = [.. Definitions.Properties, "isPrivileged"],
        Filters = Definitions.Filters.Add("isPrivileged", ["eq"]),
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
        EligibilityInstances,
        EligibilitySchedule,
        ["principal", "roleDefinition", "directoryScope"]
    );

    private static readonly Resource Active = Instances(
        "roleAssignmentScheduleInstances",
        AssignmentSchedule,
        ["principal", "roleDefinition", "directoryScope", "activatedUsing"]
    );

    private static readonly Resource EligibleSchedules = Schedules(
        "roleEligibilitySchedules",
        ["principal", "roleDefinition", "directoryScope"]
    );

    private static readonly Resource ActiveSchedules = Schedules(
        "roleAssignmentSchedules",
        ["principal", "roleDefinition", "directoryScope", "activatedUsing"]
    );

    public static void Map(Router router)
    {
        router.Get(Base + "roleDefinitions", call => call.List(Definitions, call.Tenant.Roles.Definitions));
        router.GetBeta(Base + "roleDefinitions", call => call.List(BetaDefinitions, call.Tenant.Roles.Definitions));
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
        router.Get(
            Base + "roleEligibilitySchedules",
            call =>
                ListSchedules(
                    call,
                    EligibleSchedules,
                    EligibilitySchedule,
                    call.Tenant.Roles.EligibilityInstances,
                    call.Tenant.Roles.ComingEligibilities
                )
        );
        router.Get(
            Base + "roleAssignmentSchedules",
            call =>
                ListSchedules(
                    call,
                    ActiveSchedules,
                    AssignmentSchedule,
                    call.Tenant.Roles.AssignmentInstances,
                    call.Tenant.Roles.ComingAssignments
                )
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
        return call.List(
            Assignments,
            Narrowed(call, Assignments, call.Tenant.Roles.Assignments),
            row => Expanded(call, Assignments, row)
        );
    }

    private static JsonObject ListInstances(Call call, Resource resource, IReadOnlyList<JsonObject> rows)
    {
        RefuseNested(call);
        return call.List(resource, Narrowed(call, resource, rows), row => Expanded(call, resource, row));
    }

    private static JsonObject ListSchedules(
        Call call,
        Resource resource,
        string scheduleId,
        IReadOnlyList<JsonObject> instances,
        IReadOnlyList<JsonObject> coming
    )
    {
        RefuseNested(call);
        var all = call.Tenant.Cache.Keep<IReadOnlyList<JsonObject>>(resource.Context, () => [.. instances, .. coming]);
        var schedules = new MappedList<JsonObject, JsonObject>(
            Narrowed(call, resource, all),
            row => ScheduleBodies.OfRole(call.Tenant, row, scheduleId)
        );
        return call.List(resource, schedules, row => Expanded(call, resource, row));
    }

    internal static void RefuseNested(Call call)
    {
        if (call.Query.Expand.Any(item => item.Select.Length > 0 || item.Expand.Length > 0))
            throw GraphErrors.InvalidPimQuery("The  filter is invalid.");
    }

    /// <summary>Rows that the filter could leave: those of one principal, if it names one.</summary>
    private static IReadOnlyList<JsonObject> Narrowed(Call call, Resource resource, IReadOnlyList<JsonObject> rows) =>
        call.Filter?.Equal(PrincipalId) is { } principal
            ? call.Tenant.Cache.Where(resource.Context, rows, PrincipalId, principal)
            : rows;

    /// <summary>In practice the service wants write permissions for these, which no reader has.</summary>
    private static JsonObject RefuseRequests(Call call) =>
        throw GraphErrors.ScopeNotGranted(
            "RoleAssignmentSchedule.ReadWrite.Directory,RoleManagement.ReadWrite.Directory"
        );

    private static JsonObject Expanded(Call call, Resource resource, JsonObject row)
    {
        var result = resource.Project(row, call.Query.Select);
        foreach (var item in call.Query.Expand)
            result[item.Name] = Related(call, resource, item.Name, row);
        return result;
    }

    private static JsonNode? Related(Call call, Resource resource, string name, JsonObject row) =>
        name switch
        {
            "principal" => Principal(call, row.Id("principalId")),
            "roleDefinition"
                when row.Id("roleDefinitionId") is { } role && call.Tenant.Roles.Definition(role) is { } body =>
                Definitions.Project(body, []),
            "directoryScope" => Principal(call, ScopeObject(row.Text("directoryScopeId"))),
            "activatedUsing" when Used(call, row) is { } used => resource == ActiveSchedules
                ? EligibleSchedules.Project(ScheduleBodies.OfRole(call.Tenant, used, EligibilitySchedule), [])
                : Eligible.Project(used, []),
            _ => null,
        };

    private static JsonObject? Used(Call call, JsonObject row) =>
        row.Text(TenantBuilder.UsingMark) is { } id
            ? call
                .Tenant.Cache.Where(EligibilityInstances, call.Tenant.Roles.EligibilityInstances, "id", id)
                .FirstOrDefault(eligible => string.Equals(eligible.Text("id"), id, StringComparison.Ordinal))
            : null;

    private static Guid? ScopeObject(string? scope) => Guid.TryParse(scope?.Split('/').Last(), out var id) ? id : null;

    /// <summary>The whole object; null when it is deleted or foreign.</summary>
    internal static JsonObject? Principal(Call call, Guid? id)
    {
        if (id is null || call.Tenant.Directory.Find(id.Value) is not { } entry)
            return null;
        var resource = DirectoryResources.Of(entry.Kind);
        var body = resource.Project(
            entry.Body,
            [.. resource.Properties.Where(property => property is not "signInActivity")],
            entry.GraphType
        );
        return DirectoryEndpoints.Seen(call, entry.Kind, body);
    }

    private static Resource Schedules(string name, string[] expands) =>
        new(
            Base + name,
            [
                "id",
                "principalId",
                "roleDefinitionId",
                "directoryScopeId",
                "appScopeId",
                "createdUsing",
                "createdDateTime",
                "modifiedDateTime",
                "status",
                "assignmentType",
                "memberType",
                "scheduleInfo",
            ]
        )
        {
            Options = ["filter", "select", "expand"],
            Filters = DirectoryResources.Filters(
                ("assignmentType", Equality),
                ("memberType", Equality),
                ("principalId", Equality),
                ("roleDefinitionId", Equality),
                ("directoryScopeId", Equality),
                ("status", Equality)
            ),
            Expands = [.. expands],
            IsPim = true,
        };

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
