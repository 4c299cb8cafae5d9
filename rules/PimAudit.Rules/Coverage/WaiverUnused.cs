using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A waiver that covers nothing today covers the fault of tomorrow, unseen.</summary>
public sealed class WaiverUnused : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM903",
            Title: "A waiver covers no finding",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "A waiver that covers nothing is a mistake or a leftover: the fault that it was meant for is open, or it is mended "
                + "and would come back without anybody seeing it.",
            Needs: SnapshotParts.None
        )
        {
            Source = "PimAudit: an exception covers one known fault, for a time that the profile limits",
            JudgesWaivers = true,
        };

    /// <summary>An expired waiver is WaiverExpired's. Of several of the same, one that covers something speaks for all.</summary>
    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Waivers.Where(use => use.State is not WaiverState.Expired)
            .GroupBy(use => use.Waiver.Key, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => Judge(context, same.MinBy(use => Rank(use.State))!))
            .OfType<Judgement>();

    private static int Rank(WaiverState state) =>
        state switch
        {
            WaiverState.Used => 0,
            WaiverState.Unused => 1,
            WaiverState.TooLong => 2,
            _ => 3,
        };

    /// <returns>Null where the waiver's rule is switched off or comes later: nothing can be said, and nobody asked.</returns>
    private static Judgement? Judge(RuleContext context, WaiverUse use) =>
        use.State switch
        {
            WaiverState.Used => new Judgement.Meets(WaiverFacts.Reference(context, use.Waiver)),
            WaiverState.NotConfirmed when use.Doubt is { Reason: MissingReason.Configuration } => null,
            WaiverState.NotConfirmed => new Judgement.Blind(WaiverFacts.Reference(context, use.Waiver), use.Doubt!),
            _ => Finding(context, use),
        };

    private static Judgement.Breaks Finding(RuleContext context, WaiverUse use)
    {
        var subject = WaiverFacts.Reference(context, use.Waiver);
        return new(
            new FindingDraft
            {
                Subject = subject,
                Title = $"The waiver of {subject.Label} covers nothing",
                Observed = Observed(use),
                Expected = "covers a finding, for no longer than the profile allows",
                Related = [.. WaiverFacts.Targets(context, use.Waiver)],
                Evidence = [WaiverFacts.Evidence(use.Waiver)],
                Fix = new(Steps(use)),
            }
        );
    }

    private static string Observed(WaiverUse use) =>
        use.State is WaiverState.TooLong
            ? $"last day {WaiverFacts.Day(use.Waiver.Expires)}, {Say.Count(use.DaysLeft, "day")} ahead; the profile allows "
                + Say.Count(use.MaxDays, "day")
        : use.CriticalLeft > 0
            ? $"names only a part of {Say.Count(use.CriticalLeft, "critical finding")}, and a broad waiver never covers one"
        : $"no finding of {use.Waiver.Rule} holds all of its targets";

    private static ImmutableArray<string> Steps(WaiverUse use) =>
        use.State is WaiverState.TooLong
            ?
            [
                "Ask the approver for a day that the profile allows, and write it as 'expires' in pimaudit.yaml.",
                "Where nobody approves it any more, remove the waiver.",
            ]
        : use.CriticalLeft > 0
            ?
            [
                $"Run 'pimaudit explain' with the id of the critical finding of {use.Waiver.Rule}: it prints the waiver with all ids.",
                "Mend the finding, or ask the approver for exactly that exception; then remove this waiver.",
            ]
        :
        [
            "Look whether an id was mistyped: 'pimaudit explain' prints the command that waives a finding with all its ids.",
            "Where the fault is mended, run 'pimaudit waivers prune --unused --from result.json': it removes the waiver.",
        ];
}
