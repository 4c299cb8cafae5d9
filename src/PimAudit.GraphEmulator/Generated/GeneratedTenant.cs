using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>A made-up tenant of a given size. The same size and seed give the same tenant, byte for byte.</summary>
/// <param name="EmergencyAccounts">What belongs under <c>emergencyAccounts</c> in the configuration.</param>
/// <param name="Planted">The whole list of findings, each once; empty where nothing was planted.</param>
/// <remarks>Nothing in it is real. Without planted violations it keeps to the document in every line.</remarks>
public sealed record GeneratedTenant(
    EmulatedTenant Tenant,
    ImmutableArray<string> EmergencyAccounts,
    ImmutableArray<PlantedViolation> Planted
)
{
    private static readonly string[] Companies =
    [
        "Fabrikam",
        "Contoso",
        "Adatum",
        "Northwind",
        "Tailspin",
        "Wingtip",
        "Litware",
        "Proseware",
    ];

    /// <summary>
    /// The token to serve the tenant with, of an application that may do more than read; null for the emulator's own, which
    /// does not say what it permits.
    /// </summary>
    public string? AccessToken { get; private init; }

    /// <summary>What the planted violations need of the configuration, as further lines.</summary>
    private string Further { get; init; } = "";

    /// <summary>Text of the <c>pimaudit.yaml</c> that belongs to the tenant.</summary>
    public string Configuration =>
        $"""
            # {Tenant.DisplayName}: a generated tenant.
            tenant: {Tenant.Id}
            emergencyAccounts: [{string.Join(", ", EmergencyAccounts)}]
            {Further}
            """;

    /// <param name="seed">Varies names, dates, and who has what.</param>
    /// <param name="now">The present of the tenant, UTC; null: that of <see cref="SampleTenants"/>.</param>
    /// <param name="planted">
    /// Plants at least one violation of every rule, each on objects of its own, on top of the figures; with it come groups
    /// nested six deep and in circles.
    /// </param>
    /// <param name="domain">Of all names that sign in; null: one of a few, which other tenants may have too.</param>
    public static GeneratedTenant Make(
        TenantSize size,
        int seed,
        DateTimeOffset? now = null,
        bool planted = false,
        string? domain = null
    )
    {
        var moment = now ?? SampleTenants.FabrikamNow;
        var random = new SplitMix64((ulong)(uint)seed << 8 | (byte)size);
        var company = random.Pick(Companies);
        var (figures, shape) = (TenantFigures.Of(size), TenantShape.Of(size));
        var plan = new TeamPlanner(figures, shape, random).Make();
        var activations = new GeneratedActivations(plan, moment);
        var name = string.Create(CultureInfo.InvariantCulture, $"{company} {size} {seed}");
        var builder = TenantBuilder
            .Create(name, moment, domain ?? $"{company.ToLowerInvariant()}.example")
            .With(new PlannedTenant(plan, activations, random).Write);
        var harvest = planted
            ? new Garden(builder, plan).Plant()
            : new([Id(TenantPlan.EmergencyOne), Id(TenantPlan.EmergencyTwo)], [], "", []);
        var tenant = builder.Build();
        tenant.Audits.Log = new GeneratedAuditLog(tenant, plan, activations);
        return new(tenant, harvest.EmergencyAccounts, harvest.Planted)
        {
            AccessToken = harvest.Permissions.IsEmpty ? null : EmulatorToken.With(tenant, harvest.Permissions),
            Further = harvest.Configuration,
        };

        string Id(string account) => builder.Id(account).ToString();
    }
}
