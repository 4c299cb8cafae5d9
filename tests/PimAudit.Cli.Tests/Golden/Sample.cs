using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>A sample tenant with its configuration: served, read over HTTP and judged as <c>scan</c> does.</summary>
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

    /// <summary>The same with lines added to its configuration, or with those of one key replaced.</summary>
    public Sample Configured(Func<string, string> change) => this with { Configuration = change(Configuration) };

    public async Task<Audited> AuditAsync(params EmulatorFault[] faults)
    {
        var settings = SettingsFile.Read(Configuration, "of the sample tenant");
        var snapshot = await CollectAsync(settings, faults);
        return new(snapshot, Judge(settings, snapshot, new string('0', 64)));
    }

    public Task<TenantSnapshot> CollectAsync(params EmulatorFault[] faults) =>
        CollectAsync(SettingsFile.Read(Configuration, "of the sample tenant"), faults);

    /// <param name="hash">Of the snapshot.</param>
    public AuditResult Judge(TenantSnapshot snapshot, string hash) =>
        Judge(SettingsFile.Read(Configuration, "of the sample tenant"), snapshot, hash);

    private static AuditResult Judge(Settings settings, TenantSnapshot snapshot, string hash) =>
        Evaluator.Evaluate(snapshot, hash, Plans.Make(settings), new(Product.Version));

    private async Task<TenantSnapshot> CollectAsync(Settings settings, EmulatorFault[] faults)
    {
        await using var server = await GraphEmulatorServer.StartAsync(Tenant, new EmulatorOptions { Faults = faults });
        using var connection = new GraphConnection(
            new GraphEndpoint(server.BaseAddress),
            new StaticToken(server.AccessToken)
        );
        var options = new CollectionOptions
        {
            Tenant = settings.Tenant,
            EmergencyAccounts = settings.Audit.EmergencyAccounts,
            ToolVersion = Product.Version,
        };
        var collector = new TenantCollector(connection, options, new ImpatientTime(Tenant.Now));
        return await collector.CollectAsync(progress: null, CancellationToken.None);
    }
}
