using System.Collections.Immutable;
using PimAudit.History;
using PimAudit.Model;
using PimAudit.Reports.Wording;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>What a verb has to tell to the channels of its configuration.</summary>
internal static class Notices
{
    /// <summary>Empty when nothing happened that a channel asks for.</summary>
    /// <param name="result">As it was published.</param>
    /// <param name="slot">UTC; the time of the schedule; null when a person asked for the run.</param>
    /// <param name="alias">What the fleet's list calls the tenant; null without a list.</param>
    public static ImmutableArray<OutboxMessage> Of(
        Run run,
        AuditResult result,
        DateTimeOffset? slot = null,
        string? alias = null
    ) =>
        NoticeMessages.Of(
            new RunNews(result, $"{Verdict.Of(result)}. {Verdict.Coverage(result)}")
            {
                Previous = Before(run, result),
                Alias = alias,
                Slot = slot,
            },
            run.Settings.Notifications
        );

    /// <summary>Empty when no channel asks for it.</summary>
    /// <param name="error">What ended the scan.</param>
    public static ImmutableArray<OutboxMessage> OfFailure(
        Run run,
        Exception error,
        DateTimeOffset? slot = null,
        string? alias = null
    ) =>
        NoticeMessages.Of(
            new ScanTrouble(
                run.ExpectedTenant ?? Guid.Empty,
                slot,
                run.Surroundings.Time.GetUtcNow(),
                Failures.From(error).Message,
                IsMissed: false
            )
            {
                Alias = alias,
            },
            run.Settings.Notifications
        );

    /// <summary>A redacted result bears pseudonyms, which cannot be found again in the run before.</summary>
    private static AuditResult? Before(Run run, AuditResult result) =>
        result.Run.RedactionKey is null ? run.Earlier.LastOrDefault()?.Result : null;
}
