using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PimAudit.Model;
using Sylvan.Data.Csv;

namespace PimAudit.Reports.Csv.Returned;

/// <summary>Reads a table of texts (RFC 4180, commas, with heads). It says what stands there and judges nothing.</summary>
public static class TableReader
{
    private const int MaxBytes = 256 << 20;
    private const int MaxColumns = 100;
    private const int MaxCells = 20_000_000;

    /// <summary>Characters of one row.</summary>
    private const int MaxRow = 1 << 20;

    /// <param name="fileName">Without its folder.</param>
    /// <exception cref="InvalidDataException">No table, a damaged one, or one beyond what is read.</exception>
    public static ReturnedTable Read(byte[] content, string fileName)
    {
        if (content.Length > MaxBytes)
            throw new InvalidDataException(
                "It is larger than 256 MiB. Have the report made for a shorter time, or for roles and groups alone."
            );
        try
        {
            using var rows = CsvDataReader.Create(
                TableText.Of(content),
                new CsvDataReaderOptions
                {
                    HasHeaders = false,
                    Delimiter = ',',
                    Culture = CultureInfo.InvariantCulture,
                    MaxBufferSize = MaxRow,
                    ResultSetMode = ResultSetMode.SingleResult,
                }
            );
            return Read(rows, fileName, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
        catch (CsvFormatException error)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {error.RowNumber} is damaged, or longer than any of a review: {error.Message}"
                ),
                error
            );
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException("It is neither UTF-8 nor UTF-16 with a byte order mark.", error);
        }
    }

    private static ReturnedTable Read(CsvDataReader rows, string fileName, string sha256)
    {
        var heads = rows.Read() ? Fields(rows) : [];
        if (heads is [] or [{ Length: 0 }])
            throw new InvalidDataException("It is empty.");
        if (heads.Length < 2)
            throw new InvalidDataException(
                "Its first row does not name columns, with commas between them. A spreadsheet program may have saved it with others."
            );
        if (heads.Length > MaxColumns)
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It has {heads.Length} columns; at most {MaxColumns} are read."
                )
            );

        var read = ImmutableArray.CreateBuilder<ReturnedTableRow>();
        while (rows.Read())
        {
            var fields = Fields(rows);
            if (fields is [{ Length: 0 }])
                continue;
            RefuseAnother(fields, heads, rows.RowNumber);
            read.Add(new(rows.RowNumber, fields));
            if ((long)read.Count * heads.Length > MaxCells)
                throw new InvalidDataException(
                    "It has more cells than any review. Have the report made for a shorter time."
                );
        }

        return new(fileName, sha256, heads, read.ToImmutable());
    }

    private static void RefuseAnother(ImmutableArray<string> fields, ImmutableArray<string> heads, int row)
    {
        if (fields.Length != heads.Length)
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {row} has {fields.Length} cells; the heads are {heads.Length}."
                )
            );
        for (var at = 0; at < fields.Length; at++)
            if (fields[at].Contains('\0', StringComparison.Ordinal))
                throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {row}, {heads[at]}: it holds a NUL character.")
                );
    }

    private static ImmutableArray<string> Fields(CsvDataReader rows)
    {
        var fields = new string[rows.RowFieldCount];
        for (var at = 0; at < fields.Length; at++)
            fields[at] = rows.GetString(at);
        return [.. fields];
    }
}
