using System.Collections.Immutable;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whether some activation that a person has before him asks for multifactor authentication.</summary>
/// <param name="IsAsked">Null: not known.</param>
/// <param name="Owners">Roles and groups whose activation asks for it, ordinal by id.</param>
/// <param name="Settings">The role settings of those, by row.</param>
/// <param name="Gap">Why it is not known; null when it is.</param>
internal sealed record MfaAsked(
    bool? IsAsked,
    ImmutableArray<ObjectRef> Owners,
    ImmutableArray<Evidence> Settings,
    Gap? Gap
)
{
    public string InWords => string.Join(", ", Owners.Select(owner => owner.Label));

    public static MfaAsked Of(RuleContext context, RoleHolder holder)
    {
        var gates = holder
            .Paths.SelectMany(path => path.Hops)
            .Select(hop => hop.State is HopState.Eligible ? hop.Gates : null)
            .OfType<Gates>()
            .DistinctBy(gates => (gates.Owner.Id, gates.Access))
            .OrderBy(gates => gates.Owner.Id, StringComparer.Ordinal)
            .Select(gates => (Gates: gates, Answer: Of(context, gates, holder.Reference)))
            .ToList();
        var asking = gates.Where(gate => gate.Answer.IsAsked is true).Select(gate => gate.Gates).ToList();
        return new(
            Maybe.Any(gates.Select(gate => gate.Answer.IsAsked)),
            [.. asking.Select(one => one.Owner).DistinctBy(owner => owner.Id, StringComparer.Ordinal)],
            [.. asking.Select(one => RowOf(context, one)).OfType<Evidence>()],
            asking.Count > 0 ? null : gates.Select(gate => gate.Answer.Gap).FirstOrDefault(gap => gap is not null)
        );
    }

    /// <summary>By the enablement rule, or by a context that holds this person, if only under conditions.</summary>
    private static (bool? IsAsked, Gap? Gap) Of(RuleContext context, Gates gates, ObjectRef person)
    {
        if (gates.Mfa is true)
            return (true, null);
        if (gates is { ContextRequired: true, Context.Length: > 0 })
            return ByContext(context.Access.Contexts.Of(gates.Context).Of(person)) switch
            {
                (false, _) when gates.Mfa is null => (null, NotTold(gates)),
                var answer => answer,
            };

        return gates is { Mfa: false, ContextRequired: false } ? (false, null) : (null, gates.Gap ?? NotTold(gates));
    }

    private static (bool? IsAsked, Gap? Gap) ByContext(HeldPerson held) =>
        held.Hold switch
        {
            ContextHold.Enforced or ContextHold.MfaInstead or ContextHold.Narrowed => (true, null),
            ContextHold.Unknown => (null, held.Gap),
            _ => (false, null),
        };

    private static Evidence? RowOf(RuleContext context, Gates gates)
    {
        var settings = context.Access.SettingsOf(new(Guid.Parse(gates.Owner.Id), gates.Access));
        return settings.IsKnown ? new(PartOf(gates), settings.Value.PolicyId) : null;
    }

    private static Gap NotTold(Gates gates) =>
        new(
            PartOf(gates),
            MissingReason.Malformed,
            $"It was not read whether the activation of {gates.Owner.Label} asks for multifactor authentication."
        );

    private static SnapshotParts PartOf(Gates gates) =>
        gates.Access is null ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings;
}
