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
    public static ImmutableArray<OutboxMessage> Of(Run run, AuditResult result) =>
        NoticeMessages.Of(
            new RunNews(result, $"{Verdict.Of(result)}. {Verdict.Coverage(result)}")
            {
                Previous = Before(run, result),
                Alias = run.TenantFolder,
                Slot = run.Slot,
            },
            run.Settings.Notifications
        );

    /// <summary>Empty when no channel asks for it.</summary>
    /// <param name="error">What ended the scan.</param>
    public static ImmutableArray<OutboxMessage> OfFailure(Run run, Exception error) =>
        NoticeMessages.Of(
            new ScanTrouble(
                run.ExpectedTenant ?? Guid.Empty,
                run.Slot,
                run.Surroundings.Time.GetUtcNow(),
                Failures.From(error).Message,
                IsMissed: false
            )
            {
                Alias = run.TenantFolder,
            },
            run.Settings.Notifications
        );

    /// <summary>A redacted result bears pseudonyms, which cannot be found again in the run before.</summary>
    private static AuditResult? Before(Run run, AuditResult result) =>
        result.Run.RedactionKey is null ? (run.Earlier.LastOrDefault() ?? run.History?.Newest)?.Result : null;
}
