using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Blocks;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>Which rows of a table stay where pages are short.</summary>
public sealed class ShownRowsTests
{
    [TestCase(3, 0, ExpectedResult = "a,b,c|0")]
    [TestCase(2, 0, ExpectedResult = "a,b|1")]
    [TestCase(1, 2, ExpectedResult = "a,b|1")]
    [TestCase(1, 3, ExpectedResult = "a,b,c|0")]
    public string Keeps_the_first_and_never_fewer_than_the_table_demands(int most, int atLeast) =>
        Shown(Table(Row("a"), Row("b"), Row("c")) with { AtLeast = atLeast }, most);

    [Test]
    public void Keeps_those_of_the_lowest_rank_in_their_order() =>
        Assert.That(
            Shown(Table(Row("a") with { Rank = 2 }, Row("b") with { Rank = 0 }, Row("c") with { Rank = 1 }), 2),
            Is.EqualTo("b,c|1")
        );

    [Test]
    public void Counts_those_that_the_table_left_out_itself() =>
        Assert.That(Shown(Table(Row("a"), Row("b")) with { Left = 7 }, 1), Is.EqualTo("a|8"));

    [Test]
    public void Shows_all_of_a_table_that_no_sheet_holds() =>
        Assert.That(Shown(Table(Row("a"), Row("b")) with { Sheet = null }, 1), Is.EqualTo("a,b|0"));

    [Test]
    public void Drops_a_title_that_has_nothing_below_it_any_more() =>
        Assert.That(Shown(Table(Title("One"), Row("a"), Title("Two"), Row("b")), 1), Is.EqualTo("One,a|1"));

    [Test]
    public void Keeps_a_title_that_says_something_itself() =>
        Assert.That(
            Shown(Table(Row("a"), Title("Two") with { Note = Rich.Of("65 more meet everything.") }, Row("b")), 1),
            Is.EqualTo("a,Two|1")
        );

    private static string Shown(DataTable table, int most)
    {
        var shown = ShownRows.Of(table, most);
        return FormattableString.Invariant(
            $"{string.Join(',', shown.Rows.Select(row => ((TextRun)row.Cells[0].Content.Lines[0][0]).Text))}|{shown.Left}"
        );
    }

    private static DataTable Table(params ImmutableArray<TableRow> rows) =>
        new(Title: null, [new("Name", 1)], rows, "None.") { Sheet = "Groups" };

    private static TableRow Row(string name) => new([name]);

    private static TableRow Title(string name) => new([name], RowKind.Group);
}
