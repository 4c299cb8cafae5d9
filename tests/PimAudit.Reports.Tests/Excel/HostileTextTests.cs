using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Excel.Cells;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests.Excel;

public sealed class HostileTextTests
{
    [TestCase("=cmd|' /C calc'!A0")]
    [TestCase("+1+1")]
    [TestCase("-2+3")]
    [TestCase("@SUM(1,1)")]
    [TestCase("＝1+1")]
    public void Stays_text_when_somebody_types_in_the_cell_again(string text)
    {
        using var book = Book.Of(Hostile.Everywhere(text));
        var cells = Cells(book).Where(cell => cell.GetString() == text).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(cells, Has.Count.GreaterThan(100));
            Assert.That(cells.Where(cell => cell.HasFormula || !cell.Style.IncludeQuotePrefix), Is.Empty);
            Assert.That(cells.Where(cell => cell.DataType is not XLDataType.Text), Is.Empty);
        });
    }

    [Test]
    public void The_only_formulas_are_our_own()
    {
        using var book = Book.Of(Hostile.Everywhere("=1+1"));

        Assert.That(
            Cells(book).Where(cell => cell.HasFormula).Select(cell => cell.Address.ToString(XLReferenceStyle.A1, true)),
            Is.EqualTo(
                new[]
                {
                    "'Access Review'!A2",
                    "'Sign-off'!B7",
                    "'Sign-off'!B8",
                    "'Sign-off'!B9",
                    "'Sign-off'!B10",
                    "'Sign-off'!B11",
                }
            )
        );
    }

    [TestCase("\t=1+1", "U+0009=1+1")]
    [TestCase("\r=1+1", "U+000D=1+1")]
    [TestCase("Ann\u202Egnp", "AnnU+202Egnp")]
    [TestCase("bell \u0007", "bell U+0007")]
    [TestCase("null \u0000", "null U+0000")]
    [TestCase("none \uFFFF", "none U+FFFF")]
    [TestCase("zero\u200Bwidth", "zeroU+200Bwidth")]
    [TestCase("00123", "00123")]
    [TestCase("'quoted", "'quoted")]
    [TestCase("<b>&amp;\"</b>", "<b>&amp;\"</b>")]
    [TestCase("Åsa 王 🎈", "Åsa 王 🎈")]
    public void A_name_is_shown_as_it_is_or_by_code_point(string name, string shown)
    {
        using var book = Book.Of(SampleResult.Named(name));

        Assert.That(book.Texts("Access Review", "Principal"), Is.Not.Empty.And.All.EqualTo(shown));
    }

    [TestCase("_x0041_")]
    [TestCase("_x202e__x0000_")]
    [TestCase("_x0041_x202E_")]
    [TestCase("_X0041_")]
    [TestCase("_x005F_x0041_")]
    public void A_code_that_Excel_would_read_as_a_character_comes_back_as_it_was_written(string name)
    {
        var names = Plain
            .Of(ExcelReport.Write(SampleResult.Named(name), Book.Facts))
            .Column("Access Review", "Principal");

        Assert.That(names, Is.Not.Empty.And.All.EqualTo(name));
    }

    [TestCase("_x0041_", "_x005F_x0041_")]
    [TestCase("_x0041_x202E_", "_x0041U+005Fx202E_")]
    public void Such_a_code_is_guarded_where_the_library_writes_it(string name, string stored)
    {
        using var book = Book.Of(SampleResult.Named(name));

        Assert.That(book.Xml("xl/sharedStrings.xml"), Does.Contain($"<x:t>{stored} (1352ee0a"));
    }

    /// <summary>Shown as they are: what somebody may well be called, and what looks like code.</summary>
    private static readonly string[] Harmless =
    [
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"https://fabrikam.example\",\"open\")",
        "=DDE(\"cmd\";\"/C calc\";\"!A0\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3",
        "+1",
        "00123",
        "1e5",
        "TRUE",
        "2026-01-01",
        "12:30",
        "'quoted",
        "\"quoted\"",
        "a;b,c",
        "<script>alert(1)</script>",
        "]]>",
        "&lt;&#x41;&amp;",
        "[link](https://fabrikam.example) | **bold**",
        "https://fabrikam.example",
        "mailto:ada@fabrikam.example",
        "_x0041_",
        "_x0041_x0042_",
        "_x005F_x0041_",
        "_x000D_",
        "  before and after  ",
        "Åsa Ωmega Жанна 王 🎈",
        "#REF!",
        "[Principal]",
        "&P of &N",
    ];

    /// <summary>Shown by code point.</summary>
    private static readonly (string Name, string Shown)[] Escaped =
    [
        ("\t=1+1", "U+0009=1+1"),
        ("one\r\ntwo", "oneU+000DU+000Atwo"),
        ("\u001B[31mred", "U+001B[31mred"),
        ("Ann\u202Egnp.exe", "AnnU+202Egnp.exe"),
        ("zero\u200Bwidth\uFEFF", "zeroU+200BwidthU+FEFF"),
        ("null\0and\uFFFE", "nullU+0000andU+FFFE"),
        ("half \uD83C", "half U+D83C"),
        ("\uDC00half", "U+DC00half"),
    ];

    [Test]
    public void A_corpus_comes_back_as_it_is_or_by_code_point()
    {
        var names = Harmless.Select(name => (Name: name, Shown: name)).Concat(Escaped).ToList();
        var workbook = ExcelReport.Write(Named([.. names.Select(one => one.Name)]), Book.Facts);

        Assert.Multiple(() =>
        {
            Assert.That(
                Plain.Of(workbook).Column("Access Review", "Principal"),
                Is.EqualTo(names.Select(one => one.Shown))
            );
            Assert.That(Validated.Errors(workbook), Is.Empty);
        });
    }

    [Test]
    public void No_text_of_a_tenant_becomes_a_link_out_of_the_workbook()
    {
        using var book = Book.Of(Named(Harmless));
        var parts = book.Parts()
            .Where(part =>
                part.EndsWith("xml", StringComparison.Ordinal) || part.EndsWith("rels", StringComparison.Ordinal)
            );

        Assert.That(
            parts.Where(part =>
                book.Xml(part).Contains("TargetMode=\"External\"", StringComparison.Ordinal)
                || book.Xml(part).Contains("<x:hyperlink", StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    /// <summary>Nothing is lost, confused or run: what cannot be shown stands there by code point.</summary>
    [Test]
    public void Every_string_of_the_corpus_comes_back()
    {
        var workbook = ExcelReport.Write(CorpusResult.Whole, Book.Facts);
        var plain = Plain.Of(workbook);

        Assert.Multiple(() =>
        {
            Assert.That(plain.Column("Access Review", "User name"), Is.EqualTo(Corpus.Strings.Select(Shown)));
            Assert.That(plain.Column("Groups", "Kind"), Is.EqualTo(Corpus.Strings.Select(Shown)));
            Assert.That(Validated.Errors(workbook), Is.Empty);
        });
    }

    /// <summary>LibreOffice reads the file by code of its own; it says what it read as CSV.</summary>
    [Test]
    public void LibreOffice_reads_the_same_texts()
    {
        var rows = LibreOffice.Read(ExcelReport.Write(CorpusResult.Whole, Book.Facts), "Access Review");
        var column = rows[2].IndexOf("User name");

        Assert.That(
            rows.Skip(3).Take(Corpus.Strings.Length).Select(row => row[column]),
            Is.EqualTo(Corpus.Strings.Select(Shown))
        );
    }

    /// <summary>Written down again, so that the writer is not compared with itself.</summary>
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogatePair(text, at) && Visible.Is(new Rune(text[at], text[at + 1])))
                shown.Append(text[at]).Append(text[++at]);
            else if (char.IsSurrogatePair(text, at))
                shown.Append(CultureInfo.InvariantCulture, $"U+{char.ConvertToUtf32(text, at++):X4}");
            else if (!char.IsSurrogate(text[at]) && Visible.Is(new Rune(text[at])))
                shown.Append(text[at]);
            else
                shown.Append(CultureInfo.InvariantCulture, $"U+{(int)text[at]:X4}");

        const int Kept = 31_900;
        return shown.Length <= 32_000
            ? shown.ToString()
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{shown.ToString(0, Kept)} … {shown.Length - Kept} more characters in result.json"
            );
    }

    private static Model.AuditResult Named(string[] names) =>
        SampleResult.Contoso with
        {
            Access =
            [
                .. names.Select(name =>
                    SampleResult.Contoso.Access[0] with
                    {
                        Principal = SampleResult.Contoso.Access[0].Principal with { DisplayName = name },
                    }
                ),
            ],
        };

    [Test]
    public void Half_a_character_is_shown_by_its_code_unit() =>
        Assert.That(CellText.Line("half \uD800, \uDC00\uD800"), Is.EqualTo("half U+D800, U+DC00U+D800"));

    [Test]
    public void Breaks_no_part_of_the_package()
    {
        using var book = Book.Of(Hostile.Everywhere("\u0000\u0001\u001F\uD800\uFFFE]]>&<x:c>"));

        Assert.That(
            () => book.Parts().Where(part => part.EndsWith("xml", StringComparison.Ordinal)).Select(Parse).ToList(),
            Has.Count.GreaterThan(20)
        );

        string Parse(string part) => System.Xml.Linq.XDocument.Parse(book.Xml(part)).Root!.Name.LocalName;
    }

    [TestCase("a&b", "a&&b")]
    [TestCase("&P of &N", "&&P of &&N")]
    public void An_ampersand_in_the_classification_is_no_print_code(string classification, string printed)
    {
        using var book = Book.Of(SampleResult.Contoso, Book.Facts with { Classification = classification });

        Assert.That(book["Findings"].PageSetup.Header.Right.GetText(XLHFOccurrence.OddPages), Is.EqualTo(printed));
    }

    [Test]
    public void A_long_text_is_cut_and_says_where_the_rest_is()
    {
        var finding = SampleResult.Contoso.Findings[0] with { Title = new string('x', 40_000) };
        using var book = Book.Of(SampleResult.Named(new string('x', 40_000)) with { Findings = [finding] });

        Assert.Multiple(() =>
        {
            Assert.That(
                book.Texts("Access Review", "Principal")[0],
                Is.EqualTo(new string('x', 31_900) + " … 8100 more characters in result.json")
            );
            Assert.That(
                book.Texts("Findings", "Title")[0],
                Is.EqualTo(
                    new string('x', 31_900) + $" … 8100 more characters in result.json, finding {finding.ShortId}"
                )
            );
        });
    }

    [TestCase(32_000, "xx")]
    [TestCase(32_001, "on")]
    public void A_text_is_cut_only_beyond_the_limit(int length, string end) =>
        Assert.That(CellText.Line(new string('x', length))[^2..], Is.EqualTo(end));

    [Test]
    public void A_cut_never_splits_a_character() =>
        Assert.That(
            string.Concat(Enumerable.Repeat("🎈", 20_000)) is var balloons
                && CellText.Line(balloons).EnumerateRunes().All(rune => rune.Value is not 0xFFFD),
            Is.True
        );

    [TestCase("", false)]
    [TestCase("a=b", false)]
    [TestCase("=", true)]
    [TestCase("  =1", true)]
    [TestCase("@home", true)]
    public void Knows_what_would_become_a_formula(string text, bool expected) =>
        Assert.That(CellText.IsFormulaLike(text), Is.EqualTo(expected));

    [Test]
    public void Prose_keeps_its_lines_however_they_end() =>
        Assert.That(CellText.Lines("one\r\ntwo\rthree\nfour\t."), Is.EqualTo("one\ntwo\nthree\nfourU+0009."));

    private static IEnumerable<IXLCell> Cells(Book book) => book.Sheets.SelectMany(sheet => sheet.CellsUsed());
}
