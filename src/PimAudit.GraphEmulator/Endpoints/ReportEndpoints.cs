using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The two reports that an audit of PIM reads: directory audits and the registration of methods.</summary>
internal static class ReportEndpoints
{
    private const string When = "activityDateTime";
    private static readonly string[] Equal = ["eq"];
    private static readonly string[] EqualOrStart = ["eq", "startswith"];

    private static readonly Resource Audits = new(
        "auditLogs/directoryAudits",
        [
            "id",
            "category",
            "correlationId",
            "result",
            "resultReason",
            "activityDisplayName",
            When,
            "loggedByService",
            "operationType",
            "initiatedBy",
            "targetResources",
            "additionalDetails",
        ]
    )
    {
        Options = ["filter", "top", "orderby"],
        LongestTop = 1000,
        Filters = DirectoryResources.Filters(
            (When, ["eq", "ge", "le"]),
            ("id", Equal),
            ("category", Equal),
            ("correlationId", Equal),
            ("result", Equal),
            ("loggedByService", EqualOrStart),
            ("activityDisplayName", EqualOrStart),
            ("initiatedBy/user/id", Equal),
            ("initiatedBy/user/displayName", Equal),
            ("initiatedBy/user/userPrincipalName", EqualOrStart),
            ("initiatedBy/app/appId", Equal),
            ("initiatedBy/app/displayName", Equal)
        ),
    };

    private static readonly string[] Flags =
    [
        "isAdmin",
        "isMfaCapable",
        "isMfaRegistered",
        "isPasswordlessCapable",
        "isSsprCapable",
        "isSsprEnabled",
        "isSsprRegistered",
    ];

    private static readonly Resource Registrations = new(
        "reports/authenticationMethods/userRegistrationDetails",
        [
            "id",
            "userPrincipalName",
            "userDisplayName",
            "isSystemPreferredAuthenticationMethodEnabled",
            "lastUpdatedDateTime",
            "methodsRegistered",
            "systemPreferredAuthenticationMethods",
            "userPreferredMethodForSecondaryAuthentication",
            "userType",
            .. Flags,
        ]
    )
    {
        Options = ["filter", "orderby"],
        Filters = DirectoryResources.Filters([
            ("id", Equal),
            ("userPrincipalName", EqualOrStart),
            ("userDisplayName", EqualOrStart),
            ("userType", Equal),
            .. Flags.Select(flag => (flag, Equal)),
        ]),
    };

    public static void Map(Router router)
    {
        router.Get(Audits.Context, ListAudits);
        router.Get(Registrations.Context, ListRegistrations);
    }

    /// <summary>Newest first unless asked otherwise; a filter on time is a range, the rest is tried event by event.</summary>
    private static JsonObject ListAudits(Call call)
    {
        Audits.Check(call.Query, call.Filter, call.Request.IsEventual);
        var log = call.Tenant.Audits.All;
        var comparisons = Comparisons(call);
        var (low, high) = Range(log, comparisons);
        var others = comparisons.Where(one => !IsTime(one)).ToList();
        var isAscending = IsAscending(call.Query.OrderBy);
        var page = new List<JsonObject>();
        for (var at = call.Offset; at < high - low; at++)
        {
            var body = log.Body(isAscending ? low + at : high - 1 - at);
            if (!others.TrueForAll(one => ODataFilter.Holds(one, body)))
                continue;
            if (page.Count == call.PageSize)
                return call.IsEmptyFirst
                    ? call.Page(Audits, [], count: null, next: 0)
                    : call.Page(Audits, page, count: null, at);
            page.Add(body);
        }

        return call.Page(Audits, page, count: null, next: null);
    }

    private static IReadOnlyList<Comparison> Comparisons(Call call)
    {
        if (call.Filter is not { } filter)
            return [];
        if (!filter.IsConjunction)
            throw GraphErrors.BadRequest("Unsupported Query: only 'and' can join the clauses of this filter.");
        if (filter.Comparisons.Any(one => IsTime(one) && (one.IsText || Moment(one) is null)))
            throw GraphErrors.BadRequest($"Invalid filter clause: '{When}' is compared with a date without quotes.");
        return filter.Comparisons;
    }

    private static (long Low, long High) Range(IAuditLog log, IEnumerable<Comparison> comparisons)
    {
        var (low, high) = (0L, log.Count);
        foreach (var one in comparisons.Where(IsTime))
        {
            var moment = Moment(one)!.Value;
            if (one.Operator is "eq" or "ge")
                low = Math.Max(low, MergedAuditLog.FirstAt(log, moment));
            if (one.Operator is "eq" or "le")
                high = Math.Min(high, MergedAuditLog.FirstAfter(log, moment));
        }

        return (low, Math.Max(low, high));
    }

    private static bool IsTime(Comparison one) => one.Property.Equals(When, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? Moment(Comparison one) =>
        DateTimeOffset.TryParse(
            one.Values[0],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment
            : null;

    private static bool IsAscending(string? order) =>
        order?.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            null => false,
            [When] or [When, "asc"] => true,
            [When, "desc"] => false,
            _ => throw GraphErrors.BadRequest($"Invalid order: only '{When}' can be sorted by."),
        };

    private static JsonObject ListRegistrations(Call call)
    {
        if (
            call.Filter?.Comparisons.Any(one => one.IsText && Flags.Contains(one.Property, StringComparer.Ordinal))
            is true
        )
            throw GraphErrors.BadRequest("Invalid filter clause: a flag is compared with true or false.");
        return call.List(Registrations, Candidates(call), row => row);
    }

    /// <summary>Rows that the filter could leave, without walking over everybody where it names ids or administrators.</summary>
    private static IReadOnlyList<JsonObject> Candidates(Call call)
    {
        var report = call.Tenant.Registrations;
        if (call.Filter is not { } filter)
            return report;
        if (filter.Equal("id") is { } id)
            return Found(report, [id]);
        if (filter.IsDisjunction && filter.Comparisons.All(one => one.Property is "id"))
            return Found(report, filter.Comparisons.Select(one => one.Values[0]));
        return filter.Equal("isAdmin") is "true" ? report.OfAdmins() : report;
    }

    private static IReadOnlyList<JsonObject> Found(RegistrationReport report, IEnumerable<string?> ids) =>
        [
            .. ids.Select(id => Guid.TryParse(id, out var parsed) ? parsed : Guid.Empty)
                .Distinct()
                .Select(report.Find)
                .OfType<JsonObject>(),
        ];
}
