using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What an activation asks, and how long it lasts. Tickets are no gate.</summary>
internal enum Gate
{
    /// <summary>Multifactor authentication or an authentication context.</summary>
    Mfa,
    Approval,
    Justification,

    /// <summary>The longest activation.</summary>
    Length,
}

/// <summary>In which gates some role settings are weaker than others. Null: one of the two does not say.</summary>
internal sealed record GateComparison(RoleSettings Settings, RoleSettings Than)
{
    private static readonly ImmutableArray<Gate> Gates = [.. Enum.GetValues<Gate>()];

    /// <summary>Gates in which they are certainly weaker.</summary>
    public ImmutableArray<Gate> Weaker => [.. Gates.Where(gate => IsWeakerIn(gate) is true)];

    /// <summary>Gates of which it is not known.</summary>
    public ImmutableArray<Gate> Unknown => [.. Gates.Where(gate => IsWeakerIn(gate) is null)];

    /// <summary>It lacks what the other asks for, or lasts longer.</summary>
    public bool? IsWeakerIn(Gate gate) =>
        gate switch
        {
            Gate.Mfa => Lacks(AsksForMfa(Settings), AsksForMfa(Than)),
            Gate.Approval => Lacks(Settings.ApprovalRequired, Than.ApprovalRequired),
            Gate.Justification => Lacks(Settings.Justification, Than.Justification),
            _ when Settings.LongestActivation is { } longest && Than.LongestActivation is { } other => longest > other,
            _ => null,
        };

    private static bool? AsksForMfa(RoleSettings settings) => Maybe.Any(settings.Mfa, settings.ContextRequired);

    private static bool? Lacks(bool? asks, bool? otherAsks) => Maybe.And(Maybe.Not(asks), otherAsks);
}
