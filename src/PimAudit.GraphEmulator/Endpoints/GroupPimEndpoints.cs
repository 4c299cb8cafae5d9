using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The instance lists of PIM for Groups, which answer for one group or one principal only.</summary>
internal static class GroupPimEndpoints
{
    private const string Base = "identityGovernance/privilegedAccess/group/";

    private static readonly Resource Eligible = Instances(
        "eligibilityScheduleInstances",
        "eligibilityScheduleId",
        ["principal", "group"]
    );

    private static readonly Resource Active = Instances(
        "assignmentScheduleInstances",
        "assignmentScheduleId",
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
        router.Get(Base + "eligibilityScheduleRequests", RefuseRequests);
        router.Get(Base + "assignmentScheduleRequests", RefuseRequests);
    }

    private static JsonObject List(
        Call call,
        Resource resource,
        Func<Guid, IReadOnlyList<JsonObject>> ofGroup,
        IEnumerable<JsonObject> all
    )
    {
        var group = call.Filter?.Equal("groupId");
        if (group is null && call.Filter?.Equal("principalId") is null)
            throw GraphErrors.MissingProvider();
        if (call.Query.Expand.Any(item => item.Select.Length > 0 || item.Expand.Length > 0))
            throw GraphErrors.InvalidPimQuery("The  filter is invalid.");
        return call.List(
            resource,
            group is null ? all : Of(call, group, ofGroup),
            row => Expanded(call, resource, row)
        );
    }

    private static IEnumerable<JsonObject> Of(Call call, string group, Func<Guid, IReadOnlyList<JsonObject>> ofGroup) =>
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
                _ => ActivatedUsing(call, row),
            };
        }

        return result;
    }

    private static JsonObject? ActivatedUsing(Call call, JsonObject row)
    {
        var used = call
            .Tenant.GroupPim.EligibleOf(row.Id("groupId")!.Value)
            .FirstOrDefault(eligible =>
                string.Equals(eligible.Text("id"), row.Text(TenantBuilder.UsingMark), StringComparison.Ordinal)
            );
        return used is null ? null : Eligible.Project(used, []);
    }

    private static Resource Instances(string name, string schedule, string[] expands) =>
        new(
            Base + name,
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
            ]
        )
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
