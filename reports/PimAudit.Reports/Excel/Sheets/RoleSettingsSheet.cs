using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>What an activation asks: one row for each role, or side of a group, and a column for each setting.</summary>
internal static class RoleSettingsSheet
{
    public static TableSheet<SettingsLine> Of(AuditResult result)
    {
        var lines = SettingsLine.Of(result);
        var settings = SettingName.All(result);
        return new(
            "Role Settings",
            Cell.Text(Context(lines)),
            [
                new("Role or group", 28, line => Cell.Text(line.Owner.Label)),
                new("Side", 9, line => Cell.Text(line.Side)),
                .. settings.Select(setting => new Column<SettingsLine>(
                    SettingName.Of(setting),
                    15,
                    line => line.Value(setting),
                    SettingName.IsDuration(setting) ? ColumnKind.Figure : ColumnKind.Plain
                )),
                new("Judged", 13, line => Cell.Text(line.Judged)),
                new("Deviations", 60, line => Cell.Prose(line.Deviations), ColumnKind.Prose),
                new("Tier", 16, line => Tier(line)),
                new("Id", 36, line => Cell.Text(line.Owner.Id), ColumnKind.Aside),
            ],
            lines
        )
        {
            PrintedUpTo = "Deviations",
            Highlights = [.. settings.SelectMany(Marks), Highlight.HatchWhereNotRead("Judged")],
        };
    }

    private static IEnumerable<Highlight> Marks(string setting)
    {
        var header = SettingName.Of(setting);
        return Outcomes
            .Severities.Select(severity => Highlight.Tint(header, Deviates(header, severity), severity, bold: true))
            .Append(Highlight.HatchWhereNotRead(header))
            .Append(Highlight.Quiet(header, "[Judged]=\"not judged\""));
    }

    private static string Deviates(string header, Severity severity)
    {
        var mark = SettingsLine.Mark(header, severity).Replace("\"", "\"\"", StringComparison.Ordinal);
        return $"ISNUMBER(FIND(\"{mark}\",[Deviations]))";
    }

    private static CellValue Tier(SettingsLine line) =>
        line.Tier is { } tier ? Cell.Text(Say.Word(tier).ToLowerInvariant()) : Cell.Blank;

    private static string Context(ImmutableArray<SettingsLine> lines)
    {
        if (lines.IsEmpty)
            return "No role or group on a path has settings that were read. The sheet Coverage says why.";

        var roles = lines.Count(line => line.Access is null);
        var deviating = lines.Count(line => line.Deviations.Length > 0);
        return $"{Say.Count(roles, "role")} and {Say.Count(lines.Length - roles, "group side")}; {deviating} deviate. "
            + "A tinted value deviates from the profile, a hatched one was not read and does not count as met.";
    }
}
