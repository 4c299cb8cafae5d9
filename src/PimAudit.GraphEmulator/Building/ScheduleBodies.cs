using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Writes the schedule behind an instance: the arrangement over time, of which the instance is what holds now.</summary>
internal static class ScheduleBodies
{
    /// <param name="instance">A row of a role's instance list, or one that no list shows because it has not begun.</param>
    /// <param name="scheduleId">Name of the property that holds the schedule's id.</param>
    public static JsonObject OfRole(EmulatedTenant tenant, JsonObject instance, string scheduleId) =>
        Schedule(
            tenant,
            instance,
            instance.Text(scheduleId)!,
            ["principalId", "roleDefinitionId", "directoryScopeId", "appScopeId"]
        );

    /// <summary>As <see cref="OfRole"/>, of a group's lists.</summary>
    public static JsonObject OfGroup(EmulatedTenant tenant, JsonObject instance, string scheduleId) =>
        Schedule(tenant, instance, instance.Text(scheduleId)!, ["accessId", "principalId", "groupId"]);

    private static JsonObject Schedule(EmulatedTenant tenant, JsonObject instance, string id, string[] who)
    {
        var isOutside = string.Equals(id, instance.Text("id"), StringComparison.Ordinal);
        var created = instance.Text("startDateTime") is { } start && IsBegun(tenant, start) ? start : null;
        var schedule = new JsonObject { ["id"] = id };
        foreach (var name in who)
            schedule[name] = instance.Text(name);
        schedule["createdUsing"] = isOutside ? null : id;
        schedule["createdDateTime"] = isOutside ? null : created ?? Rows.Moment(tenant.Now.AddDays(-1));
        schedule["modifiedDateTime"] = null;
        schedule["status"] = "Provisioned";
        if (instance.ContainsKey("assignmentType"))
            schedule["assignmentType"] = instance.Text("assignmentType");
        schedule["memberType"] = instance.Text("memberType");
        schedule["scheduleInfo"] = new JsonObject
        {
            ["startDateTime"] = instance.Text("startDateTime") ?? Rows.Moment(tenant.Now),
            ["recurrence"] = null,
            ["expiration"] = Expiration(instance.Text("endDateTime")),
        };
        schedule[TenantBuilder.UsingMark] = instance.Text(TenantBuilder.UsingMark);
        return schedule;
    }

    private static bool IsBegun(EmulatedTenant tenant, string start) =>
        DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture) <= tenant.Now;

    private static JsonObject Expiration(string? end) =>
        new()
        {
            ["type"] = end is null ? "noExpiration" : "afterDateTime",
            ["endDateTime"] = end,
            ["duration"] = null,
        };
}
