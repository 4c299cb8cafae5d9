using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>Says in one sentence what a notice is about, heaviest first.</summary>
internal static class Headlines
{
    /// <param name="findings">New ones, those of rules that are left out included.</param>
    public static string Of(Notice notice, int findings) =>
        Capital(string.Join("; ", notice.Events.Select(one => Of(one, notice, findings))));

    private static string Of(NoticeEvent one, Notice notice, int findings) =>
        one switch
        {
            NoticeEvent.ScanMissed => $"not scanned: the scan of {When(notice)} was missed",
            NoticeEvent.ScanFailed when notice.Slot is null => "not scanned: the scan failed",
            NoticeEvent.ScanFailed => $"not scanned: the scan of {When(notice)} failed",
            NoticeEvent.CoverageLost => Coverage(notice),
            NoticeEvent.Findings =>
                $"{Say.Count(findings, notice.IsFirst ? "open finding" : "new finding")} at or above "
                    + Lower(notice.FindingsFrom ?? Severity.Info),
            NoticeEvent.ReviewOverdue =>
                $"{Say.Count(notice.ReviewsNewlyOverdue, "review row is", "review rows are")} overdue",
            _ => "this is a test, nothing happened",
        };

    private static string Coverage(Notice notice)
    {
        var lost = notice.NotRead.Count(part => part.IsLost);
        if (lost == 0)
            return $"{Say.Count(notice.RulesNotEvaluated, "rule")} could not be evaluated";
        return notice.PreviousRunId is null
            ? $"{Say.Count(lost, "part of the tenant was", "parts of the tenant were")} not read"
            : $"coverage lost in {Say.Count(lost, "part of the tenant", "parts of the tenant")}";
    }

    private static string When(Notice notice) => notice.Slot is { } slot ? Say.Moment(slot) : "an unknown time";

    private static string Lower(Severity severity) => Say.Word(severity).ToLowerInvariant();

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
