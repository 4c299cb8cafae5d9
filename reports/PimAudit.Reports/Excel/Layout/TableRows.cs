using System.Collections.Immutable;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>The rows of a table, written one after the other: however many they are, one is in memory.</summary>
internal interface ITableRows
{
    TablePlace Place { get; }

    /// <summary>Every look that a cell of the rows has.</summary>
    ImmutableArray<CellLook> Looks { get; }

    void Write(RowWriter writer);
}

/// <summary>Makes the cells of each row twice: to know their looks before the workbook is drafted, and to write them.</summary>
internal sealed class TableRows<T>(TableSheet<T> sheet) : ITableRows
{
    private readonly Cells.CellValue[] values = new Cells.CellValue[sheet.Columns.Length];

    public TablePlace Place { get; } = sheet.Place;

    public ImmutableArray<CellLook> Looks
    {
        get
        {
            if (!field.IsDefault)
                return field;

            var looks = new HashSet<CellLook>();
            foreach (var lines in Lines())
                for (var at = 0; at < values.Length; at++)
                    looks.Add(LookOf(at, lines));
            return field = [.. looks];
        }
    }

    public void Write(RowWriter writer)
    {
        foreach (var lines in Lines())
        {
            writer.Begin(Heights.Of(lines));
            for (var at = 0; at < values.Length; at++)
                writer.Cell(values[at], LookOf(at, lines));
            writer.End();
        }
    }

    /// <summary>Fills <see cref="values"/> with row after row; a table without rows has a blank one, as Excel demands.</summary>
    /// <returns>How many lines the row has.</returns>
    private IEnumerable<int> Lines()
    {
        foreach (var row in sheet.Rows)
        {
            for (var at = 0; at < values.Length; at++)
                values[at] = sheet.Columns[at].Value(row);
            yield return sheet.Grows ? Highest() : 1;
        }

        if (!sheet.Rows.IsEmpty)
            yield break;

        Array.Fill(values, Cells.Cell.Blank);
        yield return 1;
    }

    private int Highest()
    {
        var most = 1;
        for (var at = 0; at < values.Length; at++)
            if (sheet.Columns[at] is { Kind: ColumnKind.Prose or ColumnKind.Fact, Width: var width })
                most = Math.Max(most, Heights.Lines(values[at].Shown, width));
        return most;
    }

    private CellLook LookOf(int at, int lines) =>
        new(sheet.Columns[at].Kind, values[at].Format, values[at].IsQuoted, lines > 1);
}
