using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The owner settings of a group beside its member settings.</summary>
internal static class OwnerSide
{
    /// <summary>How the owner settings of a group compare to its member settings, or why that is not known.</summary>
    public static Known<GateComparison> Compare(RuleContext context, HeldSetting owner)
    {
        if (owner.Settings.Gap is { } gap)
            return Known<GateComparison>.Missing(gap);

        return context
            .Access.SettingsOf(SettingsOwner.Group(owner.Owner.Id, GroupAccess.Member))
            .Select(member => new GateComparison(owner.Settings.Value, member));
    }

    /// <summary>
    /// A fault of owner settings stays with the rule that found it, unless they are weaker in that gate than the member
    /// settings: then it is PIM217's.
    /// </summary>
    /// <returns>Null where it is PIM217's; blind where nobody can say whose it is.</returns>
    public static Judgement? Keep(RuleContext context, HeldSetting held, Gate gate, Judgement fault)
    {
        if (held.Owner.Access is not GroupAccess.Owner)
            return fault;

        var comparison = Compare(context, held);
        if (comparison.Gap is { } gap)
            return held.Blind(gap);

        return comparison.Value.IsWeakerIn(gate) switch
        {
            true => null,
            false => fault,
            null => held.BlindWithout("whether the member settings ask for more"),
        };
    }
}
