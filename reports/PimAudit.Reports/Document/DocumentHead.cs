using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document;

/// <summary>What stands on the cover of a report, and on each of its pages.</summary>
/// <param name="Title">Such as <c>Privileged access audit</c>.</param>
/// <param name="Tenant">Its name, or what identifies it where the name was not read.</param>
/// <param name="Period">When the tenant was read, with the run before it where there is one.</param>
/// <param name="TakenAt">Start of the collection, as printed, UTC.</param>
/// <param name="Profile">Name of the primary profile.</param>
/// <param name="Verdict">The two words or so that everybody reads.</param>
/// <param name="Coverage">Rules evaluated out of those that are on; never left out beside the verdict.</param>
/// <param name="IsComplete">Everything that is on was evaluated without a blind spot.</param>
/// <param name="Counts">Open findings, Critical first, zeros included.</param>
/// <param name="Facts">Tenant, snapshot, profile, run, tool.</param>
/// <param name="ResultSha256">SHA-256 of <c>result.json</c>, 64 hex digits.</param>
internal sealed record DocumentHead(
    string Title,
    string Tenant,
    string Period,
    string Classification,
    string RunId,
    string TakenAt,
    string Profile,
    string Verdict,
    string Coverage,
    bool IsComplete,
    ImmutableArray<(Severity Severity, int Count)> Counts,
    ImmutableArray<Fact> Facts,
    string ResultSha256
)
{
    /// <summary>What was not evaluated, and where that is explained; empty where everything was.</summary>
    public Rich Gap { get; init; } = Rich.Nothing;

    /// <summary>The file of which <see cref="ResultSha256"/> is the hash.</summary>
    public string HashedFile { get; init; } = "result.json";

    /// <summary>Why the classification matters.</summary>
    public string Content { get; init; } = "contains personal data";

    public static DocumentHead Of(ReportSource source)
    {
        var result = source.Result;
        return new(
            "Privileged access audit",
            Words.Tenant(result.Tenant),
            PeriodOf(result),
            source.Facts.Classification,
            result.Run.Id,
            Say.Moment(result.Snapshot.TakenAt),
            source.Profile,
            Wording.Verdict.Of(result),
            Wording.Verdict.Coverage(result),
            Outcomes.IsComplete(result),
            [.. Outcomes.Severities.Select(severity => (severity, Outcomes.Count(result, severity)))],
            FactsOf(source),
            source.Facts.ResultSha256
        )
        {
            Gap = GapOf(result),
        };
    }

    private static Rich GapOf(AuditResult result)
    {
        if (Outcomes.IsComplete(result))
            return Rich.Nothing;
        var missing = Outcomes.On(result) - Outcomes.Evaluated(result);
        return Rich.Line(
            new TextRun(
                missing > 0
                    ? FormattableString.Invariant($"{missing} {(missing == 1 ? "lacks" : "lack")} evidence, see ")
                    : "Some are blind on single objects, see "
            ),
            new LinkRun("Coverage", Anchors.Coverage),
            new TextRun(".")
        );
    }

    private static string PeriodOf(AuditResult result) =>
        result.Earlier is [.., var last]
            ? $"{Say.Day(last.TakenAt)} to {Say.Day(result.Snapshot.TakenAt)}"
            : $"as of {Say.Day(result.Snapshot.TakenAt)}";

    private static ImmutableArray<Fact> FactsOf(ReportSource source)
    {
        var result = source.Result;
        var collection = result.Snapshot.Collection;
        return
        [
            new("Tenant", result.Tenant.DefaultDomain is { } domain ? Rich.Of(domain) : Rich.Unread()),
            new("Tenant id", Rich.Line(new IdRun(result.Tenant.Id.ToString("D")))),
            new(
                "Snapshot",
                Rich.Line(
                    new IdRun(Say.Moment(result.Snapshot.TakenAt) + Spent(collection.EndedAt - collection.StartedAt))
                )
            ),
            new("Profile", source.Profile),
            new("Run", Rich.Line(new IdRun(result.Run.Id))),
            new("Tool", $"PimAudit {result.Run.ToolVersion}"),
        ];
    }

    /// <summary>How long the collection took, where that was measured.</summary>
    private static string Spent(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? ""
        : time < TimeSpan.FromMinutes(1) ? FormattableString.Invariant($", taken in {time.Seconds} s")
        : time < TimeSpan.FromHours(1) ? FormattableString.Invariant($", taken in {time.Minutes} min {time.Seconds} s")
        : $", taken in {Say.Duration(time)}";
}
