using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Markdown.Blocks;

/// <summary>Findings of High and above in full, all others as rows.</summary>
internal static class FindingLines
{
    private const int MostCards = 40;

    public static void Add(Sheet sheet, FindingList list, string section)
    {
        var heavy = list.Open.Where(finding => finding.Severity >= Severity.High).Take(MostCards).ToList();
        if (list.Open.IsEmpty && list.Others.IsEmpty)
            sheet.Add(section, $"\n{MarkdownText.Of(list.Empty)}\n", [], "line");
        else if (heavy.Count == 0)
            sheet.Add(section, $"\n{MarkdownText.Of(list.NoHeavy)}\n", [], "line");
        else
            sheet.Add(section, "", [.. heavy.Select(finding => CardLines.Of(list.Card(finding)))], "finding");

        var rest = list.Open.Skip(heavy.Count).Concat(list.Others).ToList();
        if (rest.Count > 0)
            sheet.Add(
                section,
                $"{TableLines.Title("All other findings", note: null)}\n{TableLines.Head(Columns.Select(name => (name, false)))}",
                [.. rest.Select(Row)],
                "finding"
            );
    }

    private static readonly string[] Columns =
    [
        "Severity",
        "Rule",
        "Finding",
        "Object",
        "Observed",
        "Expected",
        "Status",
        "Id",
    ];

    private static string Row(Finding finding) =>
        TableLines.Row([
            $"{RichLine.Mark(finding.Severity)} {Say.Word(finding.Severity)}",
            MarkdownText.Of(finding.RuleId),
            MarkdownText.Of(finding.Title),
            MarkdownText.Code(finding.Subject.Id),
            MarkdownText.Of(finding.Observed),
            MarkdownText.Of(finding.Expected),
            MarkdownText.Of(Outcomes.Status(finding)),
            MarkdownText.Code(finding.ShortId),
        ]);
}
