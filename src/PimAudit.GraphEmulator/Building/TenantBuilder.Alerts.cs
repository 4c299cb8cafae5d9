namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>The state of one of PIM's seven alerts, which without this are enabled and inactive.</summary>
    /// <param name="name">Such as <c>RolesAssignedOutsidePim</c>, with or without <c>Alert</c> at its end.</param>
    /// <param name="incidents">Names of the principals or roles that it points at.</param>
    public TenantBuilder PimAlert(string name, bool isActive, bool isEnabled = true, params string[] incidents)
    {
        var full = name.EndsWith("Alert", StringComparison.Ordinal) ? name : name + "Alert";
        var index = Array.IndexOf(AlertBodies.Names, full);
        if (index < 0)
            throw new ArgumentException($"PIM has no alert '{name}'.", nameof(name));
        Tenant.Documents.PimAlerts[index] = AlertBodies.Alert(
            Tenant,
            full,
            isActive,
            isEnabled,
            [.. incidents.Select(incident => AlertBodies.Incident(full, incident, Id(incident), Found(incident)))]
        );
        return this;
    }

    /// <summary>
    /// Lists the group as enabled in PIM, which groups with PIM rows or changed settings are without this. A
    /// <see cref="Foreign"/>, deleted or purged group stays in the list, as the service keeps it.
    /// </summary>
    public TenantBuilder PimEnabled(string group)
    {
        Tenant.GroupPim.Enabled.Add(Id(group));
        return this;
    }

    /// <summary>Says whether Microsoft flags the role as privileged, as beta tells; without this custom roles are not.</summary>
    public TenantBuilder Privileged(string role, bool isPrivileged = true) =>
        Body(role, body => body["isPrivileged"] = isPrivileged);
}
