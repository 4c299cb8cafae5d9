using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <param name="Settings">Several share a column where one can stand for the other.</param>
internal sealed record SettingsColumn(string Head, float Weight, ImmutableArray<string> Settings)
{
    /// <summary>Of several settings the one that says most: a deviation, one not read, a named value, the first.</summary>
    /// <returns>Null where the owner has none of them.</returns>
    public RoleSettingRow? Telling(OwnerSettings owner)
    {
        var rows = owner.Settings.Where(Holds).ToList();
        return rows.Find(row => row.Verdict is SettingVerdict.Deviates)
            ?? rows.Find(row => row.Verdict is SettingVerdict.Unknown)
            ?? rows.Find(row => row.Setting is "authenticationContext" && row.Value is not (null or "none"))
            ?? rows.FirstOrDefault();
    }

    /// <summary>As settings that meet it say it; where none does, as the most of the others.</summary>
    public string Expected(ImmutableArray<RoleSettingRow> rows) =>
        rows.Where(row => Holds(row) && !string.IsNullOrEmpty(row.Expected))
            .GroupBy(row => row.Expected!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Any(row => row.Verdict is SettingVerdict.Meets))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? "–";

    private bool Holds(RoleSettingRow row) => Settings.Contains(row.Setting, StringComparer.Ordinal);
}

/// <summary>The settings that have a column of their own.</summary>
internal static class SettingsColumns
{
    public static readonly ImmutableArray<SettingsColumn> All =
    [
        new("MFA or context", 52, ["mfa", "authenticationContext"]),
        new("Justification", 49, ["justification"]),
        new("Approval", 40, ["approval"]),
        new("Approvers", 56, ["approvers"]),
        new("Ticket", 44, ["ticket"]),
        new("Longest activation", 42, ["longestActivation"]),
        new("Eligible without end", 63, ["permanentEligible"]),
        new("Active without end", 63, ["permanentActive"]),
    ];

    private static readonly ImmutableHashSet<string> Names = All.SelectMany(column => column.Settings)
        .ToImmutableHashSet(StringComparer.Ordinal);

    public static bool Has(string setting) => Names.Contains(setting);
}
