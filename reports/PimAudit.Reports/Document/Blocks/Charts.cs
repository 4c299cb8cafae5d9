using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Blocks;

/// <param name="New">Those that the run before did not have; null where there is nothing to compare with.</param>
internal sealed record SeverityCount(Severity Severity, int Count, int? New);

/// <summary>Open findings by severity, Critical first, zeros included.</summary>
/// <param name="Empty">Said where every count is zero.</param>
internal sealed record SeverityChart(string Title, ImmutableArray<SeverityCount> Counts, string Empty) : Block;

/// <param name="Note">Beside the word; empty where there is nothing to add.</param>
internal sealed record OutcomeCount(RuleOutcome Outcome, int Count, Rich Note);

/// <summary>What became of the rules.</summary>
/// <param name="Evaluated">Rules that were evaluated, out of <paramref name="On"/>.</param>
/// <param name="Parts">How much of the snapshot was read, in words.</param>
internal sealed record OutcomeChart(
    string Title,
    string Note,
    ImmutableArray<OutcomeCount> Counts,
    int Evaluated,
    int On,
    string Parts
) : Block;

/// <summary>One column of the trend.</summary>
/// <param name="Label">The day.</param>
/// <param name="Rest">Medium and below.</param>
/// <param name="IsComparable">Judged under the same profile as the run of the report.</param>
internal sealed record TrendRun(string Label, int Critical, int High, int Rest, int NotEvaluated, bool IsComparable);

/// <summary>Open findings over the runs, oldest first, the run of the report last.</summary>
/// <param name="Runs">One alone is no trend: then only the sentence is shown.</param>
internal sealed record TrendChart(string Title, string Note, string Sentence, ImmutableArray<TrendRun> Runs) : Block;
