using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>The settings of one role or of one side of a group: a line of the matrix.</summary>
internal sealed partial record SettingsLine(
    ObjectRef Owner,
    GroupAccess? Access,
    RoleTier? Tier,
    ImmutableArray<RoleSettingRow> Rows
)
{
    /// <summary>Lines with deviations first, then those with unknowns; otherwise as the result has them.</summary>
    public static ImmutableArray<SettingsLine> Of(AuditResult result) =>
        [
            .. result
                .RoleSettings.GroupBy(row => (row.Owner.Key, row.Access))
                .Select(group => new SettingsLine(
                    group.First().Owner,
                    group.Key.Access,
                    group.First().Tier,
                    [.. group]
                ))
                .OrderBy(line =>
                    line.Has(SettingVerdict.Deviates) ? 0
                    : line.Has(SettingVerdict.Unknown) ? 1
                    : 2
                ),
        ];

    public string Side =>
        Access switch
        {
            GroupAccess.Member => "member",
            GroupAccess.Owner => "owner",
            _ => "role",
        };

    /// <summary>Where the settings are asked, or why nobody judged them.</summary>
    public string Judged =>
        Rows.All(row => row.Verdict is SettingVerdict.Unknown) ? Cell.NotRead
        : Rows.All(row => row.Verdict is SettingVerdict.NotJudged) ? "not judged"
        : Access is null ? "at the role"
        : "at the group";

    /// <summary>Each deviation with its weight, rule and expectation.</summary>
    public string Deviations =>
        string.Join(
            "; ",
            Rows.Where(row => row.Verdict is SettingVerdict.Deviates)
                .Select(row =>
                    Mark(SettingName.Of(row.Setting), row.Severity ?? Severity.Info)
                    + $", {row.RuleId}"
                    + (row.Expected is null ? "" : $", expected {row.Expected}")
                )
        );

    /// <summary>How a deviation begins: the conditional formats look for it.</summary>
    public static string Mark(string header, Severity severity) => $"{header}: {Say.Word(severity)}";

    public CellValue Value(string setting)
    {
        var row = Rows.FirstOrDefault(row => string.Equals(row.Setting, setting, StringComparison.Ordinal));
        return row is null ? Cell.Blank
            : row.Value is null ? Cell.Unknown
            : SettingName.IsDuration(setting) && Hours(row.Value) is { } hours ? Cell.Hours(hours)
            : Cell.Text(row.Value);
    }

    /// <summary>Reads what <see cref="Say.Duration"/> writes; null for any other words.</summary>
    private static TimeSpan? Hours(string words)
    {
        var match = DurationWords().Match(words);
        return match.Success
            ? TimeSpan.FromDays(Part(match, "days"))
                + TimeSpan.FromHours(Part(match, "hours"))
                + TimeSpan.FromMinutes(Part(match, "minutes"))
            : null;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    private bool Has(SettingVerdict verdict) => Rows.Any(row => row.Verdict == verdict);

    [GeneratedRegex(
        @"^(?=.)(?:(?<days>[0-9]{1,5}) days|(?:(?<hours>[0-9]{1,6}) h)?(?:(?:^|(?<=h) )(?<minutes>[0-9]{1,2}) min)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DurationWords();
}
