using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The result of an earlier run.</summary>
/// <param name="Hash">SHA-256 of its file, 64 hex digits; part of the run id.</param>
public sealed record EarlierResult(AuditResult Result, string Hash);

/// <summary>Lays a result beside the runs before it.</summary>
public static class EarlierRuns
{
    /// <summary>Oldest first; the same run given twice stands once.</summary>
    public static ImmutableArray<EarlierResult> Ordered(IEnumerable<EarlierResult> earlier) =>
        [
            .. earlier
                .DistinctBy(one => one.Hash, StringComparer.Ordinal)
                .OrderBy(one => one.Result.Snapshot.TakenAt)
                .ThenBy(one => one.Hash, StringComparer.Ordinal),
        ];

    /// <summary>
    /// The trend, the changes since the newest and, where no baseline was given, what is new and what is resolved since then.
    /// A result does not hold what met its rules: a finding that is gone counts as resolved only where its rule was blind nowhere.
    /// </summary>
    /// <param name="earlier">Of the same tenant, none taken later.</param>
    public static AuditResult With(AuditResult result, ImmutableArray<EarlierResult> earlier)
    {
        if (earlier.IsEmpty)
            return result;

        var rules = result
            .Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var ordered = Ordered(earlier);
        var compared = Compared(result, ordered) with
        {
            Run = result.Run with { Id = ContentHash.Of(ordered.Select(one => one.Hash).Prepend(result.Run.Id))[..16] },
        };
        return result.Baseline is not null
            ? compared
            : compared with
            {
                Findings = EarlierFindings.Compare(
                    [.. result.Findings.Where(EarlierFindings.IsSeen).Select(EarlierFindings.Plain)],
                    ordered[^1].Result,
                    finding => WaiverReview.Doubt(rules, finding.RuleId)
                ),
            };
    }

    /// <param name="before">Of the same tenant, and not taken later.</param>
    public static RunDifference Between(EarlierResult before, EarlierResult after)
    {
        var compared = With(after.Result with { Baseline = null }, [before]);
        return new(
            after.Result.Tenant.Id,
            Summary(before.Result),
            Summary(after.Result),
            compared.Changes,
            [
                .. compared.Findings.Where(finding =>
                    finding.NotConfirmed is not null || finding.Status is FindingStatus.New or FindingStatus.Resolved
                ),
            ]
        );
    }

    /// <summary>Trend and changes alone.</summary>
    internal static AuditResult Compared(AuditResult result, ImmutableArray<EarlierResult> ordered) =>
        ordered.IsEmpty
            ? result
            : result with
            {
                Earlier = [.. ordered.Select(one => Summary(one.Result))],
                Changes = RunComparison.Of(ordered[^1].Result, result),
            };

    /// <summary>The same from a history, where no earlier run was named.</summary>
    internal static AuditResult Compared(AuditResult result, RunOptions options) =>
        options is { Earlier.IsEmpty: true, History.Newest: { } newest }
            ? result with
            {
                Earlier = options.History.Trend,
                Changes = RunComparison.Of(newest.Result, result),
            }
            : Compared(result, options.Earlier);

    /// <summary>A result as far as later runs need it for their trend.</summary>
    public static EarlierRun Summary(AuditResult result) =>
        new(
            result.Run.Id,
            result.Snapshot.TakenAt,
            result.Profiles[0].Name,
            result.Profiles[0].Hash,
            result
                .Findings.Where(finding => finding.Status is FindingStatus.Open or FindingStatus.New)
                .CountBy(finding => finding.Severity)
                .ToImmutableSortedDictionary(),
            result.Rules.Count(rule => rule.Outcome is RuleOutcome.NotEvaluated)
        );
}
