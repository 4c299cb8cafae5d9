using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Who reaches a role now and did not, and the reverse: matched by principal, role, scope and path.</summary>
internal sealed class AccessChanges
{
    private readonly ReadLists readBefore;
    private readonly ReadLists readAfter;
    private readonly Dictionary<string, AccessRoute> before;
    private readonly Dictionary<string, AccessRoute> after;
    private readonly HashSet<string> hopsBefore;
    private readonly HashSet<string> hopsAfter;
    private readonly HashSet<string> reachBefore;

    private AccessChanges(AuditResult before, AuditResult after)
    {
        readBefore = new(before.Snapshot.Collection);
        readAfter = new(after.Snapshot.Collection);
        this.before = AccessRoute.In(before);
        this.after = AccessRoute.In(after);
        hopsBefore = HopsOf(before);
        hopsAfter = HopsOf(after);
        reachBefore = before.Access.Select(Reach).ToHashSet(StringComparer.Ordinal);
    }

    public static IEnumerable<ChangeRow> Of(AuditResult before, AuditResult after)
    {
        var changes = new AccessChanges(before, after);
        var routes = changes.before.Keys.Union(changes.after.Keys, StringComparer.Ordinal);
        return routes.SelectMany(changes.Of);
    }

    private IEnumerable<ChangeRow> Of(string route) =>
        (before.GetValueOrDefault(route), after.GetValueOrDefault(route)) switch
        {
            (null, { } now) => Came(now),
            ({ } then, null) => Went(then),
            ({ } then, { } now) => Turned(then, now),
            _ => [],
        };

    /// <summary>An activation alone is no gain, and nothing is where the earlier run could not look.</summary>
    private IEnumerable<ChangeRow> Came(AccessRoute now)
    {
        if (IsOldNews(now.Row, hopsBefore))
            return [];

        var stands = Open(now, readAfter) ?? (IsKnown(now.Row) ? null : now.Untold);
        return stands is not null && readBefore.ShowStanding(stands.Hops)
                ? [Row(ChangeKind.Gained, stands, null, AccessWords.State(stands))]
            : stands is null && now.Eligible is { } eligible && readBefore.ShowAll(eligible.Hops)
                ? [Row(ChangeKind.Gained, eligible, null, AccessWords.State(eligible))]
            : [];
    }

    private IEnumerable<ChangeRow> Went(AccessRoute then) =>
        (Open(then, readBefore) ?? then.Eligible) is { } row && !IsOldNews(row, hopsAfter) ? [Gone(row)] : [];

    private IEnumerable<ChangeRow> Turned(AccessRoute then, AccessRoute now) =>
        (Open(then, readBefore), Open(now, readAfter)) switch
        {
            ({ } stood, { } stands) => Moved(stood, stands).Concat(Beside(then.Eligible, now.Eligible)),
            (null, { } stands) => Opened(then, stands),
            ({ } stood, null) => Closed(now, stood),
            _ => Allowed(then, now),
        };

    private IEnumerable<ChangeRow> Opened(AccessRoute then, AccessRow stands) =>
        then.Untold is null && readBefore.ShowStanding(stands.Hops)
            ?
            [
                Row(
                    ChangeKind.MadeStanding,
                    stands,
                    AccessWords.State(then.Eligible ?? then.Row),
                    AccessWords.State(stands)
                ),
            ]
            : [];

    private IEnumerable<ChangeRow> Closed(AccessRoute now, AccessRow stood) =>
        now.Untold is not null ? []
        : !readAfter.ShowStanding(stood.Hops) ? [Gone(stood)]
        : now.Eligible is { } eligible
            ? [Row(ChangeKind.MadeEligible, stood, AccessWords.State(stood), AccessWords.State(eligible))]
        : [Row(ChangeKind.Shortened, stood, AccessWords.State(stood), AccessWords.State(now.Row))];

