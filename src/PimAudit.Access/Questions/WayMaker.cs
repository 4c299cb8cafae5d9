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

    private readonly ApprovalBook approvals = new(map);

    public Way Of(AccessPath path)
    {
        var gates = path.Hops.Where(hop => hop.State is HopState.Eligible).Select(hop => hop.Gates!).ToList();
        var needed = gates
            .Where(gate => gate.Approval is true)
            .Select(gate => approvals.For(gate, path.Principal.Id))
            .ToImmutableArray();
        var life = Life.Of(map.Directory, Guid.Parse(path.Principal.Id));
        var blockers = Blockers(path, needed, life);
        DateTimeOffset? readyAt = blockers.IsEmpty ? now + Wait(needed) : null;

        return new(
            path,
            BandOf(path, readyAt),
            gates.Count,
            needed,
            Weakest(gates),
            gates.Any(gate => gate.Longest is null) ? null : gates.Min(gate => gate.Longest),
            readyAt,
            blockers,
            [.. UnreadOf(path, gates, needed, life)]
        );
    }

    /// <summary>By principal, scope and path: the same whatever the order of the rows.</summary>
    public ImmutableArray<Way> Of(IEnumerable<AccessPath> paths) =>
        [
            .. paths
                .Select(Of)
                .OrderBy(way => way.Band)
                .ThenBy(way => way.Path.Principal.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(way => way.Path.Principal.Id, StringComparer.Ordinal)
                .ThenBy(way => way.Path.Role.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(way => way.Path.Scope, StringComparer.Ordinal)
                .ThenBy(way => PathKey.Of(way.Path), StringComparer.Ordinal),
        ];

    private WayBand BandOf(AccessPath path, DateTimeOffset? readyAt) =>
        path.Band is PathBand.Takeover ? WayBand.Takeover
        : readyAt is null ? WayBand.Blocked
        : path.State is not HopState.Eligible ? WayBand.Now
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

    /// <summary>Asks least, counting MFA or context, justification and approval; then lasts longest. Not read counts as not asked.</summary>
    private static Gates? Weakest(List<Gates> gates) =>
        gates.OrderBy(Strength).ThenByDescending(gate => gate.Longest ?? TimeSpan.MaxValue).FirstOrDefault();

    private static int Strength(Gates gates) =>
        new[]
        {
            gates.Mfa is true || gates.ContextRequired is true,
            gates.Justification is true,
            gates.Approval is true,
        }.Count(asked => asked);

    private static IEnumerable<UnreadFact> UnreadOf(
        AccessPath path,
        List<Gates> gates,
        ImmutableArray<Approval> needed,
        Life life
    )
    {
        if (life.Gap is { } unknown)
            yield return new(path.Principal, unknown);
        foreach (var gate in gates)
            if ((gate.Gap ?? HoleIn(gate)) is { } gap)
                yield return new(gate.Owner, gap);
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
        gates.Mfa is null || gates.Justification is null || gates.Approval is null || gates.Longest is null
            ? new(
                gates.Access is null ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
                MissingReason.Malformed,
                "The role settings lack a rule, so a gate is unknown."
            )
            : null;
}
