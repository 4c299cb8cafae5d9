using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Writes the parts of an audit event that say who and what.</summary>
internal static class AuditBodies
{
    public static JsonObject By(Guid id, string name, DirectoryEntry? entry) =>
        entry?.Kind is EntryKind.ServicePrincipal
            ? new JsonObject { ["user"] = null, ["app"] = App(entry.Body.Text("appId"), name, id.ToString()) }
            : new JsonObject
            {
                ["user"] = new JsonObject
                {
                    ["id"] = id.ToString(),
                    ["displayName"] = name,
                    ["userPrincipalName"] = entry?.Body.Text("userPrincipalName"),
                    ["ipAddress"] = "",
                },
                ["app"] = null,
            };

    public static JsonObject ByService(string name) =>
        new() { ["user"] = null, ["app"] = App(appId: null, name, servicePrincipalId: null) };

    public static JsonObject Role(Guid id, string name) => Target(id, name, "Role", userPrincipalName: null);

    /// <summary>A directory object; of what was never here, the service knows a user's id only.</summary>
    public static JsonObject Target(Guid id, string name, DirectoryEntry? entry) =>
        entry?.Kind switch
        {
            null => Target(id, name: null, "User", userPrincipalName: null),
            EntryKind.User => Target(id, name, "User", entry.Body.Text("userPrincipalName")),
            EntryKind.Group => Target(id, name, "Group", userPrincipalName: null),
            EntryKind.ServicePrincipal => Target(id, name, "ServicePrincipal", userPrincipalName: null),
            _ => Target(id, name, "Other", userPrincipalName: null),
        };

    private static JsonObject Target(Guid id, string? name, string type, string? userPrincipalName) =>
        new()
        {
            ["id"] = id.ToString(),
            ["displayName"] = name,
            ["type"] = type,
            ["userPrincipalName"] = userPrincipalName,
            ["groupType"] = null,
            ["modifiedProperties"] = new JsonArray(),
        };

    private static JsonObject App(string? appId, string name, string? servicePrincipalId) =>
        new()
        {
            ["appId"] = appId,
            ["displayName"] = name,
            ["servicePrincipalId"] = servicePrincipalId,
            ["servicePrincipalName"] = null,
        };
}
