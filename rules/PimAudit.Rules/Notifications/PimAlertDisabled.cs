using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An alert that is switched off looks like a tenant in which nothing is wrong.</summary>
public sealed class PimAlertDisabled : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM705",
            Title: "A built-in PIM alert is switched off",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "PIM looks for a fault only while its alert is enabled. Switched off it never becomes active, which is easily taken for "
                + "good news.",
            Needs: SnapshotParts.PimAlerts
        )
        {
            Source = "Microsoft Learn, Configure security alerts for Microsoft Entra roles in PIM",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        PimAlertJudge
            .All(context)
            .Select<PimAlert, Judgement>(alert =>
                alert.IsEnabled switch
                {
                    true => new Judgement.Meets(PimAlertJudge.Reference(alert)),
                    false => Finding(alert),
                    null => new Judgement.Blind(
                        PimAlertJudge.Reference(alert),
                        PimAlertJudge.NotTold(alert, "whether it is enabled")
                    ),
                }
            );

    private static Judgement.Breaks Finding(PimAlert alert)
    {
        var reference = PimAlertJudge.Reference(alert);
        return new(
            new FindingDraft
            {
                Subject = reference,
                Title = $"The PIM alert \"{reference.Label}\" is switched off",
                Observed = "disabled",
                Expected = "enabled",
                Evidence = [new(SnapshotParts.PimAlerts, alert.Id)],
                Fix = new([
                    "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Alerts, Setting.",
                    "Select this alert and enable it.",
                    "Select Scan to see what it finds.",
                ]),
            }
        );
    }
}
