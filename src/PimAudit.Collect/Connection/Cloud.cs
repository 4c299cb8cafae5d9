using System.Collections.Immutable;
using Azure.Identity;

namespace PimAudit.Collect;

/// <summary>A national cloud: Graph address, scope and authority belong together.</summary>
/// <param name="Name">As the configuration writes it.</param>
/// <param name="Graph">Graph without version.</param>
/// <param name="Authority">Where tokens come from.</param>
public sealed record Cloud(string Name, Uri Graph, Uri Authority)
{
    public static readonly Cloud Global = new(
        "global",
        new("https://graph.microsoft.com"),
        AzureAuthorityHosts.AzurePublicCloud
    );

    /// <summary>US Government L4 (GCC High).</summary>
    public static readonly Cloud UsGov = new(
        "usgov",
        new("https://graph.microsoft.us"),
        AzureAuthorityHosts.AzureGovernment
    );

    /// <summary>US Government L5 (DoD).</summary>
    public static readonly Cloud UsGovDod = new(
        "usgovdod",
        new("https://dod-graph.microsoft.us"),
        AzureAuthorityHosts.AzureGovernment
    );

    /// <summary>China, operated by 21Vianet.</summary>
    public static readonly Cloud China = new(
        "china",
        new("https://microsoftgraph.chinacloudapi.cn"),
        AzureAuthorityHosts.AzureChina
    );

    public static ImmutableArray<Cloud> All { get; } = [Global, UsGov, UsGovDod, China];

    public GraphEndpoint Endpoint => new(Graph);

    /// <summary>All that was consented to.</summary>
    public string Scope => Graph.GetLeftPart(UriPartial.Authority) + "/.default";

    /// <exception cref="ArgumentException">No cloud has this name.</exception>
    public static Cloud Named(string name) =>
        All.FirstOrDefault(cloud => string.Equals(cloud.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"There is no cloud '{name}'. Known are {string.Join(", ", All.Select(cloud => cloud.Name))}.",
            nameof(name)
        );
}
