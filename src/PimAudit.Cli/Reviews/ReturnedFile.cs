using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Csv;
using PimAudit.Reports.Csv.Returned;
using PimAudit.Reports.Excel.Returned;

namespace PimAudit.Cli;

/// <summary>A file that came back: what it holds decides what it is, whatever it is called.</summary>
/// <param name="path">Absolute.</param>
internal sealed class ReturnedFile(string path)
{
    private const long MaxBytes = 256L << 20;

    public string Name { get; } = Path.GetFileName(path);

    /// <summary>A zip, or the container in which Excel keeps a workbook with a password.</summary>
    private static bool IsWorkbook(byte[] content) =>
        content is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <exception cref="Failure">It cannot be read, or is refused.</exception>
    public ReviewImportResult TakenInto(ReviewRecord review, DateOnly today, bool replace)
    {
        var content = Whole();
        return IsWorkbook(content)
            ? Accepted(
                ReviewImport.Of(review, Read(() => ReviewReader.Read(content, Name)), today, replace),
                "Undo what is named, or ask for the workbook again as it was sent out; only the yellow columns are to be filled."
            )
            : Accepted(
                ReviewImport.Of(review, Read(() => Unmarked(TableReader.Read(content, Name))), today, replace),
                "Import the report as Microsoft Entra or 'pimaudit review status --csv' made it; where it differs from an earlier file, decide which one counts."
            );
    }

    /// <summary>Only a file of ours holds the marks that <see cref="CsvCell"/> makes.</summary>
    private static ReturnedTable Unmarked(ReturnedTable table) =>
        HistoryColumns.IsOurs(table)
            ? table with
            {
                Rows = [.. table.Rows.Select(row => row with { Fields = [.. row.Fields.Select(CsvCell.Back)] })],
            }
            : table;

    private byte[] Whole() =>
        Read(() =>
            new FileInfo(path).Length > MaxBytes
                ? throw new InvalidDataException("It is larger than any workbook or history of a review.")
                : File.ReadAllBytes(path)
        );

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new Failure(
                ExitCode.Usage,
                $"The file {Printable.Of(path)} cannot be read.",
                error.Message,
                "Nothing was imported, not from the other files either.",
                "Name a workbook that 'pimaudit review new' wrote, as it came back, or an access review history as CSV."
            );
        }
    }

    private ReviewImportResult Accepted(ReviewImportResult result, string remedy) =>
        result.Problems.IsEmpty
            ? result
            : throw new Failure(
                ExitCode.Usage,
                $"The file {Printable.Of(path)} is refused.",
                string.Join('\n', Shown(result.Problems)),
                "Nothing was imported, not from the other files either.",
                remedy
            );

    private static IEnumerable<string> Shown(ImmutableArray<string> problems)
    {
        const int Most = 40;
        foreach (var problem in problems.Take(Most))
            yield return Printable.Of(problem);
        if (problems.Length > Most)
            yield return $"and {Say.Number(problems.Length - Most)} more";
    }
}
