using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Who can use a role, how soon, and by which way.</summary>
/// <param name="Ways">By band, then principal. Takeover only where it was asked for.</param>
/// <param name="Takeovers">Principals who could take the role over, whether they are listed or not.</param>
/// <param name="Unread">Facts behind which more holders or weaker gates may hide.</param>
public sealed record WhoCan(ImmutableArray<Way> Ways, int Takeovers, ImmutableArray<UnreadFact> Unread)
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

        var maker = new WayMaker(map, now, within);
        var takeovers = map.TakeoverPaths.Where(IsAsked).ToList();
        var ways = maker.Of(map.Paths.Where(IsAsked).Concat(takeover ? takeovers : []));
        var holders = map
            .Active.Where(grant => grant.RoleId == roleId && Counts(grant.Scope))
            .Select(grant => grant.PrincipalId)
            .Concat(
                map.Eligible.Where(grant => grant.RoleId == roleId && Counts(grant.Scope))
                    .Select(grant => grant.PrincipalId)
            );
        return new(
            ways,
            takeovers.DistinctBy(path => path.Principal.Id, StringComparer.Ordinal).Count(),
            Questions.Unread.Once(UnreadOf(map, ways, Reach(map, holders, takeover), takeover))
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
        var groups = reach.Where(id => map.Directory.Reference(id).Kind is ObjectKind.Group);
        return Questions
            .Unread.Lists(map.Snapshot)
            .Select(gap => new UnreadFact(Subject: null, gap))
            .Concat(Questions.Unread.People(map, groups, takeover))
            .Concat(
                map.HiddenHolders.Where(spot => Guid.TryParse(spot.Subject.Id, out var id) && reach.Contains(id))
                    .Select(spot => new UnreadFact(spot.Subject, spot.Gap))
            )
            .Concat(Questions.Unread.Ways(ways));
    }

    /// <summary>Every object on the way from somebody to the grants.</summary>
    private static HashSet<Guid> Reach(AccessMap map, IEnumerable<Guid> principals, bool throughOwners)
    {
        var reach = new HashSet<Guid>();
        var open = new Queue<Guid>(principals);
        while (open.TryDequeue(out var id))
        {
            if (!reach.Add(id) || map.Directory.Reference(id).Kind is not ObjectKind.Group)
                continue;

            var people = map.People(id);
            foreach (var link in throughOwners ? people.Members.Concat(people.Owners) : people.Members)
                open.Enqueue(link.PrincipalId);
        }

        return reach;
    }
}
