using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Tests.Excel;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests;

/// <summary>The whole corpus in one workbook, read back by a reader that shares no code with the writer.</summary>
public sealed class CorpusWorkbookTests
{
    private const int MostOfCell = 32_000;

    private static readonly byte[] Workbook = ExcelReport.Write(CorpusResult.Whole, Book.Facts);

    private static readonly Dictionary<string, string> Shown = Rows();

    [Test]
    public void Is_valid() => Assert.That(Validated.Errors(Workbook), Is.Empty);

    [Test]
    public void Holds_each_readable_string_as_it_is_in_the_row_of_its_person() =>
        Assert.That(
            Readable.Select(at => (at, Shown[CorpusResult.KeyOf(at)])),
            Is.EqualTo(Readable.Select(at => (at, CorpusResult.Person(Corpus.Strings[at], at).Label)))
        );

    /// <summary>An empty or invisible name gives way to the id; a long one ends with a pointer to the whole.</summary>
    [Test]
    public void Shows_something_readable_for_each_of_the_others() =>
        Assert.That(
            Others.Select(at => Shown[CorpusResult.KeyOf(at)]),
            Has.All.Matches<string>(shown =>
                shown is { Length: > 0 and <= MostOfCell } && shown.EnumerateRunes().All(Visible.Is)
            )
        );

    [Test]
    public void Has_no_formula_but_its_own()
    {
        using var book = Book.Of(CorpusResult.Whole);

        Assert.That(
            book.Sheets.SelectMany(sheet => sheet.CellsUsed(cell => cell.HasFormula)).Select(cell => cell.FormulaA1),
            Is.Not.Empty.And.All.Matches<string>(formula =>
                formula is not null
                && (
                    formula.StartsWith("COUNT", StringComparison.Ordinal)
                    || formula.StartsWith("HYPERLINK(\"https://entra.microsoft.com/", StringComparison.Ordinal)
                    || formula.Contains("COUNTA('Access Review'!", StringComparison.Ordinal)
                    || formula.Contains("COUNTIFS('Access Review'!", StringComparison.Ordinal)
                )
            )
        );
    }

    private static Dictionary<string, string> Rows()
    {
        var plain = Plain.Of(Workbook);
        return plain
            .Column("Access Review", "Row key")
            .Zip(plain.Column("Access Review", "Principal"))
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static IEnumerable<int> Readable => Places.Where(at => IsReadable(Corpus.Strings[at]));

    private static IEnumerable<int> Others => Places.Where(at => !IsReadable(Corpus.Strings[at]));

    private static IEnumerable<int> Places => Enumerable.Range(0, Corpus.Strings.Length);

    private static bool IsReadable(string text) =>
        text.Length <= MostOfCell
        && !text.Contains('\uFFFD', StringComparison.Ordinal)
        && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD && Visible.Is(rune));
}
