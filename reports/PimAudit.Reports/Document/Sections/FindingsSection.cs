using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>Every finding: Critical and High in full, the others in a few words.</summary>
internal static class FindingsSection
{
    public static Section Of(ReportSource source)
    {
        var result = source.Result;
        var others = Outcomes.Ranked(result.Findings.Where(finding => !Outcomes.IsOpen(finding)));
        var list = new FindingList(source.Open, others, None(result), NoHeavy(result), new Cards(source).Of);
        return new(Anchors.Findings, "Findings", Lead(source), [list]) { Place = SectionPlace.RunsOn };
    }

    private static string Lead(ReportSource source)
    {
        var heavy = source.Open.Count(finding => finding.Severity >= Severity.High);
        return heavy switch
        {
            0 => NoHeavy(source.Result),
            1 => $"One critical or high finding, then all others by rule. {NoException}",
            _ => $"{Say.Count(heavy, "critical or high finding")}, then all others by rule. {NoException}",
        };
    }

    /// <summary>Why none of them is an exception.</summary>
    private const string NoException =
        "No valid waiver covers the whole of one that is open; 'pimaudit explain' prints the one that would.";

    private static string NoHeavy(AuditResult result) =>
        Outcomes.Evaluated(result) == 0
            ? "Nothing is listed, because nothing could be judged."
            : $"No critical or high findings among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated.";

    private static string None(AuditResult result) =>
        Outcomes.Evaluated(result) == 0
            ? "No rule was evaluated, so an empty list says nothing about the tenant."
            : $"No findings of any severity among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated.";
}
