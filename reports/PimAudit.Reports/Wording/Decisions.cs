using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>A decision that the report asks for.</summary>
/// <param name="What">Sentences.</param>
/// <param name="Who">Who must take it.</param>
/// <param name="Finding">What it is about; null for a gap in what was read.</param>
public sealed record Decision(string What, string Who, Finding? Finding);

/// <summary>Up to three decisions: the two gravest matters and the gravest gap, or the three gravest matters.</summary>
public static class Decisions
{
    private const int Most = 3;

    public static ImmutableArray<Decision> Of(AuditResult result)
    {
        var gap = result
            .Coverage.Where(row => row.Cure is not null && row.BlindRules.Length > 0)
            .MaxBy(row => row.BlindRules.Length);
        var matters = Outcomes
            .Ranked(Outcomes.Open(result))
            .DistinctBy(finding => finding.RuleId, StringComparer.Ordinal)
            .Take(gap is null ? Most : Most - 1)
            .Select(finding => new Decision(Demand(finding), finding.Owner ?? "no owner named", finding));
        return gap is null
            ? [.. matters]
            : [.. matters, new Decision(gap.Cure!, "whoever runs the audit", Finding: null)];
    }

    private static string Demand(Finding finding) =>
        finding.Fix.Steps.IsEmpty ? $"{finding.Title}." : $"{finding.Title}. {finding.Fix.Steps[0]}";
}
