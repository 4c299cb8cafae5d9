using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>A section that no writer has heard of.</summary>
public sealed class MadeUpSectionTests
{
    private static readonly Section MadeUp = new(
        "made-up",
        "A section made up",
        "Its lead.",
        [
            new Heading("A heading", "with a note"),
            new Paragraph("A paragraph."),
            new Paragraph(Rich.Line(new TextRun("It leads to "), new LinkRun("itself", "made-up"))),
            new FactList([new("A label", "A value"), new("Unknown", Rich.Unread())]),
            new Beside(new Paragraph("At the left."), new Paragraph("At the right."), 0.4f),
            new VerdictBlock("A verdict", ["A sentence of it."]),
            new KeyFigures([new("4711", "", "key figures,", "none like it"), new("12", "%", "of these,", "at most")]),
            new SeverityChart("A chart of severities", [new(Severity.High, 8151, New: 3)], "None."),
            new OutcomeChart("A chart", "of outcomes", [new(RuleOutcome.Pass, 77, "passed")], 77, 78, "All parts."),
            new TrendChart("A trend", "so far", "It falls.", [Run("2026-07-01", 31), Run("2026-10-01", 29)]),
            new DataTable(
                "A table",
                [new("One", 100), new("Two", 100, IsFigure: true)],
                [
                    new(["expected", "of all"], RowKind.Expected),
                    new([Rich.Of("A group of rows", Tone.Strong)], RowKind.Group),
                    new(["plain", Rich.Line(new IdRun("00aa"))]) { Anchor = "place", AnchorTitle = "A place in it" },
                    new(["quiet", "9"], RowKind.Quiet),
                    new(["unread", "was refused"], RowKind.Unread),
                    new(["deviates", new TableCell("too long", Severity.Medium)]) { Note = "Said below it" },
                ],
                "No rows."
            )
            {
                Left = 7,
                Sheet = "Elsewhere",
            },
            new DataTable("An empty table", [new("One", 100)], [], "There is no row."),
            new DecisionList("A decision", [new("Decide it.", "somebody")]),
            new SignatureBlock([new("A witness", "I saw it.")]),
            new Legend([new(Rich.Line(new ApproachRun(Approach.Approach1)), "what it means")]) { AtFoot = true },
        ]
    );

    [Test]
    public void Every_block_of_it_is_printed()
    {
        var text = Squeezed(Printed().Text);
        string[] expected =
        [
            "A heading with a note",
            "A paragraph.",
            "itself, page 4",
            "A label",
            "A value",
            "not read",
            "At the left.",
            "At the right.",
            "A verdict",
            "A sentence of it.",
            "4711",
            "key figures,",
            "8151 High",
            "3 new",
            "77 Pass",
            "It falls.",
            "31",
            "2026",
            "07-01",
            "expected",
            "of all",
            "A group of rows",
            "00aa",
            "quiet",
            "was refused",
            "too long",
            "Said below it",
            "7 more in the workbook, sheet Elsewhere.",
            "There is no row.",
            "Decide it.",
            "I saw it.",
            "Approach 1",
            "what it means",
        ];

        Assert.That(expected.Where(words => !text.Contains(Squeezed(words), StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Contents_and_outline_lead_to_it_and_to_its_places()
    {
        var report = Printed();
        var contents = report.Pages[report.Bookmarks.Single(mark => mark.Title == "Contents").Page - 1];

        Assert.Multiple(() =>
        {
            Assert.That(
                report.Bookmarks.Where(mark => mark.Page > 3).Select(mark => (mark.Level, mark.Title)),
                Is.EqualTo([(0, "A section made up"), (1, "A place in it")])
            );
            Assert.That(contents, Does.Contain("A section made up").And.Contain("A place in it"));
        });
    }

    [Test]
    public void A_kind_of_block_that_nobody_prints_is_an_error_and_not_left_out() =>
        Assert.That(
            () => PrintedReport.Of(Document(MadeUp with { Blocks = [new Strange()] })),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("Strange")
        );

    private static PrintedReport Printed() => PrintedReport.Of(Document(MadeUp));

    private static ReportDocument Document(Section section)
    {
        var document = ReportDocument.Of(SampleResult.Contoso, PrintedReport.Facts);
        return document with { Sections = [document.Sections[0], section] };
    }

    private static TrendRun Run(string day, int rest) => new(day, 0, 0, rest, NotEvaluated: 1, IsComparable: true);

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private sealed record Strange : Block;
}
