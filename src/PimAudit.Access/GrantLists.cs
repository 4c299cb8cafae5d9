using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>The role assignments of a snapshot, reconciled from the directory's list and PIM's.</summary>
internal sealed record GrantLists(ImmutableArray<ActiveGrant> Active, ImmutableArray<EligibleGrant> Eligible)
{
    public static GrantLists Of(TenantSnapshot snapshot) =>
        new(
            [.. ActiveOf(snapshot).OrderBy(grant => grant.Id, StringComparer.Ordinal)],
            [
                .. snapshot
                    .RoleEligibilities.Where(row => Validity.HoldsAt(snapshot.TakenAt, row.StartsAt, row.EndsAt))
                    .Select(FromEligibility)
                    .OrderBy(grant => grant.Id, StringComparer.Ordinal),
            ]
        );

    private static IEnumerable<ActiveGrant> ActiveOf(TenantSnapshot snapshot)
    {
        if (!snapshot.HasPim)
            return snapshot.RoleAssignments.Select(row => Plain(row, HopState.Standing, GrantOrigin.OutsidePim));
        if (snapshot.Collection.GapOf(SnapshotParts.ActiveAssignments) is not null)
            return snapshot.RoleAssignments.Select(row => Plain(row, HopState.Unknown, GrantOrigin.Unlisted));

        var lists = AssignmentLists.Compare(snapshot.RoleAssignments, snapshot.RoleAssignmentInstances);
        var listed = lists
            .Pairs.Select(pair => (pair.Instance, Row: (RoleAssignment?)pair.Assignment))
            .Concat(lists.OnlyInstances.Select(instance => (Instance: instance, Row: (RoleAssignment?)null)))
            .Where(pair => Validity.HoldsAt(snapshot.TakenAt, pair.Instance.StartsAt, pair.Instance.EndsAt))
            .Select(pair => FromInstance(pair.Instance, pair.Row));
        return listed.Concat(lists.OnlyAssignments.Select(row => Plain(row, HopState.Unknown, GrantOrigin.Unlisted)));
    }

    private static ActiveGrant FromInstance(RoleAssignmentInstance instance, RoleAssignment? row)
    {
        var evidence = ImmutableArray.Create(new Evidence(SnapshotParts.ActiveAssignments, instance.Id));
        if (row is not null)
            evidence = evidence.Add(new(SnapshotParts.RoleAssignments, row.Id));

        return new(
            row?.Id ?? instance.Id,
            instance.RoleDefinitionId,
            instance.PrincipalId,
            instance.Scope,
            instance.Type is AssignmentType.Assigned ? HopState.Standing : HopState.Activated,
            instance.StartsAt,
            instance.EndsAt,
            instance.LooksMadeOutsidePim ? GrantOrigin.OutsidePim : GrantOrigin.Pim,
            instance.ActivatedThrough,
            evidence
        );
    }

    private static ActiveGrant Plain(RoleAssignment row, HopState state, GrantOrigin origin) =>
        new(
            row.Id,
            row.RoleDefinitionId,
            row.PrincipalId,
            row.Scope,
            state,
            StartsAt: null,
            EndsAt: null,
            origin,
            ActivatedThrough: null,
            [new(SnapshotParts.RoleAssignments, row.Id)]
        );

    private static EligibleGrant FromEligibility(RoleEligibilityInstance row) =>
        new(
            row.Id,
            row.RoleDefinitionId,
            row.PrincipalId,
            row.Scope,
            row.StartsAt,
            row.EndsAt,
            [new(SnapshotParts.EligibleAssignments, row.Id)]
        );
}
