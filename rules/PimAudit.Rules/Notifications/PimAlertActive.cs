using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What PIM itself complains of belongs into the same report, with the threshold by which it judges.</summary>
public sealed class PimAlertActive : IRule
{
    private const string Alerts = "alerts";

    public RuleInfo Info { get; } =
        new(
            Id: "PIM704",
            Title: "A built-in PIM alert is active",
            Severity: Severity.Info,
            Practice: RuleInfo.BeyondThePractice,
            Why: "PIM's alerts judge by thresholds of their own and see things that no list shows. Nobody reads them in the portal, so "
                + "they are repeated here.",
            Needs: SnapshotParts.PimAlerts
        )
        {
            Source = "Microsoft Learn, Configure security alerts for Microsoft Entra roles in PIM",
            Parameters = [RuleParameter.Words(Alerts, "all", "all, or names of alerts such as StaleSignIn")],
        };

    /// <summary>A disabled alert has nothing to say, good or bad: that is PIM705.</summary>
    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var names = context.Parameters.Words(Alerts);
        return PimAlertJudge
            .All(context)
            .Where(alert => PimAlertJudge.IsNamed(alert, names) && alert.IsEnabled is not false)
            .Select(alert => Judge(context, alert));
    }

    private static Judgement Judge(RuleContext context, PimAlert alert) =>
        alert switch
        {
            { IsActive: true } => Finding(context, alert),
            { IsEnabled: null } => Blind(alert, "whether it is enabled"),
            { ScannedAt: null } => Blind(alert, "when it was last scanned"),
            _ => new Judgement.Meets(PimAlertJudge.Reference(alert)),
        };

    private static Judgement.Blind Blind(PimAlert alert, string fact) =>
        new(PimAlertJudge.Reference(alert), PimAlertJudge.NotTold(alert, fact));

    private static Judgement.Breaks Finding(RuleContext context, PimAlert alert)
    {
        var reference = PimAlertJudge.Reference(alert);
        return new(
            new FindingDraft
            {
                Subject = reference,
                Title = $"The PIM alert \"{reference.Label}\" is active",
                Observed =
                    $"{Say.Count(Math.Max(alert.IncidentCount, alert.Incidents.Length), "incident")}; {Threshold(alert)}; {Scanned(alert)}",
                Expected = "not active",
                Related = [.. Roles(context, alert), .. Assignees(context, alert)],
                Evidence = [new(SnapshotParts.PimAlerts, alert.Id)],
                Fix = new([
                    "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Alerts, and select this alert.",
                    "Follow what Microsoft proposes for its incidents, or dismiss those that are meant.",
                    "Select Scan to see that it has become inactive.",
                ]),
            }
        );
    }

    private static string Threshold(PimAlert alert) =>
        alert.Threshold.IsEmpty ? "no threshold" : $"threshold {string.Join(", ", alert.Threshold)}";

    private static string Scanned(PimAlert alert) =>
        alert.ScannedAt is { } at ? $"scanned on {Say.Moment(at)}" : "never scanned";

    private static IEnumerable<RelatedObject> Roles(RuleContext context, PimAlert alert) =>
        Named(alert.Incidents, incident => incident.RoleDefinitionId)
            .Select(id => new RelatedObject(context.RoleReference(id), "role of an incident"));

    /// <summary>Emergency accounts are what the alerts call wrong and the practice asks for.</summary>
    private static IEnumerable<RelatedObject> Assignees(RuleContext context, PimAlert alert) =>
        Named(alert.Incidents, incident => incident.AssigneeId)
            .Where(id => !context.Emergency.Contains(id))
            .Select(id => new RelatedObject(context.Reference(id), "assignee of an incident"));

    private static IEnumerable<Guid> Named(
        ImmutableArray<PimAlertIncident> incidents,
        Func<PimAlertIncident, Guid?> id
    ) => incidents.Select(id).OfType<Guid>().Distinct().OrderBy(one => one.ToString("D"), StringComparer.Ordinal);
}
