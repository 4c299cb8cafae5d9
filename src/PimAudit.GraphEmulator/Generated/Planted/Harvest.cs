using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>What planting brought.</summary>
/// <param name="EmergencyAccounts">What belongs under <c>emergencyAccounts</c>.</param>
/// <param name="Configuration">Further lines of the configuration.</param>
/// <param name="Permissions">Of the token that collects; empty for one that does not say.</param>
internal sealed record Harvest(
    ImmutableArray<string> EmergencyAccounts,
    ImmutableArray<PlantedViolation> Planted,
    string Configuration,
    ImmutableArray<string> Permissions
);
