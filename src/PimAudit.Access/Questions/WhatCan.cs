using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>What a principal can use, now or by activating.</summary>
/// <param name="Ways">Certain ways and those through an ownership; band Later does not occur, a consent is told by the way.</param>
/// <param name="Unread">Facts behind which more roles or weaker gates may hide.</param>
public sealed record WhatCan(ImmutableArray<Way> Ways, ImmutableArray<UnreadFact> Unread)
{
    /// <param name="now">UTC.</param>
    public static WhatCan Ask(AccessMap map, Guid principalId, DateTimeOffset now)
    {
        var id = principalId.ToString("D");
        var maker = new WayMaker(map, now, TimeSpan.MaxValue);
        var ways = maker.Of(
            map.Paths.Concat(map.TakeoverPaths)
                .Where(path => string.Equals(path.Principal.Id, id, StringComparison.Ordinal))
        );
        var unread = Questions
            .Unread.Lists(map.Snapshot)
            .Select(gap => new UnreadFact(Subject: null, gap))
            .Concat(Questions.Unread.People(map, Questions.Unread.Groups(map.Snapshot), withOwners: true))
            .Concat(
                map.HiddenHolders.Where(spot => spot.Subject.Kind is ObjectKind.Group)
                    .Select(spot => new UnreadFact(spot.Subject, spot.Gap))
            )
            .Concat(Questions.Unread.Ways(ways));
        return new(ways, Questions.Unread.Once(unread));
    }
}
