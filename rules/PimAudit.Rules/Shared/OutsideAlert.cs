using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Role assignments of which PIM's own alert says that they were made outside PIM.</summary>
internal sealed class OutsideAlert(RuleContext context)
{
    private readonly ILookup<(Guid PrincipalId, Guid RoleId), PimAlert> named = PimAlertJudge
        .All(context)
        .Where(alert =>
            alert is { IsActive: true, IsEnabled: not false }
            && PimAlertJudge.IsNamed(alert, ["RolesAssignedOutsidePim"])
        )
        .SelectMany(alert => alert.Incidents.Select(incident => (Alert: alert, Incident: incident)))
        .Where(one => one.Incident is { AssigneeId: not null, RoleDefinitionId: not null })
        .ToLookup(one => (one.Incident.AssigneeId!.Value, one.Incident.RoleDefinitionId!.Value), one => one.Alert);

    /// <summary>The alert that names it; null where none does. An activation is no assignment.</summary>
    public PimAlert? About(ActiveGrant grant) =>
        grant.State is HopState.Activated ? null : named[(grant.PrincipalId, grant.RoleId)].FirstOrDefault();
}
