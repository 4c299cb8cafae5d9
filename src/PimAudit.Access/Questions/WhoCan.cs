using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Who can use a role, how soon, and by which way.</summary>
/// <param name="Ways">By band, then principal; those that a schedule opens are among them. Takeover only where it was asked for.</param>
/// <param name="Powers">Who could take it over by a power that he holds; empty unless it was asked for.</param>
/// <param name="Takeovers">Owners of groups who could take the role over, whether they are listed or not.</param>
/// <param name="Unread">Facts behind which more holders or weaker gates may hide.</param>
public sealed record WhoCan(
    ImmutableArray<Way> Ways,
    ImmutableArray<TakeoverWay> Powers,
    int Takeovers,
    ImmutableArray<UnreadFact> Unread
)
{
    /// <param name="scope">Grants there and in the whole tenant, which includes it; null for every scope.</param>
    /// <param name="now">UTC.</param>
    public static WhoCan Ask(
        AccessMap map,
        Guid roleId,
        string? scope,
        TimeSpan within,
        bool takeover,
        DateTimeOffset now
    )
    {
        bool Counts(string at) =>
            scope is null || IsTenant(at) || string.Equals(at, scope, StringComparison.OrdinalIgnoreCase);
        bool IsAsked(AccessPath path) =>
            string.Equals(path.Role.Id, roleId.ToString("D"), StringComparison.Ordinal) && Counts(path.Scope);

        var role = map.Directory.RoleReference(roleId);
        var maker = new WayMaker(map, now, within);
        var coming = new ComingWays(map, maker, now);
        var takeovers = map.TakeoverPaths.Where(IsAsked).ToList();
        var ways = WayOrder.Sorted(
            map.PathsTo(role)
                .Where(IsAsked)
                .Concat(takeover ? takeovers : [])
                .Select(maker.Of)
                .Concat(coming.Of(IsAsked))
        );
        var reach = coming.Whole.Toward(roleId, Counts, takeover);
        var powers = takeover ? new TakeoverWays(map, maker, now) : null;
        var taken = powers?.Over(role, Counts, map.GroupsToward(roleId, Counts)) ?? [];
        return new(
            ways,
            taken,
            takeovers.DistinctBy(path => path.Principal.Id, StringComparer.Ordinal).Count(),
            Questions.Unread.Once(
                UnreadOf(coming.Whole, ways, reach, takeover)
                    .Concat(Questions.Unread.Units(map, roleId, scope))
                    .Concat(powers?.Unread(role, Counts) ?? [])
                    .Concat(taken.SelectMany(one => one.Unread))
            )
        );
    }

    private static bool IsTenant(string scope) => string.Equals(scope, "/", StringComparison.Ordinal);

    private static IEnumerable<UnreadFact> UnreadOf(
        AccessMap map,
        ImmutableArray<Way> ways,
        HashSet<Guid> reach,
        bool takeover
    )
    {
        var groups = reach.Where(id => map.Directory.Reference(id).Kind is ObjectKind.Group).ToList();
        return Questions
            .Unread.Lists(map.Snapshot)
            .Select(gap => new UnreadFact(Subject: null, gap))
            .Concat(Questions.Unread.People(map, groups, takeover))
            .Concat(
                map.HiddenHolders.Where(spot => Guid.TryParse(spot.Subject.Id, out var id) && reach.Contains(id))
                    .Select(spot => new UnreadFact(spot.Subject, spot.Gap))
            )
            .Concat(ComingWays.Unread(map, groups))
            .Concat(Questions.Unread.Ways(ways));
    }
}
