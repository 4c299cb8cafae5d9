using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Works out what it takes to walk a path.</summary>
/// <param name="now">The moment of the question, UTC; not before the snapshot.</param>
/// <param name="within">How long the questioner is ready to wait.</param>
internal sealed class WayMaker(AccessMap map, DateTimeOffset now, TimeSpan within)
{
    /// <summary>An approver has 24 hours; then the request must be made again. PIM lets nobody change that.</summary>
    public static readonly TimeSpan ApprovalWindow = TimeSpan.FromHours(24);

    private readonly ApprovalBook approvals = new(map, now);

    public Way Of(AccessPath path) => Of(path, opensAt: null);

    /// <param name="opensAt">UTC; when a path of which a hop is yet to begin holds as a whole.</param>
    public Way Of(AccessPath path, DateTimeOffset? opensAt)
    {
        var start = opensAt > now ? opensAt.Value : now;
        var gates = path
            .Hops.Where(hop => hop.State is HopState.Eligible)
            .Select(hop => WayGate.Of(map, hop.Gates!, path.Principal))
            .ToImmutableArray();
        var needed = gates
            .Where(gate => gate.Gates.Approval is true)
            .Select(gate => approvals.For(gate.Gates, path.Principal.Id))
            .ToImmutableArray();
        var life = Life.Of(map.Directory, Guid.Parse(path.Principal.Id));
        var blockers = Blockers(path, needed, life);
        DateTimeOffset? readyAt = blockers.IsEmpty ? start + Wait(needed) : null;

        return new(
            path,
            BandOf(path, start, readyAt),
            gates,
            needed,
            Weakest(gates),
            Longest(gates, start, path.EndsAt),
            readyAt,
            blockers,
            [.. UnreadOf(path, gates, needed, life)]
        )
        {
            OpensAt = opensAt,
        };
    }

    private WayBand BandOf(AccessPath path, DateTimeOffset start, DateTimeOffset? readyAt) =>
        path.Band is PathBand.Takeover ? WayBand.Takeover
        : readyAt is null ? WayBand.Blocked
        : path.State is not HopState.Eligible && start <= now ? WayBand.Now
        : readyAt - now <= within ? WayBand.Within
        : WayBand.Later;

    /// <summary>Where nobody is known to be able to approve, the wait is not counted on.</summary>
    private static TimeSpan Wait(ImmutableArray<Approval> needed) =>
        ApprovalWindow * needed.Count(approval => approval.State is ApproverState.Living);

    private ImmutableArray<string> Blockers(AccessPath path, ImmutableArray<Approval> needed, Life life)
    {
        var blockers = ImmutableArray.CreateBuilder<string>();
        if (life.Fault is { } fault)
            blockers.Add(fault);
        if (path.EndsAt is { } end && end <= now)
            blockers.Add($"ended on {Say.Moment(end)}, after the snapshot");
        foreach (var approval in needed.Where(approval => approval.State is ApproverState.Nobody))
            blockers.Add($"nobody can approve {approval.Owner.Label}");
        return blockers.ToImmutable();
    }

    /// <summary>Asks least, then lasts longest.</summary>
    private static WayGate? Weakest(ImmutableArray<WayGate> gates) =>
        gates
            .OrderBy(gate => gate.Strength)
            .ThenByDescending(gate => gate.Gates.Longest ?? TimeSpan.MaxValue)
            .FirstOrDefault();

    private static TimeSpan? Longest(ImmutableArray<WayGate> gates, DateTimeOffset start, DateTimeOffset? endsAt)
    {
        if (gates.IsEmpty || gates.Any(gate => gate.Gates.Longest is null))
            return null;

        var longest = gates.Min(gate => gate.Gates.Longest!.Value);
        return endsAt is not { } end || end - start > longest ? longest
            : end > start ? end - start
            : TimeSpan.Zero;
    }

    private static IEnumerable<UnreadFact> UnreadOf(
        AccessPath path,
        ImmutableArray<WayGate> gates,
        ImmutableArray<Approval> needed,
        Life life
    )
    {
        if (life.Gap is { } untold)
            yield return new(path.Principal, untold);
        foreach (var gate in gates)
        {
            if ((gate.Gates.Gap ?? HoleIn(gate.Gates)) is { } hole)
                yield return new(gate.Owner, hole);
            if (gate is { Gap: { } unknown, Gates.Mfa: not true })
                yield return new(path.Principal, unknown);
        }

        foreach (var approval in needed)
            if (approval is { State: ApproverState.Unknown, Gap: { } hidden })
                yield return new(approval.Owner, hidden);
        if (path.State is HopState.Unknown)
            yield return new(path.Principal, UnknownKind);
    }

    private static readonly Gap UnknownKind = new(
        SnapshotParts.ActiveAssignments,
        MissingReason.Malformed,
        "PIM does not list this assignment, so its kind and its end are unknown."
    );

    private static Gap? HoleIn(Gates gates) =>
        gates.Mfa is null
        || gates.ContextRequired is null
        || gates.Justification is null
        || gates.Approval is null
        || gates.Longest is null
            ? new(
                gates.Access is null ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
                MissingReason.Malformed,
                "The role settings lack a rule, so a gate is unknown."
            )
            : null;
}
