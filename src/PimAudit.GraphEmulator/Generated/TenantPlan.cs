using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>Who is in a generated tenant and who may do what: names only, before anything is written as Graph would.</summary>
/// <param name="Core">Teams of Approach 1 for the highest roles.</param>
/// <param name="Wide">Teams of Approach 1 for everyday work.</param>
/// <param name="Bundles">Teams of Approach 2.</param>
/// <param name="People">Everybody who is in a team, by team.</param>
/// <param name="Approvers">Two living people, who also review.</param>
/// <param name="AskingRoles">Roles whose activation waits for an approver.</param>
internal sealed record TenantPlan(
    TenantFigures Figures,
    TenantShape Shape,
    RolesInUse Roles,
    ImmutableArray<string> Units,
    ImmutableArray<Team> Core,
    ImmutableArray<Team> Wide,
    ImmutableArray<Team> Bundles,
    ImmutableArray<string> People,
    ImmutableArray<string> Approvers,
    ImmutableHashSet<string> AskingRoles
)
{
    public const string EmergencyOne = "Emergency Access One";
    public const string EmergencyTwo = "Emergency Access Two";
    public const string SynchronisationAccount = "On-Premises Directory Synchronization Service Account";
    public const string ApproverGroup = "RAG - Privileged Access Approvers";

    /// <summary>The teams whose members activate a role themselves.</summary>
    public ImmutableArray<Team> OfApproach1 { get; } = [.. Core, .. Wide];

    /// <summary>Rows of active assignments of bundles.</summary>
    public int BundleGrants => Bundles.Sum(bundle => bundle.Grants.Length);
}
