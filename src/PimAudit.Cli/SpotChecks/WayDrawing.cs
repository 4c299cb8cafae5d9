using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.Reports.Pictures;

namespace PimAudit.Cli;

/// <summary>Ways as paths of a picture.</summary>
internal sealed class WayDrawing(AccessMap map)
{
    private readonly ImmutableHashSet<Guid> emergency =
    [
        .. map.Snapshot.EmergencyAccounts.Select(entry => entry.ObjectId).OfType<Guid>(),
    ];

    public DrawnPath Of(Way way)
    {
        var gates = new Queue<WayGate>(way.Gates);
        return new(
            way.Path,
            map.Directory.ScopeReference(way.Path.Scope).Label,
            [.. way.Path.Hops.Select(hop => hop.State is HopState.Eligible ? gates.Dequeue().Mfa : null)],
            [.. Remarks(way)]
        );
    }

    private IEnumerable<string> Remarks(Way way)
    {
        foreach (var blocker in way.Blockers)
            yield return $"blocked: {blocker}";
        if (way.OpensAt is { } opens)
            yield return $"by schedule from {Say.Moment(opens)}";
        foreach (var fault in way.Gates.Select(ContextWords.Of).OfType<string>().Distinct(StringComparer.Ordinal))
            yield return fault;
        foreach (var approval in way.Approvals.Where(approval => approval.State is ApproverState.Unknown))
            yield return $"approver of {approval.Owner.Label} not read";
        if (emergency.Contains(Guid.Parse(way.Path.Principal.Id)))
            yield return "emergency access account (break-glass)";
    }
}
