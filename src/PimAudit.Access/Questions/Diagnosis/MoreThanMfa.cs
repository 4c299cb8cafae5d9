using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>A policy behind an authentication context that may ask for more than any registered method tells.</summary>
internal static class MoreThanMfa
{
    private const string Mfa = "mfa";

    /// <summary>What is then not known; null where every policy of every context on the way asks for plain MFA at most.</summary>
    public static UnreadFact? Of(Case asked, Way way) =>
        way.Gates.Select(gate => Untold(asked, gate)).FirstOrDefault(fact => fact is not null)
        ?? way.Gates.Where(gate => gate.Gates is { ContextRequired: true, Context.Length: > 0 })
            .SelectMany(gate => asked.Map.Contexts.Of(gate.Gates.Context!).All)
            .Where(policy => policy.State is PolicyState.Enabled && !policy.TargetsAgentsOnly && AsksMore(policy.Grant))
            .Select(Demand)
            .FirstOrDefault();

    /// <summary>Whether there is a context at all, which one, or which policies it has, was not read.</summary>
    private static UnreadFact? Untold(Case asked, WayGate gate)
    {
        var gates = gate.Gates;
        if (gates.ContextRequired is false)
            return null;

        var gap =
            gates.Gap
            ?? (
                gates is { ContextRequired: true, Context.Length: > 0 }
                    ? asked.Snapshot.Collection.GapOf(SnapshotParts.ConditionalAccessPolicies)
                    : new Gap(
                        WayRows.PartOf(gate),
                        MissingReason.Malformed,
                        "The role settings do not tell which authentication context they ask for, if any."
                    )
            );
        return gap is null ? null : new(gate.Owner, gap);
    }

    private static UnreadFact Demand(ConditionalAccessPolicy policy) =>
        new(
            new(ObjectKind.ConditionalAccessPolicy, policy.Id, policy.DisplayName),
            new(
                SnapshotParts.ConditionalAccessPolicies,
                MissingReason.Malformed,
                $"The policy {policy.DisplayName ?? policy.Id} may ask for more than MFA, and whether the person can meet that is not told."
            )
        );

    private static bool AsksMore(PolicyGrant? grant) =>
        grant is not null
        && (
            grant.AuthenticationStrength is not null
            || grant.Controls.Any(control => !string.Equals(control, Mfa, StringComparison.OrdinalIgnoreCase))
        );
}
