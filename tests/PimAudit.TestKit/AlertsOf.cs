using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>PIM's own alerts in a test tenant.</summary>
public static class AlertsOf
{
    /// <summary>An enabled alert without incidents, scanned an hour ago, with a change.</summary>
    /// <param name="name">Such as <c>StaleSignIn</c>; its title is the same.</param>
    public static TenantSnapshot Alert(this TenantSnapshot tenant, string name, Func<PimAlert, PimAlert>? change = null)
    {
        var alert = new PimAlert(
            $"DirectoryRole_{tenant.Tenant.Id:D}_{name}Alert",
            name,
            IsActive: false,
            IsEnabled: true,
            IncidentCount: 0,
            tenant.TakenAt.AddHours(-1),
            "low",
            Threshold: [],
            Incidents: []
        );
        return tenant with { PimAlerts = [.. tenant.PimAlerts, change is null ? alert : change(alert)] };
    }
}
