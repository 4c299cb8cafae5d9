using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Writes reviews as Graph does.</summary>
internal static class AccessReviewBodies
{
    private const string Roles = "/roleManagement/directory/";
    private const string QueryScope = "#microsoft.graph.accessReviewQueryScope";
    private const string MembershipsScope = "#microsoft.graph.principalResourceMembershipsScope";

    public static JsonObject Definition(
        string id,
        string name,
        AccessReviewSettings settings,
        Func<string, string> idOf,
        DateTimeOffset now
    ) =>
        new()
        {
            ["id"] = id,
            ["displayName"] = name,
            ["createdDateTime"] = Rows.Moment(now.AddYears(-1)),
            ["lastModifiedDateTime"] = Rows.Moment(now.AddYears(-1)),
            ["status"] = settings.Status,
            ["descriptionForAdmins"] = name,
            ["descriptionForReviewers"] = null,
            ["createdBy"] = null,
            ["scope"] = Scope(settings, idOf),
            ["instanceEnumerationScope"] = null,
            ["reviewers"] = new JsonArray([.. settings.Reviewers.Select(reviewer => Reviewer(idOf(reviewer)))]),
            ["fallbackReviewers"] = new JsonArray(),
            ["additionalNotificationRecipients"] = new JsonArray(),
            ["stageSettings"] = new JsonArray(),
            ["settings"] = Settings(settings, now),
        };

    public static IEnumerable<JsonObject> Instances(
        Func<string[], string> newId,
        string name,
        AccessReviewSettings settings,
        DateTimeOffset now
    )
    {
        if (settings.LastFinishedDaysAgo is { } days)
            yield return Instance(
                newId(["instance", name, "finished"]),
                now.AddDays(-days - 14),
                now.AddDays(-days),
                "Applied"
            );
        if (settings.Status is "InProgress")
            yield return Instance(newId(["instance", name, "running"]), now.AddDays(-1), now.AddDays(13), "InProgress");
    }

    private static JsonObject Instance(string id, DateTimeOffset start, DateTimeOffset end, string status) =>
        new()
        {
            ["id"] = id,
            ["startDateTime"] = Rows.Moment(start),
            ["endDateTime"] = Rows.Moment(end),
            ["status"] = status,
            ["reviewers"] = new JsonArray(),
            ["fallbackReviewers"] = new JsonArray(),
            ["scope"] = null,
        };

    private static JsonObject Scope(AccessReviewSettings settings, Func<string, string> idOf)
    {
        var ids = settings.Targets.Select(idOf).ToList();
        if (settings.Scope is not (ReviewScope.RoleGuests or ReviewScope.GroupGuests) && ids.Count == 1)
            return Query(ResourceQuery(settings.Scope, ids[0]));
        string[] people = settings.Scope is ReviewScope.RoleGuests or ReviewScope.GroupGuests
            ? ["/users?$filter=(userType eq 'Guest')"]
            : ["/v1.0/users", "/v1.0/groups"];
        return new JsonObject
        {
            ["@odata.type"] = MembershipsScope,
            ["principalScopes"] = new JsonArray([.. people.Select(Query)]),
            ["resourceScopes"] = new JsonArray([.. ids.Select(id => Query(ResourceQuery(settings.Scope, id)))]),
        };
    }

    private static string ResourceQuery(ReviewScope scope, string id) =>
        scope switch
        {
            ReviewScope.Role or ReviewScope.RoleGuests => $"{Roles}roleDefinitions/{id}",
            ReviewScope.RoleEligible =>
                $"{Roles}roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}')",
            ReviewScope.RoleActive =>
                $"{Roles}roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}')",
            ReviewScope.RoleWorkloads =>
                $"{Roles}roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal') and roleDefinitionId eq '{id}')",
            _ => $"/groups/{id}/transitiveMembers/microsoft.graph.user",
        };

    private static JsonObject Query(string query) =>
        new()
        {
            ["@odata.type"] = QueryScope,
            ["query"] = query,
            ["queryType"] = "MicrosoftGraph",
            ["queryRoot"] = null,
        };

    private static JsonObject Reviewer(string id) =>
        new()
        {
            ["query"] = $"/users/{id}",
            ["queryType"] = "MicrosoftGraph",
            ["queryRoot"] = null,
        };

    private static JsonObject Settings(AccessReviewSettings settings, DateTimeOffset now) =>
        new()
        {
            ["mailNotificationsEnabled"] = true,
            ["reminderNotificationsEnabled"] = true,
            ["justificationRequiredOnApproval"] = true,
            ["defaultDecisionEnabled"] = settings.Silence is not null,
            ["defaultDecision"] = settings.Silence ?? "None",
            ["instanceDurationInDays"] = 14,
            ["autoApplyDecisionsEnabled"] = settings.AppliesDecisions,
            ["recommendationsEnabled"] = true,
            ["recurrence"] = settings.EveryMonths == 0 ? null : Recurrence(settings, now),
            ["applyActions"] = new JsonArray(
                new JsonObject { ["@odata.type"] = "#microsoft.graph.removeAccessApplyAction" }
            ),
        };

    private static JsonObject Recurrence(AccessReviewSettings settings, DateTimeOffset now) =>
        new()
        {
            ["pattern"] = new JsonObject
            {
                ["type"] = "absoluteMonthly",
                ["interval"] = settings.EveryMonths,
                ["month"] = 0,
                ["dayOfMonth"] = 0,
                ["daysOfWeek"] = new JsonArray(),
                ["firstDayOfWeek"] = "sunday",
                ["index"] = "first",
            },
            ["range"] = new JsonObject
            {
                ["type"] = settings.Until is null ? "noEnd" : "endDate",
                ["numberOfOccurrences"] = 0,
                ["recurrenceTimeZone"] = null,
                ["startDate"] = Day(DateOnly.FromDateTime(now.UtcDateTime.AddYears(-1))),
                ["endDate"] = Day(settings.Until ?? DateOnly.MaxValue),
            },
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
