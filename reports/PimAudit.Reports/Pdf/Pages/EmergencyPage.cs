using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>A checklist for each configured emergency access account, and what is exempt because of them.</summary>
internal static class EmergencyPage
{
    private static readonly Table Table = new(
        Blocks.Width,
        new("Check", 0, 190),
        new("Outcome", 200, 84),
        new("Seen", 294, 205)
    );

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Emergency access", Anchors.Emergency);
        flow.Add(
            Blocks.Opening(
                "Emergency access (break-glass)",
                "Accounts that the configuration names. What only they hold is exempt from the rules on standing access and "
                    + "is listed in the workbook."
            )
        );
        var accounts = context.Result.EmergencyAccounts;
        for (var at = 0; at < accounts.Length; at++)
            Account(flow, accounts[at], at == 0 ? 0 : 18);
        if (accounts.IsEmpty)
            flow.Add(
                Blocks.Sentence(
                    "The configuration names no emergency access account, so nothing is exempt and nothing was checked."
                )
            );

        var exempt = context.Result.Access.Count(row => row.Exempt);
        flow.Add(
            Text.Of(
                exempt == 0
                    ? "No path is exempt."
                    : $"{Say.Count(exempt, "path")} {(exempt == 1 ? "is" : "are")} exempt.",
                Styles.Dense.Label,
                Blocks.Width
            ),
            before: 12
        );
    }

    private static void Account(Flow flow, EmergencyAccountRow row, float before)
    {
        var title = row.Account?.Label ?? row.Entry;
        var note = row.Account is { } account ? account.Id : "not resolved, so it exempts nobody";
        var heading = Piece.Stack(
            Text.Name(title, Styles.Heading, Blocks.Width),
            Text.Of(note, Styles.Small.Label.Id, Blocks.Width, 1).Inset(0, 5)
        );
        flow.Table(
            Table.Head(Text.Shorten(title, Styles.Small, 300, most: 1), heading),
            [.. row.Checks.Select(check => new FlowRow(Check(check)))],
            before
        );
        if (row.Checks.IsEmpty)
            flow.Add(
                Piece.Stack(heading, Text.Of("Nothing was checked.", Styles.Table.Label, Blocks.Width, 1)),
                before
            );
    }

    private static Piece Check(EmergencyCheck check) =>
        Table.Row(
            Table.Cell(0, check.Check, Styles.Table.Bold),
            Outcome(check.Outcome),
            Text.Name(check.Value, Styles.Table, Table.Columns[2].Width, most: 4)
        );

    private static Piece Outcome(RuleOutcome outcome) =>
        Text.Of([Marks.Of(outcome, Styles.Table, 7), new($"  {Say.Word(outcome)}", Styles.Table)], 84, 1);
}
