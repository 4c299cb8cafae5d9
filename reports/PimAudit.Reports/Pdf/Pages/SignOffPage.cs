using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>The last page: what is signed, its limits, room for three signatures, and the hashes of the evidence.</summary>
internal static class SignOffPage
{
    private const float Column = 136;
    private const float Signature = 150;

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Sign-off", Anchors.SignOff);
        flow.Add(
            Blocks.Opening(
                "Sign-off",
                "Nobody signs for their own access: rows about a reviewer are decided by somebody else."
            )
        );
        flow.Add(Row("Scope", Text.Of(Scope(context.Result), Styles.Body, Blocks.Width - Column)));
        flow.Add(Row("Decisions", Decisions(context.Result)));
        flow.Add(Row("Limits", Limits(context)));
        flow.Add(Signatures(), before: 24);
        flow.AtFoot(Files(context));
    }

    private static string Scope(AuditResult result) =>
        $"All active and eligible assignments of Microsoft Entra roles in the tenant "
        + $"{result.Tenant.DefaultDomain ?? result.Tenant.Id.ToString("D")}, direct and through groups, as of "
        + $"{Say.Moment(result.Snapshot.TakenAt)}. Azure resource roles and roles inside applications are outside this review.";

    private static Piece Decisions(AuditResult result)
    {
        var paths = result.Access.Count(row => row.Band is PathBand.Certain);
        return Piece.Stack(
            Decision(paths, "paths issued", "every way for a person or an application to reach a role"),
            Decision(0, "decisions returned", "no review was imported into this result"),
            Decision(paths, "undecided", "each one stands in the workbook, sheet Access Review")
        );
    }

    private static Piece Decision(int count, string what, string note) =>
        Piece.Beside(
            (0, Text.Of(Figures.Text(count), Styles.CardTitle, 44, 1)),
            (46, Text.Of(what, Styles.Dense, 100, 1).Inset(3)),
            (150, Text.Of(note, Styles.Small.Label, Blocks.Width - Column - 150, 2).Inset(4))
        );

    private static Piece Limits(ReportContext context)
    {
        var result = context.Result;
        var missing = Outcomes.On(result) - Outcomes.Evaluated(result);
        var blind = result.Rules.Count(rule => rule.Counts.Blind > 0);
        var text =
            missing + blind == 0
                ? "Every rule of the profile could be evaluated."
                : $"{Figures.Text(missing)} of {Say.Count(Outcomes.On(result), "rule")} not evaluated"
                    + (blind == 0 ? "" : $", {Figures.Text(blind)} blind on single objects")
                    + $" (page {context.Flow.Index[Anchors.Coverage]}). Signing does not extend to these.";
        var mark = missing + blind == 0 ? RuleOutcome.Pass : RuleOutcome.NotEvaluated;
        return Text.Of(
            [Marks.Of(mark, Styles.Body, 8), new($"  {text} When a role was last used is not judged.", Styles.Body)],
            Blocks.Width - Column
        );
    }

    private static Piece Row(string label, Piece content) =>
        Table.Lined(
            Piece.Beside((0, Text.Of(label, Styles.Heading, Column - 10, 1)), (Column, content)).Inset(9, 11),
            Blocks.Width
        );

    private static Piece Signatures()
    {
        (string Who, string What)[] columns =
        [
            ("Reviewer", "I have examined each row assigned to me and recorded my decision."),
            ("Control owner", "I accept the decisions. Revocations will be carried out and shown by the next run."),
            ("Auditor", "I have verified the files below against the manifest and re-performed a sample of rows."),
        ];
        var step = (Blocks.Width - Signature) / 2;
        return Piece.Beside([.. columns.Select((column, at) => (at * step, Sign(column.Who, column.What)))]);
    }

    private static Piece Sign(string who, string what) =>
        Piece.Stack([
            Piece.Rule(Signature, 0.75f, Palette.Ink),
            Text.Of(who, Styles.Heading, Signature, 1).Inset(5),
            Text.Of(what, Styles.Table, Signature, 4).AtLeast(46),
            .. new[] { "Signature", "Name", "Date" }.SelectMany(label =>
                new[]
                {
                    Piece.Gap(label == "Signature" ? 40 : 20),
                    Piece.Rule(Signature, 0.5f, Palette.Ink),
                    Text.Of(label, Styles.Smallest.Label, Signature, 1).Inset(2),
                }
            ),
        ]);

    private static Piece Files(ReportContext context)
    {
        var result = context.Result;
        (string Name, string Note, string Hash)[] files =
        [
            ("result.json", "the judgement", context.Facts.ResultSha256),
            ("snapshot manifest", "the evidence", result.Snapshot.Hash),
            ("profile", result.Profiles.FirstOrDefault()?.Name ?? "none", result.Profiles.FirstOrDefault()?.Hash ?? ""),
            ("configuration", "as it took effect", result.Run.ConfigurationHash),
        ];
        return Piece.Stack([
            Blocks.Heading("Files this signature covers"),
            Piece.Rule(Blocks.Width, 0.75f, Palette.Ink),
            .. files.Select(file =>
                Table.Lined(
                    Piece
                        .Beside(
                            (0, Text.Of(file.Name, Styles.Small.Bold, 90, 1)),
                            (96, Text.Name(file.Note, Styles.Smallest.Label, 80, most: 1)),
                            (180, Text.Of(file.Hash, Styles.Smallest.Id, Blocks.Width - 180, 1, Align.Right))
                        )
                        .Inset(3, 3),
                    Blocks.Width
                )
            ),
            Text.Of(
                    "SHA-256 of each. manifest.json beside this report names that of every file: compare with sha256sum or Get-FileHash.",
                    Styles.Small.Label,
                    Blocks.Width,
                    1
                )
                .Inset(5),
        ]);
    }
}
