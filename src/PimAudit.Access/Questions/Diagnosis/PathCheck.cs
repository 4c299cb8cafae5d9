using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Is there a way from the person to the role? If not: what is nearest to one.</summary>
internal static class PathCheck
{
    private const int MaxNamed = 5;

    public static CheckLine Found(Case asked, AccessPath path) =>
        For(asked).Ok(PathWords.Of(asked.Map, path), path.Hops.SelectMany(hop => hop.Evidence));

    public static CheckLine None(Case asked, Carriers carriers, DormantWay? dormant)
    {
        var owned = Owned(asked, carriers);
        var text = string.Join(
            "; ",
            new[] { dormant is null ? "" : string.Join("; ", dormant.Hops.Select(hop => hop.Text)) }
                .Concat(States(asked, carriers, dormant, owned))
                .Append(NotCollected(asked))
                .Where(piece => piece.Length > 0)
        );
        var unread = UnreadOf(asked, carriers);
        if (dormant?.First is { Row.Lapse: Lapse.BegunSince } begun)
            return BegunSince(asked, begun, text);

        return unread.IsEmpty
            ? For(asked).Fault(text, Cure(asked, carriers, dormant, owned), EvidenceOf(asked, dormant, owned))
            : NotRead.Line(For(asked), asked, $"no way was found among what was read ({text})", unread);
    }

    private static Check For(Case asked) => new("Way to the role", asked.ForDiscoverGroups ? "TRB-4" : "TRB-1");

    private static Advice Cure(Case asked, Carriers carriers, DormantWay? dormant, ImmutableHashSet<Guid> owned) =>
        dormant is not null ? dormant.First.Cure
        : carriers
            .Groups.Where(grant => Is(grant.RoleId, asked.Role))
            .OrderBy(grant => !owned.Contains(grant.GroupId))
            .FirstOrDefault()
            is { } grant
            ? Joining.Advice(asked, grant)
        : new(
            $"Make {asked.Person.Label} eligible for {asked.Role.Label}, best through a role-assignable group: no group carries the role.",
            asked.Role
        );

    private static bool Is(Guid id, ObjectRef role) =>
        string.Equals(id.ToString("D"), role.Id, StringComparison.Ordinal);

    /// <summary>The groups that carry the role, each with what this person is in it.</summary>
    private static IEnumerable<string> States(
        Case asked,
        Carriers carriers,
        DormantWay? dormant,
        ImmutableHashSet<Guid> owned
    )
    {
        var directory = asked.Map.Directory;
        var onDormantWay = dormant?.Path.Hops.Select(hop => hop.From.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var others = carriers.Groups.Where(grant => !onDormantWay.Contains(grant.GroupId.ToString("D"))).ToList();
        foreach (var grant in others.Take(MaxNamed))
        {
            var group = $"{directory.Reference(grant.GroupId).Label}, {Joining.What(asked.Map, grant)}";
            yield return owned.Contains(grant.GroupId) ? $"only an owner of {group}" : $"not a member of {group}";
        }

        if (others.Count > MaxNamed)
            yield return $"nor of {Say.Count(others.Count - MaxNamed, "other group")} that carry it";
        if (dormant is null && others.Count == 0)
            yield return $"nothing leads to {asked.Role.Label}, and no group carries it";
    }

    private static ImmutableHashSet<Guid> Owned(Case asked, Carriers carriers) =>
        [
            .. carriers
                .Reach.Where(id => asked.Map.Directory.Reference(id).Kind is ObjectKind.Group)
                .Where(id => asked.Map.People(id).Owners.Any(link => link.PrincipalId == asked.PersonId)),
        ];

    private static IEnumerable<Evidence> EvidenceOf(Case asked, DormantWay? dormant, ImmutableHashSet<Guid> owned) =>
        dormant is not null
            ? dormant.Evidence
            : owned
                .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
                .SelectMany(id => asked.Map.People(id).Owners)
                .Where(link => link.PrincipalId == asked.PersonId)
                .SelectMany(link => link.Evidence);

    /// <summary>Schedules that were asked for and refused may hide what is yet to begin.</summary>
    private static ImmutableArray<UnreadFact> UnreadOf(Case asked, Carriers carriers) =>
        Unread.Once(
            carriers
                .Hidden(asked.Map)
                .Concat(
                    Schedules(asked)
                        .Where(gap => gap.Reason is not (MissingReason.NotCollected or MissingReason.SwitchedOff))
                        .Select(gap => new UnreadFact(Subject: null, gap))
                )
        );

    /// <summary>The way has opened since the snapshot, so the snapshot cannot tell what is wrong with it.</summary>
    private static CheckLine BegunSince(Case asked, DormantHop hop, string text) =>
        For(asked)
            .NotKnown(
                text,
                hop.Cure,
                [
                    new(
                        hop.Hop.To,
                        new(hop.Row.Evidence.Part, MissingReason.NotCollected, "It began after the snapshot was taken.")
                    ),
                ]
            );

    /// <summary>Schedules that nobody asked for hide no way that is open, only one to come; so they are told and no more.</summary>
    private static string NotCollected(Case asked)
    {
        var parts = Schedules(asked)
            .Where(gap => gap.Reason is MissingReason.NotCollected or MissingReason.SwitchedOff)
            .Select(gap => PartNames.InSentence(gap.Part))
            .ToList();
        return parts.Count == 0 ? "" : $"what is yet to begin was not collected in {string.Join(" and ", parts)}";
    }

    private static IEnumerable<Gap> Schedules(Case asked) =>
        asked.Snapshot.HasPim
            ? new[]
            {
                SnapshotParts.RoleAssignmentSchedules,
                SnapshotParts.RoleEligibilitySchedules,
                SnapshotParts.GroupAssignmentSchedules,
                SnapshotParts.GroupEligibilitySchedules,
            }
                .Select(part => asked.Snapshot.Collection.GapOf(part))
                .OfType<Gap>()
            : [];
}
