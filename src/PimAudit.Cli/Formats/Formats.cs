using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Reports.Csv;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Html;
using PimAudit.Reports.Junit;
using PimAudit.Reports.Markdown;
using PimAudit.Reports.Ndjson;
using PimAudit.Reports.Pdf;
using PimAudit.Reports.Sarif;

namespace PimAudit.Cli;

/// <summary>Every format that this version writes: a line each.</summary>
internal static class Formats
{
    /// <summary>Always written, because the others carry its hash.</summary>
    public static readonly Format Result = new(
        "json",
        "result.json",
        "everything, for machines",
        IsText: true,
        (result, _, stream, cancellation) => ResultFile.WriteAsync(result, stream, cancellation)
    );

    public static readonly ImmutableArray<Format> All =
    [
        Format.Binary(
            "xlsx",
            "findings.xlsx",
            "workbook: findings, access review, role settings, coverage",
            ExcelReport.Write
        ),
        Format.Binary("pdf", "findings.pdf", "report to sign", (r, f, stream) => stream.Write(PdfReport.Write(r, f))),
        Result,
        Format.Text(
            "html",
            "findings.html",
            "one page to filter, sort and print",
            (r, f, stream) => stream.Write(HtmlReport.Write(r, f))
        ),
        Format.Text(
            "md",
            "findings.md",
            "for tickets and step summaries",
            (r, f, stream) => stream.Write(MarkdownReport.Write(r, f))
        ),
        Format.Text("sarif", "findings.sarif", "findings as SARIF 2.1.0", SarifReport.Write),
        Format.Text("junit", "findings.junit.xml", "rules as test cases, findings as failures", JunitReport.Write),
        Format.Text("csv", "findings.csv", "findings, and what could not be seen, a line each", CsvReport.Write),
        Format.Text("ndjson", "findings.ndjson", "everything, a JSON object per line", NdjsonReport.Write),
    ];

    /// <summary>As <c>--format</c> takes them.</summary>
    public static readonly ImmutableArray<string> Names = [.. All.Select(format => format.Name)];

    /// <summary>Null for a name that is not known.</summary>
    public static Format? Of(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>Those of the names that go into the folder of a run besides the result, in the order of the list above.</summary>
    public static IEnumerable<Format> Beside(ImmutableArray<string> names) =>
        All.Where(format => format != Result && names.Contains(format.Name, StringComparer.Ordinal));
}
