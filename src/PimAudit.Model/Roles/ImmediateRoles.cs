using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Roles of services outside the directory, which learn of an activated role at once and of a membership late.</summary>
/// <remarks>Source: Exchange, SharePoint and Purview roles of the built-in role list; a test compares the names.</remarks>
public static class ImmediateRoles
{
    /// <summary>Template ids.</summary>
    public static ImmutableArray<Guid> All { get; } =
    [
        WellKnownRoles.ExchangeAdministrator,
        new("31392ffb-586c-42d1-9346-e59415a2cc4e"), // Exchange Recipient Administrator
        WellKnownRoles.SharePointAdministrator,
        new("17315797-102d-40b4-93e0-432062caca18"), // Compliance Administrator
        new("e6d1a23a-da11-4be4-9570-befc86d067a7"), // Compliance Data Administrator
        new("3f04f91a-4ad7-4bd3-bcfa-49882ea1a88a"), // Purview Workload Content Administrator
        new("e07494ad-1654-4dd2-922e-6f81a71bf00f"), // Purview Workload Content Reader
        new("02d5655b-c1cf-4e5f-98da-5fb919085bf6"), // Purview Workload Content Writer
    ];
}
