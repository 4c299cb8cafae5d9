using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Weaker gates as a finding tells, weighs and mends them.</summary>
internal static class GateWords
{
    /// <summary>Names of the role settings table.</summary>
    public static SettingsConcern Concern(SettingsOwner owner, ImmutableArray<Gate> gates) =>
        new(
            owner,
            [
                .. gates.Select(gate =>
                    gate switch
                    {
                        Gate.Mfa => "mfa",
                        Gate.Approval => "approval",
                        Gate.Justification => "justification",
                        _ => "longestActivation",
                    }
                ),
            ]
        );

    public static Severity SeverityOf(ImmutableArray<Gate> gates) =>
        gates.Contains(Gate.Mfa) || gates.Contains(Gate.Approval) ? Severity.High : Severity.Medium;

    /// <summary>Such as <c>no approval, 8 h instead of 4 h</c>.</summary>
    public static string Observed(GateComparison comparison, ImmutableArray<Gate> gates) =>
        string.Join(
            ", ",
            gates.Select(gate =>
                gate switch
                {
                    Gate.Mfa => "no multifactor authentication",
                    Gate.Approval => "no approval",
                    Gate.Justification => "no justification",
                    _ => $"{Length(comparison.Settings)} instead of {Length(comparison.Than)}",
                }
            )
        );

    /// <summary>Such as <c>approval, at most 4 h</c>.</summary>
    public static string Expected(GateComparison comparison, ImmutableArray<Gate> gates) =>
        string.Join(
            ", ",
            gates.Select(gate =>
                gate switch
                {
                    Gate.Mfa => "multifactor authentication or an authentication context",
                    Gate.Approval => "approval",
                    Gate.Justification => "a justification",
                    _ => $"at most {Length(comparison.Than)}",
                }
            )
        );

    /// <summary>Mends what ids alone can mend; null where it is a matter of people or of an authentication context.</summary>
    public static string? Command(SettingsOwner owner, GateComparison comparison, ImmutableArray<Gate> gates)
    {
        ImmutableArray<string> added =
        [
            .. gates.Contains(Gate.Mfa) && comparison.Than.Mfa is true
                ? ["MultiFactorAuthentication"]
                : Array.Empty<string>(),
            .. gates.Contains(Gate.Justification) ? ["Justification"] : Array.Empty<string>(),
        ];
        return AssignmentCommands.Lines([
            added.IsEmpty ? null : SettingsFixes.AlsoAskFor(owner, comparison.Settings, [.. added]),
            gates.Contains(Gate.Length) && comparison.Than.LongestActivation is { } longest
                ? SettingsFixes.LimitActivation(owner, longest)
                : null,
        ]);
    }

    private static string Length(RoleSettings settings) =>
        settings.LongestActivation is { } longest ? Say.Duration(longest) : "not told";
}
