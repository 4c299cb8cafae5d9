using PimAudit.Model;

namespace PimAudit.Access.ConditionalAccess;

/// <summary>Follows authentication contexts to the Conditional Access policies behind them.</summary>
public sealed class ContextBook
{
    private readonly AccessMap map;
    private readonly PolicyTargets targets;
    private readonly Dictionary<(string Claim, bool PhishingResistant), ContextPolicies> made = [];

    internal ContextBook(AccessMap map)
    {
        this.map = map;
        targets = new(map);
    }

    /// <summary>A policy includes a person and does not exclude him; its state and what it guards are not asked here.</summary>
    public Known<bool> Reaches(ConditionalAccessPolicy policy, Guid userId)
    {
        var target = targets[userId];
        return target.IsReachedBy(policy) is { } reached
            ? Known<bool>.Of(reached)
            : Known<bool>.Missing(target.Gap ?? PolicyTarget.NotTold(map, userId));
    }

    /// <param name="claim">Claim value such as <c>c1</c>; its case does not matter.</param>
    /// <param name="phishingResistant">Only phishing-resistant strengths count as multifactor authentication.</param>
    public ContextPolicies Of(string claim, bool phishingResistant = false)
    {
        var key = (claim.ToLowerInvariant(), phishingResistant);
        if (!made.TryGetValue(key, out var policies))
            made[key] = policies = new(map, targets, claim, phishingResistant);
        return policies;
    }
}
