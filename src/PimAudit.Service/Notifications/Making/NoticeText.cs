using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>A notice in words for people. Texts are not escaped for any syntax.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">In the order of their weight.</param>
/// <param name="Facts">What identifies the run.</param>
internal sealed record NoticeText(
    string Subject,
    ImmutableArray<NoticeParagraph> Paragraphs,
    ImmutableArray<NoticeFact> Facts
)
{
    public static NoticeText Of(Notice notice) =>
        new(
            $"{(IsTest(notice) ? "[Test] " : "")}PimAudit: {Label(notice)}: {notice.Headline}",
            [.. ParagraphsOf(notice)],
            [.. FactsOf(notice)]
        );

    private static bool IsTest(Notice notice) => notice.Events.Contains(NoticeEvent.Test);

    private static string Label(Notice notice) =>
        IsTest(notice)
            ? "test"
            : notice.Alias
                ?? notice.TenantName
                ?? (notice.TenantId == Guid.Empty ? "tenant not known" : $"{notice.TenantId:D}");

    private static IEnumerable<NoticeParagraph> ParagraphsOf(Notice notice)
    {
        if (IsTest(notice))
            yield return new(null, ["Somebody ran 'pimaudit notify test'. No tenant was scanned."]);
        if (notice.Reason is { } reason)
            yield return new("Reason", [reason]);
        if (notice.IsFirst)
            yield return new(
                null,
                ["This is the first run: there is nothing to compare with, so all that is open is told."]
            );
        if (notice.Verdict is { } verdict)
            yield return new("Verdict", [verdict]);
        if (!notice.NewFindings.IsEmpty)
            yield return new(notice.IsFirst ? "Open findings" : "New findings", Findings(notice));
        if (!notice.NotRead.IsEmpty || notice.RulesNotEvaluated > 0)
            yield return new("Not seen", Unseen(notice));
        if (notice.ReviewsOverdue > 0)
            yield return new("Access reviews", [Reviews(notice)]);
        if (!notice.Changes.IsEmpty)
            yield return new(
                "Changes since the run before",
                [string.Join(", ", notice.Changes.Select(one => $"{one.Count} {Lower(one.Kind)}"))]
            );
        if (notice.RunId is not null)
            yield return new("Open now", [Open(notice)]);
    }

    private static ImmutableArray<string> Findings(Notice notice) =>
        [
            .. notice.NewFindings.Select(one => $"{one.RuleId}, {Lower(one.Severity)}, {one.Count}: {one.Title}"),
            .. notice.MoreRules > 0 ? [$"{notice.MoreRules} more"] : Array.Empty<string>(),
        ];

    private static ImmutableArray<string> Unseen(Notice notice) =>
        [
            .. notice.NotRead.Select(part =>
                $"{part.Name}: {Lower(part.Status)}{(part.IsLost && notice.PreviousRunId is not null ? ", was read better before" : "")}"
            ),
            .. notice.RulesNotEvaluated > 0
                ? [$"{Say.Count(notice.RulesNotEvaluated, "rule")} not evaluated"]
                : Array.Empty<string>(),
        ];

    private static string Reviews(Notice notice) =>
        $"{Say.Count(notice.ReviewsOverdue, "row is", "rows are")} overdue, {notice.ReviewsNewlyOverdue} of them newly";

    private static string Open(Notice notice) =>
        notice.Open.IsEmpty
            ? "no finding"
            : string.Join(", ", notice.Open.Select(one => $"{one.Count} {Lower(one.Severity)}"));

    private static IEnumerable<NoticeFact> FactsOf(Notice notice)
    {
        if (notice.TenantId != Guid.Empty)
            yield return new("Tenant", notice.TenantId.ToString("D"));
        if (notice.TenantName is { } name)
            yield return new("Name", name);
        if (notice.Slot is { } slot)
            yield return new("Scheduled for", Say.Moment(slot));
        if (notice.TakenAt is { } taken)
            yield return new("Taken at", Say.Moment(taken));
        if (notice.RunId is { } run)
            yield return new("Run", run);
        if (notice.PreviousRunId is { } before)
            yield return new("Compared with run", before);
    }

    private static string Lower(Enum value) => Say.Word(value).ToLowerInvariant();
}

/// <param name="Heading">Null for a paragraph that needs none.</param>
internal sealed record NoticeParagraph(string? Heading, ImmutableArray<string> Lines);

internal sealed record NoticeFact(string Name, string Value);
