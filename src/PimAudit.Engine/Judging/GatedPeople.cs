using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>People whose activation some role settings gate.</summary>
/// <param name="People">Users, each once, ordinal by id; emergency access accounts, and whoever is gone, left out.</param>
/// <param name="Hidden">Why there may be more; null when everybody is known.</param>
public sealed record GatedPeople(ImmutableArray<ObjectRef> People, Gap? Hidden);

/// <summary>Finds those people, all paths gone through once.</summary>
internal sealed class GateBook(AccessMap access, EmergencyAccounts emergency)
{
    private readonly Dictionary<(string Id, HopRelation Relation), List<AccessPath>> behind = Behind(access);
    private readonly Dictionary<Guid, Gap> hidden = HiddenEligible.ByRole(access);
    private readonly Dictionary<SettingsOwner, GatedPeople> made = [];

    public GatedPeople this[SettingsOwner owner]
    {
        get
        {
            if (!made.TryGetValue(owner, out var people))
                made[owner] = people = Make(owner);
            return people;
        }
    }

    private GatedPeople Make(SettingsOwner owner)
    {
        var people = behind
            .GetValueOrDefault((owner.Id.ToString("D"), RelationOf(owner)), [])
            .Select(path => path.Principal)
            .DistinctBy(person => person.Id, StringComparer.Ordinal)
            .Where(person =>
                Guid.TryParse(person.Id, out var id) && !emergency.Contains(id) && !access.Directory.IsGone(id)
            )
            .OrderBy(person => person.Id, StringComparer.Ordinal);
        return new([.. people], owner.IsRole ? hidden.GetValueOrDefault(owner.Id) : access.HoldersOf(owner.Id).Hidden);
    }

    /// <summary>By what is activated: owners stand on takeover paths alone, everybody else on certain ones.</summary>
    private static Dictionary<(string Id, HopRelation Relation), List<AccessPath>> Behind(AccessMap access)
    {
        var found = new Dictionary<(string, HopRelation), List<AccessPath>>();
        foreach (var path in access.Paths)
            Add(path, hop => hop.Relation is not HopRelation.Owner);
        foreach (var path in access.TakeoverPaths)
            Add(path, hop => hop.Relation is HopRelation.Owner);
        return found;

        void Add(AccessPath path, Func<Hop, bool> counts)
        {
            foreach (var hop in path.Hops)
            {
                if (hop.State is not HopState.Eligible || !counts(hop))
                    continue;
                if (!found.TryGetValue((hop.To.Id, hop.Relation), out var paths))
                    found[(hop.To.Id, hop.Relation)] = paths = [];
                paths.Add(path);
            }
        }
    }

    private static HopRelation RelationOf(SettingsOwner owner) =>
        owner.Access switch
        {
            null => HopRelation.Role,
            GroupAccess.Member => HopRelation.Member,
            _ => HopRelation.Owner,
        };
}
