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
        new(
            "mfa",
            settings => Required(settings.Mfa),
            ["PIM201", "PIM217", "PIM218"],
            (_, _) => "required, or an authentication context"
        ),
        new("authenticationContext", Context, ["PIM210", "PIM211"], (_, _) => "enforced for everybody eligible"),
        new(
            "justification",
            settings => Required(settings.Justification),
            ["PIM202", "PIM217", "PIM218"],
            (_, _) => "required"
        ),
        new("ticket", settings => Required(settings.Ticket), ["PIM212"], (_, _) => "required"),
        new(
            "approval",
            settings => Required(settings.ApprovalRequired),
            ["PIM203", "PIM217", "PIM218"],
            (_, _) => "required"
        ),
        new(
            "approvers",
            Approvers,
            ["PIM206", "PIM207", "PIM208", "PIM209"],
            (_, _) => "named, and somebody other than the requester can approve"
        ),
        new(
            "longestActivation",
            settings => Duration(settings.LongestActivation),
            ["PIM204", "PIM205", "PIM217", "PIM218"],
            Longest
        ),
        new(
            "permanentEligible",
            settings => Allowed(settings.PermanentEligibleAllowed, settings.LongestEligible),
            ["PIM216"],
            (planned, _) => $"not allowed, at most {Days(planned, "maxDays")}"
        ),
        new(
            "permanentActive",
            settings => Allowed(settings.PermanentActiveAllowed, settings.LongestActive),
            ["PIM215"],
            (_, _) => "not allowed, unless needed"
        ),
        new("assigning", Assigning, ["PIM214"], (_, _) => "a justification or multifactor authentication"),
        new(
            "changed",
            settings => Changed(settings.ChangedAt),
            ["PIM213"],
            (_, _) => "changed since the tenant was made"
        ),
    ];

    private static string? Required(bool? value) =>
        value switch
        {
            true => "required",
            false => "not required",
            null => null,
        };

    private static string? Allowed(bool? value, TimeSpan? longest) =>
        (value, longest) switch
        {
            (true, _) => "allowed",
            (false, { } limit) => $"not allowed, at most {Say.Duration(limit)}",
            (false, null) => "not allowed",
            _ => null,
        };

    private static string? Assigning(RoleSettings settings) =>
        (settings.AssigningMfa, settings.AssigningJustification) switch
        {
            (true, true) => "MFA and justification",
            (true, _) => "MFA",
            (_, true) => "justification",
            (false, false) => "nothing",
            _ => null,
        };

    private static string Changed(DateTimeOffset? value) => value is { } moment ? Say.Day(moment) : "never";

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
        if (string.Equals(planned.Id, "PIM205", StringComparison.Ordinal))
            return $"at least {Hours(planned, "minHours")}";

        var name = tier is RoleTier.HighlyPrivileged ? "maxHoursHighlyPrivileged" : "maxHours";
        return $"at most {Hours(planned, name)}";
    }

    private static string Hours(PlannedRule planned, string parameter) =>
        Say.Duration(TimeSpan.FromHours(planned.Parameters.Number(parameter)));

    private static string Days(PlannedRule planned, string parameter) =>
        Say.Duration(TimeSpan.FromDays(planned.Parameters.Number(parameter)));
}
