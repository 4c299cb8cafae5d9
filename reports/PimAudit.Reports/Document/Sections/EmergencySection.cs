using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Sections;

/// <summary>A checklist for each configured emergency access account, and what is exempt because of them.</summary>
internal static class EmergencySection
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Check", 190),
        new("Outcome", 84),
        new("Seen", 205),
    ];

    public static Section Of(ReportSource source)
    {
        var accounts = source.Result.EmergencyAccounts;
        return new(
            Anchors.Emergency,
            "Emergency access (break-glass)",
            "Accounts that the configuration names. What only they hold is exempt from the rules on standing access and is "
                + "listed in the workbook.",
            [
                .. accounts.IsEmpty ? [new Paragraph(None)] : accounts.Select(Account),
                new Paragraph(Exempt(source.Result), Tone.Quiet),
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };
    }

    private const string None =
        "The configuration names no emergency access account, so nothing is exempt and nothing was checked.";

    private static Block Account(EmergencyAccountRow row) =>
        new DataTable(
            row.Account?.Label ?? row.Entry,
            Columns,
            [
                .. row.Checks.Select(check => new TableRow([
                    Rich.Of(check.Check, Tone.Strong),
                    Rich.Line(new OutcomeRun(check.Outcome)),
                    check.Value,
                ])),
            ],
            "Nothing was checked."
        )
        {
            TitleNote = row.Account?.Id ?? "not resolved, so it exempts nobody",
            IsDense = true,
        };

    private static string Exempt(AuditResult result)
    {
        var count = result.Access.Count(row => row.Exempt);
        return count == 0 ? "No path is exempt." : $"{Say.Count(count, "path")} {(count == 1 ? "is" : "are")} exempt.";
    }
}
