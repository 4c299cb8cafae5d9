using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>Makes the notice of a run, or none when nothing happened that was asked for.</summary>
internal static class RunNotice
{
    private const int MostRules = 10;

    public static Notice? Of(RunNews news, NotifyOn on)
    {
        var result = news.Result;
        var rules = Rules(news, on);
        var coverage = CoverageNews.Of(news);
        var overdue = Overdue(result).Count();
        var newly = Overdue(result).Except(Overdue(news.Previous)).Count();
        var events = Events(on, coverage, rules, newly);
        if (events.IsEmpty)
            return null;

        var notice = new Notice
        {
            Events = events,
            Headline = "",
            TenantId = result.Tenant.Id,
            Alias = news.Alias is { } alias ? PlainLine.Of(alias, Most.Name) : null,
            TenantName = result.Tenant.DisplayName is { } name ? PlainLine.Of(name, Most.Name) : null,
            RunId = PlainLine.Of(result.Run.Id, Most.Name),
            PreviousRunId = Before(news) is { } before ? PlainLine.Of(before, Most.Name) : null,
            TakenAt = result.Snapshot.TakenAt,
            Slot = news.Slot,
            Verdict = PlainLine.Of(news.Verdict, Most.Text),
            IsFirst = news.IsFirst,
            Open = Open(result),
            FindingsFrom = on.Findings,
            NewFindings = [.. rules.Take(MostRules)],
            MoreRules = Math.Max(0, rules.Length - MostRules),
            Changes =
            [
                .. result
                    .Changes.CountBy(change => change.Kind)
                    .OrderBy(pair => pair.Key)
                    .Select(pair => new ChangeCount(pair.Key, pair.Value)),
            ],
            NotRead = coverage.Parts,
            RulesNotEvaluated = coverage.NotEvaluated,
            RulesLost = coverage.Lost,
            ReviewsOverdue = overdue,
            ReviewsNewlyOverdue = newly,
        };
        return notice with { Headline = Headlines.Of(notice, rules.Sum(rule => rule.Count)) };
    }

    private static string? Before(RunNews news) => news.Previous?.Run.Id ?? news.Result.Earlier.LastOrDefault()?.Id;

    private static ImmutableArray<NoticeEvent> Events(
        NotifyOn on,
        CoverageNews coverage,
        ImmutableArray<NoticeRule> rules,
        int newlyOverdue
    )
    {
        var events = ImmutableArray.CreateBuilder<NoticeEvent>();
        if (on.CoverageLost && coverage.IsWorse)
            events.Add(NoticeEvent.CoverageLost);
        if (!rules.IsEmpty)
            events.Add(NoticeEvent.Findings);
        if (on.ReviewOverdue && newlyOverdue > 0)
            events.Add(NoticeEvent.ReviewOverdue);
        return events.ToImmutable();
    }

    private static ImmutableArray<NoticeRule> Rules(RunNews news, NotifyOn on)
    {
        if (on.Findings is not { } least)
            return [];

        var known = Known(news.Previous);
        return
        [
            .. news
                .Result.Findings.Where(finding => finding.Severity >= least && IsNews(finding, news, known))
                .CountBy(finding => (finding.RuleId, finding.Severity))
                .OrderByDescending(pair => pair.Key.Severity)
                .ThenBy(pair => pair.Key.RuleId, StringComparer.Ordinal)
                .Select(pair => new NoticeRule(
                    PlainLine.Of(pair.Key.RuleId, Most.Name),
                    PlainLine.Of(TitleOf(news.Result, pair.Key.RuleId), Most.Text),
                    pair.Key.Severity,
                    pair.Value
                )),
        ];
    }

    /// <summary>Against a baseline a finding stays new until it is accepted: the run before told it already.</summary>
    private static bool IsNews(Finding finding, RunNews news, Dictionary<string, Severity> known) =>
        finding.Status is FindingStatus.New
            ? !(known.TryGetValue(finding.Fingerprint, out var before) && before >= finding.Severity)
            : news.IsFirst && finding.Status is FindingStatus.Open;

    private static Dictionary<string, Severity> Known(AuditResult? previous) =>
        (previous?.Findings ?? [])
            .Where(IsOpen)
            .DistinctBy(finding => finding.Fingerprint, StringComparer.Ordinal)
            .ToDictionary(finding => finding.Fingerprint, finding => finding.Severity, StringComparer.Ordinal);

    private static bool IsOpen(Finding finding) => finding.Status is FindingStatus.Open or FindingStatus.New;

    private static ImmutableArray<SeverityCount> Open(AuditResult result) =>
        [
            .. result
                .Findings.Where(IsOpen)
                .CountBy(finding => finding.Severity)
                .OrderByDescending(pair => pair.Key)
                .Select(pair => new SeverityCount(pair.Key, pair.Value)),
        ];

    /// <summary>Of the rule, not of the finding: that one names its subject.</summary>
    private static string TitleOf(AuditResult result, string ruleId) =>
        result.Rules.FirstOrDefault(rule => string.Equals(rule.Id, ruleId, StringComparison.Ordinal))?.Title ?? ruleId;

    private static IEnumerable<(string Review, string Key)> Overdue(AuditResult? result) =>
        (result?.Reviews ?? [])
            .Where(row => row.State is ReviewState.Overdue)
            .Select(row => (row.Review, row.Key))
            .Distinct();
}
