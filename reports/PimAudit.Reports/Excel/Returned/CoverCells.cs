using System.Collections.Immutable;

namespace PimAudit.Reports.Excel.Returned;

/// <summary>Single cells by their names.</summary>
internal sealed class CoverCells(NamedPlaces places, ImmutableArray<string> texts)
{
    private readonly Dictionary<string, Dictionary<(int, int), string>> sheets = new(StringComparer.Ordinal);

    /// <summary>Null where the name or the text is missing.</summary>
    public string? Text(string name)
    {
        if (places.Find(name) is not { } place || places.PartOf(place.Sheet) is not { } part)
            return null;
        if (!sheets.TryGetValue(place.Sheet, out var cells))
            sheets[place.Sheet] = cells = new SheetRows(place.Sheet, part, texts)
                .Read()
                .SelectMany(row => row.Cells.Select(cell => (Place: (cell.Key, row.Number), cell.Value.Text)))
                .ToDictionary(one => one.Place, one => one.Text);
        return cells.GetValueOrDefault((place.FirstColumn, place.FirstRow));
    }
}
