using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>
/// Rows that do not hold: those that have ended, which a snapshot keeps where they ended after it, and those to come, which
/// only schedules tell. Activations are left out: they end of themselves.
/// </summary>
internal sealed class DormantRows
{
    private readonly TenantSnapshot snapshot;
    private readonly DateTimeOffset now;
    private readonly Dictionary<string, DormantRow> found = new(StringComparer.Ordinal);

    /// <param name="now">UTC; not before the snapshot.</param>
    public DormantRows(TenantSnapshot snapshot, DateTimeOffset now)
    {
        this.snapshot = snapshot;
        this.now = now;
        Awake = snapshot with
        {
            RoleEligibilities = Eligibilities(),
            RoleAssignmentInstances = Assignments(),
            GroupEligibilities = GroupEligibilities(),
            GroupAssignments = GroupAssignments(),
        };
    }

    /// <summary>The snapshot as it would be if all of them held.</summary>
    public TenantSnapshot Awake { get; }

    /// <summary>Some row is to come, or began after the snapshot.</summary>
    public bool HasComing => found.Values.Any(row => row.Lapse is not Lapse.Ended);

    /// <summary>The row behind a hop; null for one that holds.</summary>
    public DormantRow? Of(Hop hop) =>
        hop.Evidence.Select(row => found.GetValueOrDefault(row.Id)).FirstOrDefault(row => row is not null);

    private ImmutableArray<RoleEligibilityInstance> Eligibilities() =>
        [
            .. snapshot.RoleEligibilities.Select(row =>
                Sleeps(SnapshotParts.EligibleAssignments, row.Id, row.StartsAt, row.EndsAt)
                    ? row with
                    {
                        StartsAt = null,
                        EndsAt = Still(row.EndsAt),
                    }
                    : row
            ),
            .. snapshot
                .RoleEligibilitySchedules.Where(row =>
                    IsToCome(SnapshotParts.RoleEligibilitySchedules, row.Id, row.StartsAt, row.EndsAt)
                )
                .Select(row => new RoleEligibilityInstance(
                    row.Id,
                    row.RoleDefinitionId,
                    row.PrincipalId,
                    row.Scope,
                    StartsAt: null,
                    Still(row.EndsAt)
                )),
        ];

    private ImmutableArray<RoleAssignmentInstance> Assignments() =>
        [
            .. snapshot.RoleAssignmentInstances.Select(row =>
                row.Type is AssignmentType.Assigned
                && Sleeps(SnapshotParts.ActiveAssignments, row.Id, row.StartsAt, row.EndsAt)
                    ? row with
                    {
                        StartsAt = null,
                        EndsAt = Still(row.EndsAt),
                    }
                    : row
            ),
            .. snapshot
                .RoleAssignmentSchedules.Where(row =>
                    row.Type is AssignmentType.Assigned
                    && IsMadeByPim(row.Origin)
                    && IsToCome(SnapshotParts.RoleAssignmentSchedules, row.Id, row.StartsAt, row.EndsAt)
                )
                .Select(row => new RoleAssignmentInstance(
                    row.Id,
                    row.RoleDefinitionId,
                    row.PrincipalId,
                    row.Scope,
                    row.Type,
                    StartsAt: null,
                    Still(row.EndsAt),
                    OriginId: null,
                    ScheduleId: row.Id,
                    ActivatedUsing: null,
                    ActivatedThrough: null
                )),
        ];

    private ImmutableArray<GroupEligibilityInstance> GroupEligibilities() =>
        [
            .. snapshot.GroupEligibilities.Select(row =>
                Sleeps(SnapshotParts.GroupEligibilities, row.Id, row.StartsAt, row.EndsAt)
                    ? row with
                    {
                        StartsAt = null,
                        EndsAt = Still(row.EndsAt),
                    }
                    : row
            ),
            .. snapshot
                .GroupEligibilitySchedules.Where(row =>
                    IsToCome(SnapshotParts.GroupEligibilitySchedules, row.Id, row.StartsAt, row.EndsAt)
                )
                .Select(row => new GroupEligibilityInstance(
                    row.Id,
                    row.GroupId,
                    row.PrincipalId,
                    row.Access,
                    StartsAt: null,
                    Still(row.EndsAt)
                )),
        ];

    private ImmutableArray<GroupAssignmentInstance> GroupAssignments() =>
        [
            .. snapshot.GroupAssignments.Select(row =>
                row.Type is AssignmentType.Assigned
                && Sleeps(SnapshotParts.GroupAssignments, row.Id, row.StartsAt, row.EndsAt)
                    ? row with
                    {
                        StartsAt = null,
                        EndsAt = Still(row.EndsAt),
                    }
                    : row
            ),
            .. snapshot
                .GroupAssignmentSchedules.Where(row =>
                    row.Type is AssignmentType.Assigned
                    && IsToCome(SnapshotParts.GroupAssignmentSchedules, row.Id, row.StartsAt, row.EndsAt)
                )
                .Select(row => new GroupAssignmentInstance(
                    row.Id,
                    row.GroupId,
                    row.PrincipalId,
                    row.Access,
                    row.Type,
                    StartsAt: null,
                    Still(row.EndsAt)
                )),
        ];

    /// <summary>Of other assignments Graph gives the time of the query for the start.</summary>
    private static bool IsMadeByPim(ScheduleOrigin origin) =>
        origin.CreatedAt is not null || origin.CreatedUsing is not null;

    /// <summary>An end that is yet to come stays one.</summary>
    private DateTimeOffset? Still(DateTimeOffset? endsAt) => endsAt > now ? endsAt : null;

    /// <summary>A schedule whose instance could not be in the snapshot yet.</summary>
    private bool IsToCome(SnapshotParts part, string id, DateTimeOffset? startsAt, DateTimeOffset? endsAt) =>
        startsAt > snapshot.TakenAt && Sleeps(part, id, startsAt, endsAt);

    private bool Sleeps(SnapshotParts part, string id, DateTimeOffset? startsAt, DateTimeOffset? endsAt)
    {
        if (Validity.HoldsAt(snapshot.TakenAt, startsAt, endsAt) && Validity.HoldsAt(now, startsAt, endsAt))
            return false;

        var (lapse, at) =
            endsAt is { } end && end <= now ? (Lapse.Ended, end)
            : startsAt > now ? (Lapse.ToCome, startsAt.Value)
            : (Lapse.BegunSince, startsAt!.Value);
        found[id] = new(new(part, id), lapse, at);
        return true;
    }
}
