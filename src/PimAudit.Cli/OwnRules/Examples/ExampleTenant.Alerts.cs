using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>PIM's own alerts, as Graph beta tells them.</summary>
internal sealed partial class ExampleTenant
{
    /// <summary>Alerts are no objects of the directory: their ids are words.</summary>
    private readonly Dictionary<string, string> alertIds = new(StringComparer.Ordinal);

    private void Alerts()
    {
        foreach (var given in map.Maps("alerts"))
        {
            tenant = tenant with { PimAlerts = [.. tenant.PimAlerts, Alert(given)] };
            given.RefuseOtherKeys();
        }
    }

    private PimAlert Alert(YamlMap given)
    {
        var name = given.Text("name") ?? "StaleSignInAlert";
        ImmutableArray<PimAlertIncident> incidents = [.. given.Maps("incidents").Select(Incident)];
        alertIds[name] = $"DirectoryRole_{TenantId:D}_{name}";
        return new(
            alertIds[name],
            name,
            given.Flag("active") ?? true,
            Told(given, "enabled", standard: true),
            Math.Max(incidents.Length, given.Number("count") ?? 0),
            given.Text("scanned") is "never" ? null : TakenAt - (Time(given, "scanned") ?? TimeSpan.Zero),
            given.Text("severity") ?? "medium",
            given.Texts("threshold") ?? [],
            incidents
        );
    }

    private PimAlertIncident Incident(YamlMap given)
    {
        var incident = new PimAlertIncident(
            NextId("incident"),
            given.Text("who") is null ? null : Who(given, "who"),
            given.Text("role") is null ? null : Role(given)
        );
        given.RefuseOtherKeys();
        return incident;
    }
}
