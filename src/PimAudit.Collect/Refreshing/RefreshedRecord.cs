using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What is missing of a refreshed snapshot: of what was read again by the second reading, of the rest by the first.</summary>
internal static class RefreshedRecord
{
    public static CollectionRecord Of(
        TenantSnapshot old,
        TenantSnapshot read,
        TouchedStep step,
        IReadOnlySet<Guid> ids,
        IReadOnlySet<Guid> watched
    )
    {
        var groups = KnownGroups.Of(old);
        return old.Collection with
        {
            Notes = [.. old.Collection.Notes, .. read.Collection.Notes],
            Parts = [.. old.Collection.Parts.Select(part => Merged(part, read.Collection[part.Part]))],
        };

        PartRecord Merged(PartRecord before, PartRecord now) =>
            before.Part switch
            {
                SnapshotParts.RoleAssignments or SnapshotParts.ActiveAssignments or SnapshotParts.EligibleAssignments =>
                    step.ReadsAllHolders || now.IsMissing ? now : Join(before, now, _ => false, known: null),
                SnapshotParts.RoleSettings when step.ReadsAllSettings => now,
                SnapshotParts.RoleSettings => Join(
                    before,
                    now,
                    step.AskedSettingsOf,
                    old.Roles.Select(role => role.Id)
                ),
                SnapshotParts.GroupsOfUsers => Join(before, now, watched.Contains, known: null),
                SnapshotParts.ConditionalAccessPolicies => step.HasReadPolicies ? now : before,
                SnapshotParts.RoleDefinitions or SnapshotParts.AdministrativeUnits => now
                    is { Requests: > 0, IsMissing: false }
                    ? now
                    : before,
                var part when PartScopes.PerGroup.Contains(part) => Join(before, now, ids.Contains, groups),
                var part when PartScopes.PerPrincipal.Contains(part) => Join(before, now, ids.Contains, known: null),
                _ => before,
            };
    }

    /// <summary>
    /// Gaps of objects that were asked for again are the second reading's. A part that was missing as a whole is so for every
    /// object that was not.
    /// </summary>
    /// <param name="known">Objects of which the part could speak; null where what it does not hold is unknown by itself.</param>
    private static PartRecord Join(
        PartRecord before,
        PartRecord now,
        Func<Guid, bool> isAsked,
        IEnumerable<Guid>? known
    )
    {
        if (before.IsMissing && known is null)
            return before;

        bool IsAsked(string id) => Guid.TryParse(id, out var parsed) && isAsked(parsed);
        var kept = before.IsMissing ? known!.Select(id => GapOf(before, id)) : before.Gaps;
        var gaps = now
            .Gaps.Concat(kept.Where(gap => !IsAsked(gap.ObjectId)))
            .DistinctBy(gap => gap.ObjectId, StringComparer.Ordinal)
            .OrderBy(gap => gap.ObjectId, StringComparer.Ordinal)
            .ToImmutableArray();
        return before with
        {
            Status = gaps.IsEmpty ? PartStatus.Complete : PartStatus.Partial,
            Reason = null,
            Detail = gaps.IsEmpty ? null : $"Not read for {Say.Count(gaps.Length, "object")}.",
            Gaps = gaps,
        };
    }

    private static ObjectGap GapOf(PartRecord missing, Guid id) =>
        new(
            id.ToString("D"),
            missing.Reason ?? MissingReason.NotCollected,
            missing.Detail ?? "The part was not asked for."
        );
}
