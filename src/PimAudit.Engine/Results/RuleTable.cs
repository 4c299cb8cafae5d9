using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The outcome of each rule.</summary>
internal static class RuleTable
{
    public static ImmutableArray<RuleResult> Of(
        ImmutableArray<RuleVerdict> verdicts,
        ImmutableArray<Finding> findings,
        string profile
    )
    {
        var byRule = findings.ToLookup(finding => finding.RuleId, StringComparer.Ordinal);
        return
        [
            .. verdicts
                .OrderBy(verdict => verdict.Planned.Id, StringComparer.Ordinal)
                .Select(verdict => Of(verdict, [.. byRule[verdict.Planned.Id]], profile)),
        ];
    }

    private static RuleResult Of(RuleVerdict verdict, ImmutableArray<Finding> findings, string profile)
    {
        var planned = verdict.Planned;
        var info = planned.Rule.Info;
        var blind = BlindSubjects(verdict);
        var outcome = OutcomeOf(verdict, findings, blind);
        var missing = outcome is RuleOutcome.NotEvaluated ? verdict.Gap ?? verdict.Blind.First().Gap : null;
        return new(
            info.Id,
            planned.Name,
            info.Title,
            info.Practice,
            profile,
            planned.Severity ?? info.Severity,
            planned.Parameters.InWords,
            outcome,
            missing?.Reason,
            missing?.Detail ?? verdict.SwitchedOff?.Detail,
            blind,
            new(
                Judged(verdict),
                findings.Length,
                findings.Count(finding => finding.Status is FindingStatus.Waived),
                blind.Length
            ),
            planned.Source ?? info.Source
        );
    }

    private static RuleOutcome OutcomeOf(
        RuleVerdict verdict,
        ImmutableArray<Finding> findings,
        ImmutableArray<BlindSubject> blind
    ) =>
        !verdict.IsOn ? RuleOutcome.Off
        : verdict.Gap is not null ? RuleOutcome.NotEvaluated
        : findings.Any(finding => finding.Status is not FindingStatus.Waived) ? RuleOutcome.Fail
        : !blind.IsEmpty ? RuleOutcome.NotEvaluated
        : !findings.IsEmpty ? RuleOutcome.Waived
        : verdict.Meets.Any() ? RuleOutcome.Pass
        : RuleOutcome.NotApplicable;

    private static ImmutableArray<BlindSubject> BlindSubjects(RuleVerdict verdict) =>
        [
            .. verdict
                .Blind.Distinct<Judgement.Blind>(SameIdentity.Instance)
                .OrderBy(KeyOf, StringComparer.Ordinal)
                .Select(blind => new BlindSubject(blind.Subject, blind.Gap.Part, blind.Gap.Reason, blind.Gap.Detail)),
        ];

    private static int Judged(RuleVerdict verdict) =>
        verdict.Judgements.Where(judgement => judgement is not Judgement.Blind).Distinct(SameIdentity.Instance).Count();

    private static string KeyOf(Judgement judgement)
    {
        var identity = Fingerprint.IdentityOf(judgement.Subject, SameIdentity.ExtrasOf(judgement));
        var parts = identity.Prepend(judgement.Subject);
        return string.Join('\n', parts.Select(part => part.Key));
    }
}
