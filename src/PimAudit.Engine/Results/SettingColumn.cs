using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>One column of the role settings table: a setting, its value in words, and the rules that judge it.</summary>
/// <param name="Name">Lower camel case, as result.json writes it.</param>
/// <param name="Value">Null when the policy does not say.</param>
/// <param name="Rules">Ids, the one whose expectation is printed first.</param>
/// <param name="Expected">In words, for a setting that meets its rule.</param>
internal sealed record SettingColumn(
    string Name,
    Func<RoleSettings, string?> Value,
    ImmutableArray<string> Rules,
    Func<PlannedRule, RoleTier, string> Expected
)
{
    public static ImmutableArray<SettingColumn> All { get; } =
    [
        new("mfa", settings => Required(settings.Mfa), ["PIM201"], (_, _) => "required, or an authentication context"),
        new("authenticationContext", Context, ["PIM210", "PIM211"], (_, _) => "enforced for everybody eligible"),
        new("justification", settings => Required(settings.Justification), ["PIM202"], (_, _) => "required"),
        new("ticket", settings => Required(settings.Ticket), [], (_, _) => ""),
        new("approval", settings => Required(settings.ApprovalRequired), ["PIM203"], (_, _) => "required"),
        new(
            "approvers",
            Approvers,
            ["PIM206", "PIM208", "PIM209"],
            (_, _) => "named, and somebody other than the requester can approve"
        ),
        new("longestActivation", settings => Duration(settings.LongestActivation), ["PIM204"], Longest),
        new("permanentEligible", settings => Allowed(settings.PermanentEligibleAllowed), [], (_, _) => ""),
        new("permanentActive", settings => Allowed(settings.PermanentActiveAllowed), [], (_, _) => ""),
    ];

    private static string? Required(bool? value) =>
        value switch
        {
            true => "required",
            false => "not required",
            null => null,
        };

    private static string? Allowed(bool? value) =>
        value switch
        {
            true => "allowed",
            false => "not allowed",
            null => null,
        };

    private static string? Duration(TimeSpan? value) => value is { } time ? Say.Duration(time) : null;

    private static string? Context(RoleSettings settings) =>
        settings.ContextRequired switch
        {
            true => settings.AuthenticationContext ?? "required, which one is not said",
            false => "none",
            null => null,
        };

    private static string? Approvers(RoleSettings settings) =>
        settings.ApprovalRequired switch
        {
            true when settings.Approvers.IsEmpty => "nobody named",
            true => string.Create(CultureInfo.InvariantCulture, $"{settings.Approvers.Length} named"),
            false => "none",
            null => null,
        };

    private static string Longest(PlannedRule planned, RoleTier tier)
    {
        var name = tier is RoleTier.HighlyPrivileged ? "maxHoursHighlyPrivileged" : "maxHours";
        return $"at most {Say.Duration(TimeSpan.FromHours(planned.Parameters.Number(name)))}";
    }
}
