using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Roles beside Global Administrator that emergency accounts hold now. What they are eligible for is the matter of PIM403.</summary>
internal sealed class FurtherRoles
{
    private static readonly string GlobalAdministrator = WellKnownRoles.GlobalAdministrator.ToString("D");

    private readonly RuleContext context;
    private readonly ILookup<string, AccessPath> paths;
    private readonly ImmutableArray<Holders> doubtful;

    public FurtherRoles(RuleContext context)
    {
        this.context = context;
        paths = context
            .Access.Paths.Where(path =>
                IsFurther(path.Role.Id) && context.Emergency.Contains(Guid.Parse(path.Principal.Id))
            )
            .ToLookup(path => path.Principal.Id, StringComparer.Ordinal);
        doubtful =
        [
            .. context
                .Access.Active.Where(grant => grant.RoleId != WellKnownRoles.GlobalAdministrator)
                .Select(grant => grant.PrincipalId)
                .Distinct()
                .Select(context.Access.HoldersOf)
                .Where(holders => holders.Hidden is not null),
        ];
    }

    /// <summary>One for each role that stands.</summary>
    public IEnumerable<AccountFault> Of(ObjectRef account) =>
        paths[account.Id]
            .Where(path => path.State is HopState.Standing)
            .GroupBy(path => path.Role.Id, StringComparer.Ordinal)
            .OrderBy(ways => ways.Key, StringComparer.Ordinal)
            .Select(ways => new AccountFault(
                $"also {ways.First().Role.Label}",
                Severity.Low,
                "In Privileged Identity Management, Microsoft Entra roles, Assignments, remove every role but Global Administrator from it.",
                [.. ways.SelectMany(path => path.Hops).SelectMany(hop => hop.Evidence).Distinct()]
            ));

    /// <summary>Why it may hold one of which we do not know; null when all are known.</summary>
    public Gap? Unknown(Guid id)
    {
        var snapshot = context.Snapshot;
        return snapshot.Collection.GapOf(SnapshotParts.RoleAssignments)
            ?? (snapshot.HasPim ? snapshot.Collection.GapOf(SnapshotParts.ActiveAssignments) : null)
            ?? doubtful.Where(holders => !holders.Ids.Contains(id)).Select(holders => holders.Hidden).FirstOrDefault()
            ?? Untold(id);
    }

    private Gap? Untold(Guid id) =>
        paths[id.ToString("D")].FirstOrDefault(path => path.State is HopState.Unknown) is { } path
            ? new(
                SnapshotParts.ActiveAssignments,
                MissingReason.Malformed,
                $"PIM does not tell how {path.Principal.Label} holds {path.Role.Label}, and until when."
            )
            : null;

    private static bool IsFurther(string roleId) =>
        !string.Equals(roleId, GlobalAdministrator, StringComparison.Ordinal);
}
