using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>Walks from a grant back to every person who reaches it. Cycle-safe: no group stands twice on one path.</summary>
internal sealed class PathFinder(GroupBook groups, DirectoryBook directory, SettingsBook settings)
{
    /// <summary>
    /// Groups entered on the way to one grant, each way counted. A web of groups that all contain each other has more ways than
    /// anybody can walk; no tenant that people manage comes near.
    /// </summary>
    public const int MaxSteps = 20_000;

    private readonly SortedDictionary<string, BlindSpot> hidden = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> visited = [];
    private int steps;

    /// <summary>Objects behind which somebody may stand whom nobody told us about.</summary>
    public IEnumerable<BlindSpot> Hidden => hidden.Values;

    /// <summary>Every group met, empty ones included.</summary>
    public IReadOnlySet<Guid> Groups => visited;

    /// <summary>The paths through one role hop, in the certain band or with an ownership on the way.</summary>
    public IEnumerable<AccessPath> Through(
        Hop roleHop,
        Guid principalId,
        string scope,
        Approach approach,
        PathBand band
    )
    {
        steps = 0;
        foreach (var chain in ChainsTo(principalId, band is PathBand.Takeover, [], []))
            if (chain.Any(hop => hop.Relation is HopRelation.Owner) == band is PathBand.Takeover)
                yield return new(
                    chain.IsEmpty ? roleHop.From : chain[0].From,
                    roleHop.To,
                    scope,
                    chain.Add(roleHop),
                    band,
                    approach
                );
    }

    /// <summary>Hop sequences that end at the object; an empty one for a principal who is the object himself.</summary>
    private IEnumerable<ImmutableArray<Hop>> ChainsTo(
        Guid id,
        bool throughOwners,
        ImmutableHashSet<Guid> onPath,
        ImmutableArray<Hop> tail
    )
    {
        var reference = directory.Reference(id);
        if (reference.Kind is ObjectKind.Other)
            yield break;
        if (reference.Kind is not ObjectKind.Group)
        {
            if (reference.Kind is ObjectKind.Unresolved && directory.GapOf(id) is { } unknown)
                Hide(reference, unknown);
            yield return tail;
            yield break;
        }

        visited.Add(id);
        if (++steps > MaxSteps)
        {
            Hide(reference, TooManyWays(reference));
            yield break;
        }

        var people = groups[id];
        if (people.HiddenPeople is { } gap)
            Hide(reference, gap);

        var links = throughOwners ? people.Members.Concat(people.Owners) : people.Members;
        foreach (var link in links.Where(link => link.PrincipalId != id && !onPath.Contains(link.PrincipalId)))
        foreach (
            var chain in ChainsTo(
                link.PrincipalId,
                throughOwners,
                onPath.Add(id),
                tail.Insert(0, HopOf(link, reference))
            )
        )
            yield return chain;
    }

    private Hop HopOf(GroupLink link, ObjectRef group) =>
        new(
            directory.Reference(link.PrincipalId),
            group,
            link.Access is GroupAccess.Member ? HopRelation.Member : HopRelation.Owner,
            link.State,
            link.StartsAt,
            link.EndsAt,
            link.State is HopState.Eligible ? settings.GatesOf(SettingsOwner.Group(link.GroupId, link.Access)) : null,
            link.Evidence
        );

    private static Gap TooManyWays(ObjectRef group) =>
        new(
            SnapshotParts.GroupMembers,
            MissingReason.Malformed,
            $"Groups around {group.Label} contain each other in more ways than can be followed."
        );

    private void Hide(ObjectRef subject, Gap gap) => hidden.TryAdd(subject.Key, new(subject, gap));
}
