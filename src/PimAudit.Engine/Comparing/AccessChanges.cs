using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Who reaches a role now and did not, and the reverse: matched by principal, role, scope and path.</summary>
internal sealed class AccessChanges
{
    private readonly AccessSeen before;
    private readonly AccessSeen after;

    private AccessChanges(AuditResult before, AuditResult after)
    {
        this.before = new(before);
        this.after = new(after);
    }

    public static IEnumerable<ChangeRow> Of(AuditResult before, AuditResult after)
    {
        var changes = new AccessChanges(before, after);
        var routes = changes.before.Routes.Keys.Union(changes.after.Routes.Keys, StringComparer.Ordinal);
        return routes.SelectMany(changes.Of);
    }

    private IEnumerable<ChangeRow> Of(string route) =>
        (before.Routes.GetValueOrDefault(route), after.Routes.GetValueOrDefault(route)) switch
        {
            (null, { } now) => Came(now),
            ({ } then, null) => Went(then),
            ({ } then, { } now) => Turned(then, now),
            _ => [],
        };

    /// <summary>An activation alone is no gain, and nothing is where the earlier run could not look.</summary>
    private IEnumerable<ChangeRow> Came(AccessRoute now)
    {
        if (before.ShowsAsGroup(now.Row.Principal, now.Row.Scope, now.Row.Hops))
            return [];

        var stands =
            after.Open(now) ?? (before.Reaches(now.Row.Principal, now.Row.Role, now.Row.Scope) ? null : now.Untold);
        return stands is not null && before.Read.ShowStanding(stands.Hops)
                ? [Row(ChangeKind.Gained, stands, null, AccessWords.State(stands))]
            : stands is null && now.Eligible is { } eligible && before.Read.ShowAll(eligible.Hops)
                ? [Row(ChangeKind.Gained, eligible, null, AccessWords.State(eligible))]
            : [];
    }

    private IEnumerable<ChangeRow> Went(AccessRoute then) =>
        (before.Open(then) ?? then.Eligible) is { } row && !after.ShowsAsGroup(row.Principal, row.Scope, row.Hops)
            ? [Gone(row)]
            : [];

    private IEnumerable<ChangeRow> Turned(AccessRoute then, AccessRoute now) =>
        (before.Open(then), after.Open(now)) switch
        {
            ({ } stood, { } stands) => Moved(stood, stands).Concat(Beside(then.Eligible, now.Eligible)),
            (null, { } stands) => Opened(then, stands),
            ({ } stood, null) => Closed(now, stood),
            _ => Allowed(then, now),
        };

    private IEnumerable<ChangeRow> Opened(AccessRoute then, AccessRow stands) =>
        then.Untold is null && before.Read.ShowStanding(stands.Hops)
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
        : !after.Read.ShowStanding(stood.Hops) ? [Gone(stood)]
        : now.Eligible is { } eligible
            ? [Row(ChangeKind.MadeEligible, stood, AccessWords.State(stood), AccessWords.State(eligible))]
        : [Row(ChangeKind.Shortened, stood, AccessWords.State(stood), AccessWords.State(now.Row))];

    /// <summary>Open for an activation at most, then and now.</summary>
    private IEnumerable<ChangeRow> Allowed(AccessRoute then, AccessRoute now) =>
        (then.Eligible, now.Eligible) switch
        {
            ({ } was, { } row) => Moved(was, row),
            ({ } was, null) when after.Read.ShowAll(was.Hops) =>
            [
                Row(ChangeKind.Shortened, was, AccessWords.State(was), AccessWords.State(now.Row)),
            ],
            ({ } was, null) => [Gone(was)],
            (null, { } row) when before.Read.ShowAll(row.Hops) =>
            [
                Row(ChangeKind.Extended, row, AccessWords.State(then.Row), AccessWords.State(row)),
            ],
            _ => [],
        };

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
            (null, { } now) when before.Read.ShowAll(now.Hops) =>
            [
                Row(ChangeKind.Gained, now, null, AccessWords.State(now)),
            ],
            ({ } then, null) => [Gone(then)],
            ({ } then, { } now) => Moved(then, now),
            _ => [],
        };

    private ChangeRow Gone(AccessRow row) =>
        after.Read.Confirm(row)
            ? Row(ChangeKind.Lost, row, AccessWords.State(row), null)
            : Row(ChangeKind.NotConfirmed, row, AccessWords.State(row), RunComparison.NotRead);

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
