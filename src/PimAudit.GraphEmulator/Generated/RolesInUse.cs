using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Which roles are in use in a generated tenant, by what they are used for. No role stands in two lists.</summary>
/// <param name="Core">The highest roles: few people, approval, an authentication context.</param>
/// <param name="Bundle">Roles of Approach 2: none is privileged or must take effect at once.</param>
/// <param name="Unit">Roles that are granted for administrative units.</param>
/// <param name="Wide">Roles of Approach 1 for the whole tenant.</param>
/// <param name="Custom">Custom roles of Approach 1, for administrative units.</param>
/// <param name="Services">Roles that only workloads hold.</param>
internal sealed record RolesInUse(
    ImmutableArray<string> Core,
    ImmutableArray<string> Bundle,
    ImmutableArray<string> Unit,
    ImmutableArray<string> Wide,
    ImmutableArray<string> Custom,
    ImmutableArray<string> Services
)
{
    public const string GlobalAdministrator = "Global Administrator";
    public const string Readers = "Directory Readers";
    public const string Synchronisation = "Directory Synchronization Accounts";

    /// <summary>Must take effect at once, and no team of a generated tenant has it: violations are planted on it.</summary>
    public const string Spare = "Purview Workload Content Reader";

    private const string SynchronisationService = "On Premises Directory Sync Account";

    private static readonly ImmutableArray<string> Highest =
    [
        GlobalAdministrator,
        "Privileged Role Administrator",
        "Security Administrator",
        "Conditional Access Administrator",
        "Application Administrator",
        "Cloud Application Administrator",
        "Privileged Authentication Administrator",
    ];

    private static readonly ImmutableArray<string> Bundled =
    [
        "Reports Reader",
        "Message Center Reader",
        "Usage Summary Reports Reader",
        "Service Support Administrator",
        "License Administrator",
        "Teams Communications Support Specialist",
        "Teams Communications Support Engineer",
        "Teams Communications Administrator",
        "Teams Devices Administrator",
        "Teams Telephony Administrator",
        "Teams Reader",
        "Search Editor",
        "Search Administrator",
        "Printer Technician",
        "Printer Administrator",
        "Office Apps Administrator",
        "Network Administrator",
        "Insights Analyst",
        "Insights Business Leader",
        "Insights Administrator",
        "Knowledge Manager",
        "Knowledge Administrator",
        "Desktop Analytics Administrator",
        "Virtual Visits Administrator",
        "Viva Goals Administrator",
        "Windows Update Deployment Administrator",
        "Edge Administrator",
        "Guest Inviter",
    ];

    private static readonly ImmutableArray<string> ForUnits =
    [
        "Helpdesk Administrator",
        "Authentication Administrator",
        "User Administrator",
        "Groups Administrator",
        "Password Administrator",
        "Cloud Device Administrator",
        "Teams Administrator",
        "SharePoint Administrator",
    ];

    private const string Exchange = "Exchange Administrator";

    /// <summary>Everything that a team of Approach 1 may hold.</summary>
    public IEnumerable<string> OfApproach1 => [.. Core, .. Unit, .. Wide, .. Custom];

    public static RolesInUse Choose(TenantFigures figures, TenantShape shape, SplitMix64 random)
    {
        ImmutableArray<string> core = shape.CoreTeams == 1 ? Highest[..3] : Highest;
        ImmutableArray<string> bundle = [.. random.Shuffled(Bundled).Take(shape.BundleRoles)];
        var unit = ForUnits[..shape.UnitRoles];
        ImmutableArray<string> services = shape.IsEveryRoleInUse ? [Readers, Spare, SynchronisationService] : [Readers];
        var chosen = core.Length + bundle.Length + unit.Length + services.Length + (shape.HasSynchronisation ? 1 : 0);
        return new(
            core,
            bundle,
            unit,
            [Exchange, .. random.Shuffled(Others).Take(figures.BuiltInRoles - chosen - 1)],
            [.. Enumerable.Range(1, figures.CustomRoles).Select(CustomName)],
            services
        );
    }

    private static IEnumerable<string> Others =>
        BuiltInRoleList
            .Rows.Where(role => role.Assignable)
            .Select(role => role.DisplayName)
            .Except(
                [
                    .. Highest,
                    .. Bundled,
                    .. ForUnits,
                    Readers,
                    Spare,
                    Synchronisation,
                    SynchronisationService,
                    Exchange,
                ],
                StringComparer.Ordinal
            );

    private static string CustomName(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Regional Operator {number:D3}");
}
