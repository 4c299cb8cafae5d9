using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Csv;

/// <summary>
/// Writes the findings as CSV (RFC 4180, UTF-8, a header), and after them a line for everything that could not be seen, so that
/// a file without findings is not taken for a clean tenant.
/// </summary>
/// <remarks>How a text is made harmless and read back: <see cref="CsvCell"/>.</remarks>
public static class CsvReport
{
    private const string LineEnd = "\r\n";

    /// <summary>The stream stays open. The same input gives the same bytes.</summary>
    public static void Write(AuditResult result, ReportFacts facts, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = LineEnd };
        writer.WriteLine(string.Join(',', CsvRow.Columns.Select(column => column.Name).Concat(["run", "tenant"])));
        foreach (var row in Rows(result))
            writer.WriteLine(
                string.Join(
                    ',',
                    CsvRow
                        .Columns.Select(column => column.Value(row) ?? "")
                        .Concat([result.Run.Id, result.Tenant.Id.ToString("D")])
                        .Select(text => CsvCell.Quoted(CsvCell.Of(text)))
                )
            );
    }

    private static IEnumerable<CsvRow> Rows(AuditResult result) =>
        [
            .. result.Findings.Select(CsvRow.Of),
            .. result.Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated).Select(CsvRow.NotEvaluated),
            .. result.Rules.SelectMany(rule => rule.Blind.Select(blind => CsvRow.Blind(rule, blind))),
            .. result.Coverage.Where(Unseen.IsMissing).Select(CsvRow.NotRead),
        ];
}