    /// <summary>Open for an activation at most, then and now.</summary>
    private IEnumerable<ChangeRow> Allowed(AccessRoute then, AccessRoute now) =>
        (then.Eligible, now.Eligible) switch
        {
            ({ } was, { } row) => Moved(was, row),
            ({ } was, null) when readAfter.ShowAll(was.Hops) =>
            [
                Row(ChangeKind.Shortened, was, AccessWords.State(was), AccessWords.State(now.Row)),
            ],
            ({ } was, null) => [Gone(was)],
            (null, { } row) when readBefore.ShowAll(row.Hops) =>
            [
                Row(ChangeKind.Extended, row, AccessWords.State(then.Row), AccessWords.State(row)),
            ],
            _ => [],
        };

    /// <summary>What stands. A row of unknown kind counts only where the lists would have shown an activation as one.</summary>
    private static AccessRow? Open(AccessRoute route, ReadLists read) =>
        route.Standing ?? (route.Untold is { } untold && read.ShowStanding(untold.Hops) ? untold : null);

    /// <summary>Ends that were not read cannot be compared.</summary>
    private static IEnumerable<ChangeRow> Moved(AccessRow was, AccessRow row)
    {
        if (was.IsPermanent is null || row.IsPermanent is null)
            yield break;

        var (ended, ends) = (was.EndsAt ?? DateTimeOffset.MaxValue, row.EndsAt ?? DateTimeOffset.MaxValue);
        if (ended != ends)
            yield return Row(
                ends > ended ? ChangeKind.Extended : ChangeKind.Shortened,
                row,
                AccessWords.State(was),
                AccessWords.State(row)
            );
    }

    /// <summary>An eligibility beside an access that stands all the same.</summary>
    private IEnumerable<ChangeRow> Beside(AccessRow? was, AccessRow? row) =>
        (was, row) switch
        {
            (null, { } now) when readBefore.ShowAll(now.Hops) =>
            [
                Row(ChangeKind.Gained, now, null, AccessWords.State(now)),
            ],
            ({ } then, null) => [Gone(then)],
            ({ } then, { } now) => Moved(then, now),
            _ => [],
        };

    private ChangeRow Gone(AccessRow row) =>
        readAfter.Confirm(row)
            ? Row(ChangeKind.Lost, row, AccessWords.State(row), null)
            : Row(ChangeKind.NotConfirmed, row, AccessWords.State(row), RunComparison.NotRead);

    /// <summary>Of an id that nobody resolved: the grant is in the other run too, seen as a group's.</summary>
    private static bool IsOldNews(AccessRow row, HashSet<string> hops) =>
        row.Principal.Kind is ObjectKind.Unresolved && row.Hops.All(hop => hops.Contains(KeyOf(row, hop)));

    /// <summary>Whether the principal reached the role at this scope before, by whatever path.</summary>
    private bool IsKnown(AccessRow row) => reachBefore.Contains(Reach(row));

    private static string Reach(AccessRow row) => $"{row.Principal.Id} {row.Role.Id} {row.Scope.Id}".ToUpperInvariant();

    private static HashSet<string> HopsOf(AuditResult result) =>
        result.Access.SelectMany(row => row.Hops.Select(hop => KeyOf(row, hop))).ToHashSet(StringComparer.Ordinal);

    private static string KeyOf(AccessRow row, Hop hop) =>
        hop.Relation is HopRelation.Role
            ? $"{AccessRoute.KeyOf(hop)} {row.Scope.Id.ToUpperInvariant()}"
            : AccessRoute.KeyOf(hop);

    private static ChangeRow Row(ChangeKind kind, AccessRow row, string? before, string? after) =>
        new(
            ChangeSubject.Access,
            kind,
            row.Principal,
            row.Role,
            row.Scope,
            row.Band is PathBand.Takeover
                ? $"takeover path, {AccessWords.Path(row) ?? "direct"}"
                : AccessWords.Path(row),
            before,
            after,
            ChangedAt: null,
            ChangedBy: null
        );
}
