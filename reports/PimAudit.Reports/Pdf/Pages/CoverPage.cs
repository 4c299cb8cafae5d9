using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pdf.Qr;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Whose report, every path at a glance, the verdict with its coverage, and the hash of the evidence.</summary>
internal static class CoverPage
{
    private const float FieldTop = 236;
    private const float Column = 142;

    public static void Add(ReportContext context) => context.Flow.Cover(pen => Draw(context, pen));

    private static void Draw(ReportContext context, Pen pen)
    {
        var paper = context.Flow.Paper;
        var left = paper.Left;
        var lead = $"Microsoft Entra Privileged Identity Management, {Say.Moment(context.Result.Snapshot.TakenAt)}";
        Logo(pen, left, 51);
        Text.Of("PimAudit", Styles.Body.Bold, 100, 1).Draw(pen, left + 33, 44);
        Span[] classification =
        [
            new(context.Facts.Classification, Styles.Dense.Bold),
            new(", contains personal data", Styles.Dense),
        ];
        Text.Of(classification, 260, 1, Align.Right).Draw(pen, left + Blocks.Width - 260, 45);

        Text.Of("Privileged access audit", Styles.Cover, Blocks.Width, 1).Draw(pen, left, 98);
        Text.Name(Name(context.Result.Tenant), Styles.CoverSecond, Blocks.Width, most: 1).Draw(pen, left, 135);
        Text.Of(lead, Styles.CoverLead, Blocks.Width, 1).Draw(pen, left, 181);

        pen.Line(left, FieldTop, left + Blocks.Width, FieldTop, new(Palette.Ink, 1.5f));
        var field = PathField.Of(context);
        field.Draw(pen, left, FieldTop + 8);
        Judgement(context).Draw(pen, left, FieldTop + 8 + field.Height + 22);

        var facts = Facts(context);
        var bottom = paper.Height - 44;
        facts.Draw(pen, left, bottom - facts.Height);
        Code(pen, left + 327, bottom - 64, context.Facts.ResultSha256);
    }

    /// <summary>An id is never shortened, so it does not stand in for a name that was not read.</summary>
    private static string Name(TenantInfo tenant) =>
        string.IsNullOrWhiteSpace(tenant.DisplayName) ? tenant.DefaultDomain ?? "Name not read" : tenant.DisplayName;

    private static void Logo(Pen pen, float x, float y)
    {
        pen.Circle(x + 2.6f, y, 2.6f, Palette.Ink);
        pen.Line(x + 5, y, x + 10, y, new(Palette.Ink, 1.2f));
        pen.Circle(x + 13, y, 3, Palette.White, new(Palette.Ink, 1.2f));
        pen.Line(x + 16, y, x + 20.5f, y, new(Palette.Ink, 1.2f, (1.5f, 1.3f)));
        pen.Rectangle(new(x + 20.5f, y - 2.6f, 5.2f, 5.2f), Palette.Accent);
    }

    private static Piece Judgement(ReportContext context)
    {
        var result = context.Result;
        var counts = new List<Span>();
        foreach (var severity in Outcomes.Severities)
        {
            counts.Add(Marks.Of(severity, Styles.Body, 8));
            counts.Add(new($"  {Figures.Text(Outcomes.Count(result, severity))}", Styles.Body.Bold));
            counts.Add(new($" {Say.Word(severity)}     ", Styles.Body));
        }

        var missing = Outcomes.On(result) - Outcomes.Evaluated(result);
        var mark = Outcomes.IsComplete(result) ? RuleOutcome.Pass : RuleOutcome.NotEvaluated;
        Span[] coverage =
        [
            Marks.Of(mark, Styles.Body, 8),
            new($"  {Verdict.Coverage(result)}", Styles.Body.Bold),
            new(
                missing > 0
                        ? $" {Figures.Text(missing)} lack evidence, see page {context.Flow.Index[Anchors.Coverage]}."
                    : Outcomes.IsComplete(result) ? ""
                    : $" Some are blind on single objects, see page {context.Flow.Index[Anchors.Coverage]}.",
                Styles.Body
            ),
        ];
        return Piece.Stack(
            Piece.Rule(Blocks.Width, 1.5f, Palette.Ink),
            Piece.Gap(8),
            Piece.Beside(
                (0, Text.Of(Verdict.Of(result), Styles.Verdict, Column - 8, 3)),
                (
                    Column,
                    Piece.Stack(
                        Text.Of(counts, Blocks.Width - Column, 2).Inset(2, 4),
                        Text.Of(coverage, Blocks.Width - Column, 2)
                    )
                )
            )
        );
    }

    private static Piece Facts(ReportContext context)
    {
        var result = context.Result;
        var collection = result.Snapshot.Collection;
        var profile = result.Profiles.FirstOrDefault();
        (string Label, string Value)[] facts =
        [
            ("Tenant", result.Tenant.DefaultDomain ?? "not read"),
            ("Tenant id", result.Tenant.Id.ToString("D")),
            ("Snapshot", Say.Moment(result.Snapshot.TakenAt) + Spent(collection.EndedAt - collection.StartedAt)),
            (
                "Profile",
                profile is null ? "none" : $"{profile.Name}, {profile.Hash[..Math.Min(8, profile.Hash.Length)]}"
            ),
            ("Run", result.Run.Id),
            ("Tool", $"PimAudit {result.Run.ToolVersion}"),
        ];
        const float Width = 313;
        var rows = facts.Select(fact =>
            Table.Lined(
                Piece
                    .Beside(
                        (0, Text.Of(fact.Label, Styles.Table.Label, 80, 1)),
                        (86, Text.Of(fact.Value, Styles.Table.Id, Width - 86, 1))
                    )
                    .Inset(3.4f, 3),
                Width
            )
        );
        return Piece.Stack([Piece.Rule(Width, 0.5f, Palette.Line), .. rows]);
    }

    /// <summary>How long the collection took, where that was measured.</summary>
    private static string Spent(TimeSpan time) => time < TimeSpan.FromSeconds(1) ? "" : $", taken in {Length(time)}";

    /// <summary>Graph is asked for minutes, so seconds matter only below one hour.</summary>
    private static string Length(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? $"{Figures.Text(time.Seconds)} s"
        : time < TimeSpan.FromHours(1) ? $"{Figures.Text(time.Minutes)} min {Figures.Text(time.Seconds)} s"
        : Say.Duration(time);

    private static void Code(Pen pen, float x, float y, string hash)
    {
        const float Side = 64;
        var code = QrCode.Of($"sha256:{hash}");
        var module = Side / code.Size;
        for (var row = 0; row < code.Size; row++)
        for (var at = 0; at < code.Size; at++)
        {
            var start = at;
            while (at < code.Size && code[at, row])
                at++;
            if (at > start)
                pen.Rectangle(
                    new(x + (start * module), y + (row * module), (at - start) * module, module),
                    Palette.Ink
                );
        }

        Text.Of("SHA-256 of result.json", Styles.Smallest.Label, 100, 1).Draw(pen, x + 78, y + 12);
        for (var line = 0; line < 4; line++)
        {
            var digits = hash.Substring(line * 16, 16);
            Text.Of($"{digits[..8]} {digits[8..]}", Styles.Smallest.Id, 100, 1)
                .Draw(pen, x + 78, y + 23 + (line * 10.2f));
        }
    }
}
