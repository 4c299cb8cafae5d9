using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.ConditionalAccess;

/// <summary>The Conditional Access policies that target one authentication context.</summary>
/// <remarks>
/// Off and report-only policies enforce nothing, and with one of them in place PIM does not fall back to multifactor
/// authentication. Policies for workloads and agents reach no person.
/// </remarks>
public sealed class ContextPolicies
{
    private readonly PolicyTargets targets;
    private readonly Gap? unread;
    private readonly ImmutableArray<ConditionalAccessPolicy> enabled;
    private readonly ImmutableDictionary<string, bool?> asks;
    private readonly Dictionary<string, HeldPerson> made = new(StringComparer.Ordinal);

    internal ContextPolicies(AccessMap map, PolicyTargets targets, string claim, bool phishingResistant)
    {
        this.targets = targets;
        unread = map.Snapshot.Collection.GapOf(SnapshotParts.ConditionalAccessPolicies);
        All =
        [
            .. map
                .Snapshot.ConditionalAccessPolicies.Where(policy =>
                    policy.Contexts.Contains(claim, StringComparer.OrdinalIgnoreCase)
                )
                .DistinctBy(policy => policy.Id, StringComparer.Ordinal)
                .OrderBy(policy => policy.Id, StringComparer.Ordinal),
        ];
        enabled = [.. All.Where(policy => policy.State is PolicyState.Enabled && !policy.TargetsAgentsOnly)];
        asks = enabled.ToImmutableDictionary(
            policy => policy.Id,
            policy => PolicyDemand.AsksForMfa(policy.Grant, phishingResistant),
            StringComparer.Ordinal
        );
    }

    /// <summary>In every state, ordinal by id.</summary>
    public ImmutableArray<ConditionalAccessPolicy> All { get; }

    /// <summary>Conditions by which people escape the enabled policies.</summary>
    public IEnumerable<string> Conditions =>
        enabled.SelectMany(policy => policy.NarrowedBy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Some enabled policy asks for enough, whoever it reaches; null: not known.</summary>
    public bool? AnyAsks =>
        asks.Values.Any(one => one is true) ? true
        : asks.Values.Any(one => one is null) ? null
        : false;

    /// <summary>Why <see cref="AnyAsks"/> is null.</summary>
    public static Gap DemandUntold { get; } =
        new(
            SnapshotParts.ConditionalAccessPolicies,
            MissingReason.Malformed,
            "A policy names an authentication strength whose methods were not told."
        );

    public HeldPerson Of(ObjectRef person)
    {
        if (!made.TryGetValue(person.Id, out var held))
            made[person.Id] = held = Make(person);
        return held;
    }

    private HeldPerson Make(ObjectRef person)
    {
        if (unread is not null)
            return new(person, ContextHold.Unknown, unread);
        if (All.IsEmpty)
            return new(person, ContextHold.MfaInstead, Gap: null);

        var target = targets[Guid.Parse(person.Id)];
        var reach = enabled.ToImmutableDictionary(policy => policy.Id, target.IsReachedBy, StringComparer.Ordinal);

        if (enabled.Any(policy => Enforces(policy, reach) is true && policy.NarrowedBy.IsEmpty))
            return new(person, ContextHold.Enforced, Gap: null);
        if (enabled.Any(policy => Enforces(policy, reach) is null && policy.NarrowedBy.IsEmpty))
            return new(person, ContextHold.Unknown, target.Gap ?? DemandUntold);
        if (enabled.Any(policy => Enforces(policy, reach) is true))
            return new(person, ContextHold.Narrowed, Gap: null);
        if (enabled.Any(policy => Enforces(policy, reach) is null))
            return new(person, ContextHold.Unknown, target.Gap ?? DemandUntold);

        return IsReachedByRoleAlone(target, reach) switch
        {
            true => new(person, ContextHold.ByRoleAlone, Gap: null),
            false => new(person, ContextHold.NotReached, Gap: null),
            null => new(person, ContextHold.Unknown, target.Gap ?? DemandUntold),
        };
    }

    private bool? Enforces(ConditionalAccessPolicy policy, ImmutableDictionary<string, bool?> reach) =>
        Maybe.And(reach[policy.Id], asks[policy.Id]);

    private bool? IsReachedByRoleAlone(PolicyTarget target, ImmutableDictionary<string, bool?> reach) =>
        Maybe.And(
            Maybe.Not(Maybe.Any(enabled.Select(policy => reach[policy.Id]))),
            Maybe.Any(enabled.Select(policy => Maybe.And(asks[policy.Id], target.IsNamedByRoleAlone(policy))))
        );
}
