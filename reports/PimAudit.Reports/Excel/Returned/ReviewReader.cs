using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using PimAudit.Model;

namespace PimAudit.Reports.Excel.Returned;

/// <summary>Reads a review that came back as a workbook. It says what stands there and judges nothing.</summary>
public static class ReviewReader
{
    private const int MaxBytes = 256 << 20;
    private const int MaxTables = 20;

    /// <param name="fileName">Without its folder.</param>
    /// <exception cref="InvalidDataException">No workbook, a damaged one, or one without the table of a review.</exception>
    public static ReturnedReview Read(byte[] content, string fileName)
    {
        if (content.Length > MaxBytes)
            throw new InvalidDataException($"It has more than {MaxBytes} bytes.");
        if (content is not [(byte)'P', (byte)'K', ..])
            throw new InvalidDataException("It is no .xlsx file; one with a password cannot be read either.");
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            PackageGuard.Check(stream);
            using var document = SpreadsheetDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = PackageGuard.MaxCharacters }
            );
            return Read(document, fileName, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
        catch (Exception error)
            when (error
                    is OpenXmlPackageException
                        or XmlException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or IOException
                        or NotSupportedException
            )
        {
            throw new InvalidDataException($"It is damaged, or no workbook: {error.Message}", error);
        }
    }

    private static ReturnedReview Read(SpreadsheetDocument document, string fileName, string sha256)
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("It holds no workbook.");
        if (workbook.Workbook.WorkbookProperties?.Date1904?.Value is true)
            throw new InvalidDataException(
                "It counts its days from 1904; save it with the usual date system (Excel options, Advanced)."
            );

        var places = new NamedPlaces(workbook);
        var texts = SharedTexts.Of(workbook);
        var tables = TablesOf(places).ToList();
        if (tables.Count == 0)
            throw new InvalidDataException(
                $"It has no table '{ReviewNames.Table}', so it is no review that was sent out."
            );

        var cover = new CoverCells(places, texts);
        var read = tables.Select(place => Table(place, places, texts)).ToList();
        return new(
            fileName,
            sha256,
            cover.Text(ReviewNames.Review),
            cover.Text(ReviewNames.Tenant),
            cover.Text(ReviewNames.Result),
            cover.Text(ReviewNames.Reviewer),
            read[0].Heads,
            [.. read.SelectMany(table => table.Rows)]
        );
    }

    private static IEnumerable<NamedPlace> TablesOf(NamedPlaces places) =>
        Enumerable
            .Range(1, MaxTables)
            .Select(at =>
                places.Find(
                    at == 1
                        ? ReviewNames.Table
                        : string.Create(CultureInfo.InvariantCulture, $"{ReviewNames.Table}{at}")
                )
            )
            .TakeWhile(place => place is not null)
            .OfType<NamedPlace>();

    /// <summary>Down to the last row of the sheet: what somebody added below is seen too.</summary>
    private static (ImmutableArray<ReturnedCell> Heads, ImmutableArray<ReturnedRow> Rows) Table(
        NamedPlace place,
        NamedPlaces places,
        ImmutableArray<string> texts
    )
    {
        var part =
            places.PartOf(place.Sheet) ?? throw new InvalidDataException($"The sheet '{place.Sheet}' is missing.");
        var sheet = new SheetRows(place.Sheet, part, texts);
        var heads = new SortedDictionary<int, ReturnedCell>();
        var rows = ImmutableArray.CreateBuilder<ReturnedRow>();
        foreach (var (number, cells) in sheet.Read())
            if (number == place.FirstRow)
                heads = cells;
            else if (number > place.FirstRow)
                rows.Add(Row(sheet, number, cells, heads));
        return ([.. heads.Values], rows.ToImmutable());
    }

    private static ReturnedRow Row(
        SheetRows sheet,
        int number,
        SortedDictionary<int, ReturnedCell> cells,
        SortedDictionary<int, ReturnedCell> heads
    )
    {
        var byHead = ImmutableDictionary.CreateBuilder<string, ReturnedCell>(StringComparer.Ordinal);
        foreach (var (column, cell) in cells)
            byHead.TryAdd(heads.TryGetValue(column, out var head) ? head.Text : cell.Place, cell);
        return new(
            byHead.ToImmutable(),
            name =>
                sheet.Place(
                    heads.FirstOrDefault(one => string.Equals(one.Value.Text, name, StringComparison.Ordinal)).Key
                        is > 0
                            and var at
                        ? at
                        : 1,
                    number
                )
        );
    }
}
