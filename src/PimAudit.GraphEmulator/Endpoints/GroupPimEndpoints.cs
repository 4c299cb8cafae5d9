using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The instances and schedules of PIM for Groups, which answer for one group or one principal only.</summary>
internal static class GroupPimEndpoints
{
    private const string Base = "identityGovernance/privilegedAccess/group/";
    private const string EligibilitySchedule = "eligibilityScheduleId";
    private const string AssignmentSchedule = "assignmentScheduleId";

    private static readonly Resource Eligible = Instances(
        "eligibilityScheduleInstances",
        EligibilitySchedule,
        ["principal", "group"]
    );

    private static readonly Resource Active = Instances(
        "assignmentScheduleInstances",
        AssignmentSchedule,
        ["principal", "group", "activatedUsing"]
    );

    private static readonly Resource EligibleSchedules = Schedules("eligibilitySchedules", ["principal", "group"]);

    private static readonly Resource ActiveSchedules = Schedules(
        "assignmentSchedules",
        ["principal", "group", "activatedUsing"]
    );

    public static void Map(Router router)
    {
        router.Get(
            Base + "eligibilityScheduleInstances",
            call => List(call, Eligible, call.Tenant.GroupPim.EligibleOf, call.Tenant.GroupPim.AllEligible)
        );
        router.Get(
            Base + "assignmentScheduleInstances",
            call => List(call, Active, call.Tenant.GroupPim.ActiveOf, call.Tenant.GroupPim.AllActive)
        );
        router.Get(
            Base + "eligibilitySchedules",
            call =>
                List(
                    call,
                    EligibleSchedules,
                    call.Tenant.GroupPim.EligibleSchedulesOf,
                    call.Tenant.GroupPim.AllEligibleSchedules,
                    EligibilitySchedule
                )
        );
        router.Get(
            Base + "assignmentSchedules",
            call =>
                List(
                    call,
                    ActiveSchedules,
                    call.Tenant.GroupPim.ActiveSchedulesOf,
                    call.Tenant.GroupPim.AllActiveSchedules,
                    AssignmentSchedule
                )
        );
        router.Get(Base + "eligibilityScheduleRequests", RefuseRequests);
        router.Get(Base + "assignmentScheduleRequests", RefuseRequests);
    }

    /// <param name="scheduleId">Where schedules are listed, the property of an instance that holds their id.</param>
    private static JsonObject List(
        Call call,
        Resource resource,
        Func<Guid, IReadOnlyList<JsonObject>> ofGroup,
        IEnumerable<JsonObject> all,
        string? scheduleId = null
    )
    {
        var rows = (call.Filter?.Equal("groupId"), call.Filter?.Equal("principalId")) switch
        {
            ({ } group, _) => Of(call, group, ofGroup),
            (null, { } principal) => call.Tenant.Cache.Where(resource.Context, all, "principalId", principal),
            _ => throw GraphErrors.MissingProvider(),
        };
        RoleEndpoints.RefuseNested(call);
        if (scheduleId is not null)
            rows = new MappedList<JsonObject, JsonObject>(
                rows,
                row => ScheduleBodies.OfGroup(call.Tenant, row, scheduleId)
            );
        return call.List(resource, rows, row => Expanded(call, resource, row));
    }

    private static IReadOnlyList<JsonObject> Of(
        Call call,
        string group,
        Func<Guid, IReadOnlyList<JsonObject>> ofGroup
    ) =>
        Guid.TryParse(group, out var id) && call.Tenant.Directory.Find(id, EntryKind.Group) is not null
            ? ofGroup(id)
            : throw GraphErrors.PimNotFound();

    private static JsonObject RefuseRequests(Call call) =>
        throw GraphErrors.ScopeNotGranted(
            "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup,PrivilegedAccess.ReadWrite.AzureADGroup"
        );

    private static JsonObject Expanded(Call call, Resource resource, JsonObject row)
    {
        var result = resource.Project(row, call.Query.Select);
        foreach (var item in call.Query.Expand)
        {
            result[item.Name] = item.Name switch
            {
                "principal" => RoleEndpoints.Principal(call, row.Id("principalId")),
                "group" => RoleEndpoints.Principal(call, row.Id("groupId")),
                _ => ActivatedUsing(call, resource, row),
            };
        }

        return result;
    }

    private static JsonObject? ActivatedUsing(Call call, Resource resource, JsonObject row)
    {
        if (row.Text(TenantBuilder.UsingMark) is not { } id)
            return null;
        var used = call
            .Tenant.Cache.Where(Eligible.Context, call.Tenant.GroupPim.AllEligible, "id", id)
            .FirstOrDefault(eligible => string.Equals(eligible.Text("id"), id, StringComparison.Ordinal));
        if (used is null)
            return null;
        return resource == ActiveSchedules
            ? EligibleSchedules.Project(ScheduleBodies.OfGroup(call.Tenant, used, EligibilitySchedule), [])
            : Eligible.Project(used, []);
    }

    private static Resource Schedules(string name, string[] expands) =>
        Of(
            name,
            [
                "id",
                "scheduleInfo",
                "createdDateTime",
                "modifiedDateTime",
                "createdUsing",
                "status",
                "accessId",
                "principalId",
                "groupId",
                "memberType",
                "assignmentType",
            ],
            expands
        );

    private static Resource Instances(string name, string schedule, string[] expands) =>
        Of(
            name,
            [
                "id",
                "principalId",
                "startDateTime",
                "endDateTime",
                "assignmentType",
                "accessId",
                "groupId",
                "memberType",
                schedule,
            ],
            expands
        );

    private static Resource Of(string name, string[] properties, string[] expands) =>
        new(Base + name, [.. properties])
        {
            Options = ["filter", "select", "expand"],
            Filters = DirectoryResources.Filters(
                ("groupId", ["eq"]),
                ("principalId", ["eq"]),
                ("accessId", ["eq"]),
                ("assignmentType", ["eq"]),
                ("memberType", ["eq"])
            ),
            Expands = [.. expands],
            IsPim = true,
        };
}
