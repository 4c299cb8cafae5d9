using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>Every string of the corpus on paper, in a card or in a row, and read back.</summary>
public sealed class PaperHostileTests
{
    private const int RowsOfRule = 20;

    /// <summary>Longer names are shortened to two lines.</summary>
    private const int MostOfName = 40;

    private static readonly ImmutableArray<Finding> Rows =
    [
        .. Corpus.Strings.Select(
            (text, at) =>
                SampleFindings.Renamed(SampleFindings.Numbered(at), text) with
                {
                    RuleId = string.Create(CultureInfo.InvariantCulture, $"PIM{100 + (at / RowsOfRule)}"),
                    Severity = Severity.Medium,
                }
        ),
    ];

    private static readonly Lazy<string> Printed = new(() => Read(Rows));

    [Test]
    public void Each_is_found_by_number_and_id() =>
        Assert.That(
            Rows.Where(row => !Holds(row.ShortId) || !Holds(row.Subject.Id)).Select(row => row.ShortId),
            Is.Empty
        );

    [Test]
    public void Each_short_one_is_printed_to_its_last_letter_and_what_cannot_be_seen_as_its_code_point() =>
        Assert.That(
            Rows.Select(row => Printable.Plain(row.Observed))
                .Where(text => text.Length <= MostOfName && !IsMarked(text) && !Holds(text)),
            Is.Empty
        );

    [Test]
    public void Nothing_that_cannot_be_seen_or_turns_the_reading_reaches_the_paper() =>
        Assert.That(
            Printed.Value.EnumerateRunes().Where(rune => !Visible.Is(rune)).Select(rune => $"U+{rune.Value:X4}"),
            Is.Empty
        );

    [TestCase(0)]
    [TestCase(120)]
    [TestCase(240)]
    [TestCase(360)]
    public void Cards_hold_them_too(int from)
    {
        ImmutableArray<Finding> cards =
        [
            .. Rows.Skip(from).Take(RowsOfRule).Select(row => row with { Severity = Severity.Critical }),
        ];
        var text = Read(cards);

        Assert.That(
            cards.Where(card => !text.Contains(card.ShortId, StringComparison.Ordinal)).Select(card => card.ShortId),
            Is.Empty
        );
        Assert.That(text.EnumerateRunes().Where(rune => !Visible.Is(rune)), Is.Empty);
    }

    private static bool Holds(string text) => Printed.Value.Contains(Squeezed(text), StringComparison.Ordinal);

    private static string Read(ImmutableArray<Finding> findings) =>
        Squeezed(
            PrintedReport
                .Of(SampleResult.Contoso with { Findings = findings }, PrintedReport.Facts with { Pages = 1000 })
                .Text
        );

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>A letter and its mark are printed as the one letter that has it, so they are not found as two.</summary>
    private static bool IsMarked(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark);
}
