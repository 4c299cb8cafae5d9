using PimAudit.Model;
using PimAudit.Reports.Sarif.Log;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Sarif;

/// <summary>What a run could not see, so that an empty list of results is never taken for a clean tenant.</summary>
internal static class SarifNotifications
{
    /// <summary>Parts that did not arrive whole, then rules that could not judge, or not everything.</summary>
    public static IReadOnlyList<SarifNotification> OfExecution(AuditResult result) =>
        [
            .. result.Coverage.Where(Unseen.IsMissing).Select(row => new SarifNotification(Part(row), "error", null)),
            .. result
                .Rules.Index()
                .Where(pair => Unseen.IsUnsure(pair.Item))
                .Select(pair => Of(pair.Item, pair.Index, "error", Unseen.Why(pair.Item))),
        ];

    /// <summary>Rules that are off.</summary>
    public static IReadOnlyList<SarifNotification> OfConfiguration(AuditResult result) =>
        [
            .. result
                .Rules.Index()
                .Where(pair => pair.Item.Outcome is RuleOutcome.Off)
                .Select(pair => Of(pair.Item, pair.Index, "note", Unseen.WhyOff(pair.Item))),
        ];

    private static SarifNotification Of(RuleResult rule, int index, string level, string why) =>
        new(SarifMessages.Of($"{rule.Id} {rule.Name}: {why}"), level, new(VisibleText.Of(rule.Id), index));

    private static SarifMessage Part(CoverageRow row) =>
        SarifMessages.Of($"{PartNames.Of(row.Part)}: {Unseen.Why(row)}");
}
