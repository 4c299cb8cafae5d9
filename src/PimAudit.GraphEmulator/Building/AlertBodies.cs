using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Writes PIM's alerts, with what <c>$expand</c> adds to them.</summary>
internal static class AlertBodies
{
    private const string Type = "#microsoft.graph.";

    public static readonly string[] Names =
    [
        "InvalidLicenseAlert",
        "NoMfaOnRoleActivationAlert",
        "RedundantAssignmentAlert",
        "RolesAssignedOutsidePimAlert",
        "SequentialActivationRenewalsAlert",
        "StaleSignInAlert",
        "TooManyGlobalAdminsAssignedToTenantAlert",
    ];

    public static JsonObject Alert(
        EmulatedTenant tenant,
        string name,
        bool isActive,
        bool isEnabled,
        IReadOnlyList<JsonObject> incidents
    )
    {
        var id = $"DirectoryRole_{tenant.Id}_{name}";
        return new JsonObject
        {
            ["id"] = id,
            ["alertDefinitionId"] = id,
            ["scopeId"] = "/",
            ["scopeType"] = "DirectoryRole",
            ["incidentCount"] = incidents.Count,
            ["isActive"] = isActive,
            ["lastModifiedDateTime"] = isActive ? Rows.Moment(tenant.Now.AddDays(-1)) : "0001-01-01T08:00:00Z",
            ["lastScannedDateTime"] = Rows.Moment(tenant.Now.AddHours(-6)),
            ["alertDefinition"] = Definition(id, name),
            ["alertConfiguration"] = Configuration(id, name, isEnabled),
            ["alertIncidents"] = new JsonArray([.. incidents]),
        };
    }

    /// <summary>An incident about a principal, or where the alert is about settings, about a role.</summary>
    public static JsonObject Incident(string alert, string name, Guid id, DirectoryEntry? principal)
    {
        var incident = new JsonObject
        {
            ["@odata.type"] = Type + Camel(TypeName(alert)) + "AlertIncident",
            ["id"] = id.ToString(),
        };
        if (alert is "NoMfaOnRoleActivationAlert")
        {
            incident["roleDisplayName"] = name;
            incident["roleTemplateId"] = id.ToString();
            return incident;
        }

        incident["assigneeId"] = id.ToString();
        incident["assigneeDisplayName"] = name;
        incident["assigneeUserPrincipalName"] = principal?.Body.Text("userPrincipalName");
        return incident;
    }

    private static JsonObject Definition(string id, string name) =>
        new()
        {
            ["id"] = id,
            ["displayName"] = Title(name),
            ["scopeType"] = "DirectoryRole",
            ["scopeId"] = "/",
            ["description"] = Title(name),
            ["severityLevel"] = name is "RolesAssignedOutsidePimAlert" or "NoMfaOnRoleActivationAlert" ? "high" : "low",
            ["securityImpact"] = "",
            ["mitigationSteps"] = "",
            ["howToPrevent"] = "",
            ["isRemediatable"] = name is not ("InvalidLicenseAlert" or "NoMfaOnRoleActivationAlert"),
            ["isConfigurable"] =
                name
                    is "SequentialActivationRenewalsAlert"
                        or "StaleSignInAlert"
                        or "TooManyGlobalAdminsAssignedToTenantAlert",
        };

    private static JsonObject Configuration(string id, string name, bool isEnabled)
    {
        var configuration = new JsonObject
        {
            ["@odata.type"] = Type + Camel(TypeName(name)) + "AlertConfiguration",
            ["id"] = id,
            ["alertDefinitionId"] = id,
            ["scopeType"] = "DirectoryRole",
            ["scopeId"] = "/",
            ["isEnabled"] = isEnabled,
        };
        if (name is "TooManyGlobalAdminsAssignedToTenantAlert")
        {
            configuration["globalAdminCountThreshold"] = 3;
            configuration["percentageOfGlobalAdminsOutOfRolesThreshold"] = 10;
        }

        return configuration;
    }

    /// <summary>The types of one alert spell out what its id abbreviates.</summary>
    private static string TypeName(string alert) =>
        alert is "RolesAssignedOutsidePimAlert"
            ? "RolesAssignedOutsidePrivilegedIdentityManagement"
            : alert[..^"Alert".Length];

    private static string Title(string name) =>
        name switch
        {
            "InvalidLicenseAlert" => "The organization doesn't have Microsoft Entra ID P2",
            "NoMfaOnRoleActivationAlert" => "Roles don't require multi-factor authentication for activation",
            "RedundantAssignmentAlert" => "Administrators aren't using their privileged roles",
            "RolesAssignedOutsidePimAlert" => "Roles are being assigned outside of Privileged Identity Management",
            "SequentialActivationRenewalsAlert" => "Roles are being activated too frequently",
            "StaleSignInAlert" => "Potential stale accounts in a privileged role",
            _ => "There are too many global administrators",
        };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
