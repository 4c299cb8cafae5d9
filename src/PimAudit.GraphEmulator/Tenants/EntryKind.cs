using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Kinds of directory objects that the emulator keeps.</summary>
internal enum EntryKind
{
    User,
    Group,
    ServicePrincipal,
    AdministrativeUnit,
    Application,
}

/// <summary>A directory object.</summary>
internal sealed record DirectoryEntry(EntryKind Kind, JsonObject Body)
{
    /// <summary>Name of the type in <c>@odata.type</c>.</summary>
    public string GraphType =>
        Kind switch
        {
            EntryKind.User => "user",
            EntryKind.Group => "group",
            EntryKind.ServicePrincipal => "servicePrincipal",
            EntryKind.Application => "application",
            _ => "administrativeUnit",
        };
}
