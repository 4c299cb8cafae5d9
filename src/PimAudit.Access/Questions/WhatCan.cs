using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>What a principal can use, now or by activating.</summary>
/// <param name="Ways">Certain ways, those that a schedule opens among them; those through an ownership only where they were asked for. Band Later does not occur, a consent is told by the way.</param>
/// <param name="Powers">What he could take over by a power that he holds; empty unless it was asked for.</param>
/// <param name="Takeovers">Roles that he could take over as the owner of a group, whether they are listed or not.</param>
/// <param name="Unread">Facts behind which more roles or weaker gates may hide.</param>
public sealed record WhatCan(
    ImmutableArray<Way> Ways,
    ImmutableArray<TakeoverWay> Powers,
    int Takeovers,
    ImmutableArray<UnreadFact> Unread
)
{
    /// <param name="now">UTC.</param>
    public static WhatCan Ask(AccessMap map, Guid principalId, bool takeover, DateTimeOffset now)
    {
        var id = principalId.ToString("D");
        var maker = new WayMaker(map, now, TimeSpan.MaxValue);
        bool IsHis(AccessPath path) => string.Equals(path.Principal.Id, id, StringComparison.Ordinal);

        var coming = new ComingWays(map, maker, now);
        var takeovers = map.TakeoverPaths.Where(IsHis).ToList();
        var ways = WayOrder.Sorted(
            map.Paths.Where(IsHis).Concat(takeover ? takeovers : []).Select(maker.Of).Concat(coming.Of(IsHis))
        );
        var powers = takeover ? new TakeoverWays(map, maker, now) : null;
        var taken = powers?.By(id) ?? [];
        var unread = Questions
            .Unread.Lists(map.Snapshot)
            .Select(gap => new UnreadFact(Subject: null, gap))
            .Concat(Questions.Unread.People(map, Questions.Unread.Groups(map.Snapshot), withOwners: true))
            .Concat(coming.Whole.HiddenHolders.Select(spot => new UnreadFact(spot.Subject, spot.Gap)))
            .Concat(ComingWays.Unread(map, Questions.Unread.Groups(map.Snapshot)))
            .Concat(Questions.Unread.Ways(ways))
            .Concat(powers?.Unread() ?? [])
            .Concat(taken.SelectMany(one => one.Unread));
        return new(
            ways,
            taken,
            takeovers.DistinctBy(path => (path.Role.Id, path.Scope)).Count(),
            Questions.Unread.Once(unread)
        );
    }
}
