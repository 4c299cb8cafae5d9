using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>People whose activation some role settings gate.</summary>
/// <param name="People">Users, each once, ordinal by id; emergency access accounts left out.</param>
/// <param name="Hidden">Why there may be more; null when everybody is known.</param>
public sealed record GatedPeople(ImmutableArray<ObjectRef> People, Gap? Hidden)
{
    internal static GatedPeople Of(SettingsOwner owner, AccessMap access, EmergencyAccounts emergency)
    {
        var paths = owner.Access is GroupAccess.Owner ? access.TakeoverPaths : access.Paths;
        var people = paths
            .Where(path => path.Hops.Any(hop => IsGatedBy(hop, owner)))
            .Select(path => path.Principal)
            .Where(person => Guid.TryParse(person.Id, out var id) && !emergency.Contains(id))
            .DistinctBy(person => person.Id, StringComparer.Ordinal)
            .OrderBy(person => person.Id, StringComparer.Ordinal);
        return new([.. people], HiddenBehind(owner, access));
    }

    private static bool IsGatedBy(Hop hop, SettingsOwner owner) =>
        hop.State is HopState.Eligible
        && string.Equals(hop.To.Id, owner.Id.ToString("D"), StringComparison.Ordinal)
        && hop.Relation
            == owner.Access switch
            {
                null => HopRelation.Role,
                GroupAccess.Member => HopRelation.Member,
                _ => HopRelation.Owner,
            };

    private static Gap? HiddenBehind(SettingsOwner owner, AccessMap access)
    {
        if (!owner.IsRole)
            return access.HoldersOf(owner.Id).Hidden;

        return access
            .Eligible.Where(grant => grant.RoleId == owner.Id)
            .Select(grant => access.HoldersOf(grant.PrincipalId).Hidden)
            .FirstOrDefault(gap => gap is not null);
    }
}
