using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whether one Conditional Access policy stops one emergency account.</summary>
/// <param name="IsCaught">Null: not known.</param>
/// <param name="Gap">Why it is not known.</param>
internal sealed record PolicyCatch(ObjectRef Account, bool? IsCaught, PolicyHurdle Hurdle, Gap? Gap);

/// <summary>A policy on the way to the administration of the tenant, with what it does to each emergency account.</summary>
/// <param name="StopsAll">Every emergency account is known, and all of them are caught but those that are disabled anyway.</param>
internal sealed record WatchedPolicy(ConditionalAccessPolicy Policy, ImmutableArray<PolicyCatch> Catches, bool StopsAll)
{
    public ObjectRef Reference => new(ObjectKind.ConditionalAccessPolicy, Policy.Id, Policy.DisplayName);

    /// <summary>Policies that certainly let every account pass, or guard something else, are left out. By id.</summary>
    public static ImmutableArray<WatchedPolicy> Of(RuleContext context)
    {
        var methods = new EmergencyMethods(context);
        ImmutableArray<Guid> accounts =
        [
            .. context.Emergency.Resolved.OrderBy(id => id.ToString("D"), StringComparer.Ordinal),
        ];
        return
        [
            .. context
                .Snapshot.ConditionalAccessPolicies.Where(policy => PolicyHurdle.IsOnTheWay(policy) is not false)
                .DistinctBy(policy => policy.Id, StringComparer.Ordinal)
                .OrderBy(policy => policy.Id, StringComparer.Ordinal)
                .Select(policy => Of(context, policy, [.. accounts.Select(id => Of(context, policy, id, methods[id]))]))
                .Where(watched => watched.Catches.Any(one => one.IsCaught is not false)),
        ];
    }

    private static WatchedPolicy Of(
        RuleContext context,
        ConditionalAccessPolicy policy,
        ImmutableArray<PolicyCatch> catches
    ) =>
        new(
            policy,
            catches,
            context.Emergency.All.All(account => account.State is not EntryState.NotRead)
                && catches.All(one => one.IsCaught is true || IsDisabled(context, one.Account))
        );

    private static PolicyCatch Of(
        RuleContext context,
        ConditionalAccessPolicy policy,
        Guid id,
        Known<RegistrationDetails> registered
    )
    {
        var reached = context.Access.Contexts.Reaches(policy, id);
        var hurdle = PolicyHurdle.Of(policy.Grant!, registered.IsKnown ? registered.Value : null);
        var isOnTheWay = PolicyHurdle.IsOnTheWay(policy);
        var isCaught = Maybe.And(
            Maybe.And(isOnTheWay, reached.IsKnown ? reached.Value : null),
            Maybe.Not(hurdle.IsPassed)
        );
        var gap =
            isCaught is not null ? null
            : isOnTheWay is null ? Untold(policy, "what it guards")
            : reached.Gap
                ?? (hurdle.IsPassed is null ? registered.Gap : null)
                ?? Untold(policy, "all that it asks for");
        return new(EmergencyJudge.Reference(context, id), isCaught, hurdle, gap);
    }

    private static Gap Untold(ConditionalAccessPolicy policy, string what) =>
        new(
            SnapshotParts.ConditionalAccessPolicies,
            MissingReason.Malformed,
            $"Of the Conditional Access policy {policy.DisplayName ?? policy.Id} it was not told {what}."
        );

    private static bool IsDisabled(RuleContext context, ObjectRef account) =>
        Accounts.IsEnabledUser(context.Access, Guid.Parse(account.Id)) is false;
}
