using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>The columns of the role settings matrix.</summary>
internal static class SettingName
{
    // A head of a table holds at most 255 characters.
    private const int LongestName = 60;

    private static readonly ImmutableArray<(string Setting, string Header)> Known =
    [
        ("mfa", "MFA"),
        ("authenticationContext", "Authentication context"),
        ("justification", "Justification"),
        ("ticket", "Ticket"),
        ("approval", "Approval"),
        ("approvers", "Approvers"),
        ("longestActivation", "Longest activation (h)"),
        ("permanentEligible", "Permanent eligible"),
        ("permanentActive", "Permanent active"),
    ];

    /// <summary>Only where the result holds them: earlier versions did not write these.</summary>
    private static readonly ImmutableArray<(string Setting, string Header)> Later =
    [
        ("assigning", "Making active asks"),
        ("changed", "Last changed"),
    ];

    /// <summary>The known ones in fixed order, then whatever else the result holds.</summary>
    public static ImmutableArray<string> All(AuditResult result) =>
        [
            .. Known
                .Select(known => known.Setting)
                .Concat(result.RoleSettings.Select(row => row.Setting))
                .DistinctBy(Of, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The head of its column; of an unknown setting the letters and digits.</summary>
    public static string Of(string setting) =>
        Known
            .Concat(Later)
            .FirstOrDefault(known => string.Equals(known.Setting, setting, StringComparison.Ordinal))
            .Header
        ?? "Setting " + string.Concat(setting.Where(char.IsAsciiLetterOrDigit).Take(LongestName));

    public static bool IsDuration(string setting) =>
        string.Equals(setting, "longestActivation", StringComparison.Ordinal);
}
