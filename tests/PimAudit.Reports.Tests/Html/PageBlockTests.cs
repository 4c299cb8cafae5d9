using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html;
using PimAudit.Reports.Html.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Markdown;
using PimAudit.Reports.Markdown.Blocks;

namespace PimAudit.Reports.Tests.Html;

internal sealed class PageBlockTests
{
    private static readonly FindingList NoFindings = new(
        [],
        [],
        "none at all",
        "none heavy",
        _ => throw new InvalidOperationException()
    );

    private static readonly Block[] OneOfEach =
    [
        new Heading("A heading", "a note"),
        new Paragraph("A paragraph", Tone.Quiet),
        new FactList([new Fact("Label", "a fact")]),
        new VerdictBlock("A verdict", ["First sentence.", "Last sentence."]),
        new VerdictBlock("Another verdict", ["Another sentence."]),
        new KeyFigures([new KeyFigure("35", "%", "of something", "a comparison")]),
        new KeyFigures([new KeyFigure("36", "", "of others", "")]),
        new DecisionList("Decisions", [new AskedDecision("Decide this.", "somebody")]),
        new SignatureBlock([new Signature("A reviewer", "I have looked.")]),
        new DataTable("A table", [new("Column", 1)], [new TableRow(["a cell"])], "empty table"),
        new DataTable("A bare table", [new("Column", 1)], [], "bare indeed"),
        new SeverityChart("Severities", [new SeverityCount(Severity.Critical, 7, 3)], "no severities"),
        new SeverityChart("Severities again", [new SeverityCount(Severity.Low, 8, null)], "no severities"),
        new OutcomeChart(
            "Outcomes",
            "beside",
            [new OutcomeCount(RuleOutcome.Pass, 9, "an outcome note")],
            9,
            9,
            "parts in words"
        ),
        new TrendChart("A trend", "its note", "One run only.", []),
        new TrendChart(
            "Long trend",
            "its note",
            "Two runs.",
            [new("2026-01-01", 1, 2, 3, 4, true), new("2026-04-01", 5, 6, 7, 8, false)]
        ),
        new Legend([new LegendItem(Rich.Line(new SeverityRun(Severity.High)), "")]),
        new Beside(new Paragraph("on the left"), new Paragraph("on the right"), 0.5f),
        NoFindings,
    ];

    [Test]
    public void Has_a_renderer_for_every_type_of_block()
    {
        var types = typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)));

        Assert.That(OneOfEach.Select(block => block.GetType()).Distinct(), Is.EquivalentTo(types));
    }

    [Test]
    public void Shows_a_section_that_it_has_never_heard_of()
    {
        var page = ShownPage.Parsed(System.Text.Encoding.UTF8.GetString(HtmlReport.Write(Unheard)));
        var section = page.QuerySelector("#unheard")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(section.QuerySelector("h2")!.TextContent, Is.EqualTo("Never heard of"));
            Assert.That(ShownPage.Words(page, "nav a"), Does.Contain("Never heard of"));
            Assert.That(Missing(ShownPage.Words(page.Body!)), Is.Empty);
        }
    }

    [Test]
    public void Writes_a_section_that_Markdown_has_never_heard_of()
    {
        var text = System.Text.Encoding.UTF8.GetString(MarkdownReport.Write(Unheard));

        Assert.That(text, Does.Contain("## Never heard of\n"));
        Assert.That(Missing(text), Is.Empty);
    }

    [Test]
    public void Lets_the_reason_take_the_place_of_all_that_was_not_read()
    {
        var table = new DataTable(
            "A table",
            [new("Role", 1), new("MFA", 1), new("Approval", 1)],
            [new TableRow(["Owner", "refused", ""], RowKind.Unread), new TableRow(["Other", "required", ""])],
            ""
        );
        var document = ReportDocument.Of(SampleResult.Clean, ShownPage.Facts) with
        {
            Sections = [new Section("one", "One", "", [table])],
        };
        var rows = ShownPage
            .Parsed(System.Text.Encoding.UTF8.GetString(HtmlReport.Write(document)))
            .QuerySelectorAll("tbody tr");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows[0].ClassName, Is.EqualTo("unread"));
            Assert.That(ShownPage.Words(rows[0], "th, td"), Is.EqualTo(["Owner", "refused"]));
            Assert.That(rows[0].QuerySelector("td")!.GetAttribute("colspan"), Is.EqualTo("2"));
            Assert.That(rows[1].ChildElementCount, Is.EqualTo(3));
        }
    }

    [Test]
    public void Keeps_marks_apart_from_words_but_not_from_what_follows_them()
    {
        var line = Rich.Line(
            new OutcomeRun(RuleOutcome.Fail),
            new TextRun(": "),
            new IdRun("PIM101"),
            new TextRun(", in part "),
            new SeverityRun(Severity.High),
            new IdRun("PIM102")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ShownPage.Words(ShownPage.Parsed(PagePrinter.Print(RichMarkup.Of(line))).Body!),
                Is.EqualTo("Fail: PIM101, in part High PIM102")
            );
            Assert.That(RichLine.Of(line), Is.EqualTo("✗ Fail: `PIM101`, in part ▲ High `PIM102`"));
        }
    }

    private static ReportDocument Unheard
    {
        get
        {
            var document = ReportDocument.Of(SampleResult.Clean, ShownPage.Facts);
            return document with
            {
                Sections = [new Section("unheard", "Never heard of", "What it shows.", [.. OneOfEach])],
            };
        }
    }

    private static IEnumerable<string> Missing(string text) =>
        new[]
        {
            "What it shows.",
            "A heading",
            "A paragraph",
            "a fact",
            "First sentence.",
            "Last sentence.",
            "Another verdict",
            "Another sentence.",
            "35",
            "a comparison",
            "of others",
            "Decide this.",
            "somebody",
            "A reviewer",
            "a cell",
            "bare indeed",
            "7",
            "Severities again",
            "an outcome note",
            "parts in words",
            "One run only.",
            "2026-04-01",
            "another profile",
            "on the left",
            "on the right",
            "none at all",
        }.Where(words => !text.Contains(words, StringComparison.Ordinal));
}
