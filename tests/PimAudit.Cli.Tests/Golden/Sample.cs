using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>A sample tenant with its configuration: served, read over HTTP, all there is, and judged as <c>scan</c> does.</summary>
internal sealed record Sample(EmulatedTenant Tenant, string Configuration)
{
    public static Sample Contoso { get; } = new(SampleTenants.Contoso(), SampleTenants.ContosoConfiguration);

    public static Sample Fabrikam { get; } = new(SampleTenants.Fabrikam(), SampleTenants.FabrikamConfiguration);

    /// <summary>The same with something changed.</summary>
    public Sample With(Func<TenantBuilder, TenantBuilder> change) =>
        this with
        {
            Tenant = change(new TenantBuilder(Tenant)).Build(),
        };

    public Task<Audited> AuditAsync(params EmulatorFault[] faults) =>
        AuditAsync(new EmulatorOptions { Faults = faults });

    public async Task<Audited> AuditAsync(EmulatorOptions emulator)
    {
        var settings = SettingsFile.Read(Configuration, "of the sample tenant");
        var snapshot = await CollectAsync(settings, emulator);
        return new(snapshot, Judge(settings, snapshot, new string('0', 64)));
    }

    /// <param name="hash">Of the snapshot.</param>
    public AuditResult Judge(TenantSnapshot snapshot, string hash) =>
        Judge(SettingsFile.Read(Configuration, "of the sample tenant"), snapshot, hash);

    private static AuditResult Judge(Settings settings, TenantSnapshot snapshot, string hash) =>
        Evaluator.Evaluate(snapshot, hash, Plans.Make(settings), new(Product.Version));

    private async Task<TenantSnapshot> CollectAsync(Settings settings, EmulatorOptions emulator)
    {
        await using var server = await GraphEmulatorServer.StartAsync(Tenant, emulator);
        using var connection = new GraphConnection(
            new GraphEndpoint(server.BaseAddress),
            new StaticToken(server.AccessToken)
        );
        var options = new CollectionOptions
        {
            Tenant = settings.Tenant,
            EmergencyAccounts = settings.Audit.EmergencyAccounts,
            GroupNamePrefix = NamingConvention.Prefix(Plans.Make(settings)),
            Scope = new() { Beta = true, GroupSchedules = true },
            ToolVersion = Product.Version,
        };
        var collector = new TenantCollector(connection, options, new ImpatientTime(Tenant.Now));
        var snapshot = await collector.CollectAsync(progress: null, CancellationToken.None);
        return snapshot with
        {
            // The port is another each time.
            Collection = snapshot.Collection with
            {
                Endpoint = "the sample tenant",
            },
        };
    }
}
