using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Csv;

namespace PimAudit.Cli;

/// <summary>A review as CSV. Every text can be read back as it was: <see cref="CsvCell"/>.</summary>
internal static class ReviewHistory
{
    public static void Write(ReviewRecord review, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', HistoryColumns.All.Select(column => column.Head)));
        foreach (var row in review.Rows)
            writer.WriteLine(
                string.Join(
                    ',',
                    HistoryColumns.All.Select(column => CsvCell.Quoted(CsvCell.Of(column.Value(review, row) ?? "")))
                )
            );
    }
}
