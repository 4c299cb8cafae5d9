using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>A Graph that can be read: the tenant's, or the sample tenant served by this process.</summary>
internal sealed class OpenTenant : IAsyncDisposable
{
    public const string SampleOrigin = "the sample tenant, served by this process";

    private readonly GraphEmulatorServer? emulator;
    private readonly GraphConnection connection;
    private readonly TimeProvider time;

    private OpenTenant(GraphConnection connection, TimeProvider time, GraphEmulatorServer? emulator)
    {
        this.connection = connection;
        this.time = time;
        this.emulator = emulator;
    }

    /// <exception cref="Failure">Nobody said how to sign in, or the endpoint cannot be used.</exception>
    public static async Task<OpenTenant> OpenAsync(
        Settings settings,
        bool demo,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        if (!demo)
            return new(GraphAccess.Connect(settings, surroundings), surroundings.Time, emulator: null);

        var sample = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), cancellationToken: cancellation);
        var graph = new GraphConnection(new(sample.BaseAddress), new StaticToken(sample.AccessToken));
        return new(graph, new FixedTime(SampleTenants.ContosoNow), sample);
    }

    /// <param name="journal">Null to keep what is read in memory.</param>
    public async Task<TenantSnapshot> CollectAsync(
        Run run,
        CollectionJournal? journal,
        IProgress<CollectionProgress> progress,
        CancellationToken cancellation
    )
    {
        var snapshot = await new TenantCollector(connection, Options(run), time, journal).CollectAsync(
            progress,
            cancellation
        );
        return emulator is null
            ? snapshot
            : snapshot with
            {
                Collection = snapshot.Collection with { Endpoint = SampleOrigin },
            };
    }

    /// <summary>Reads again what a question touches; <paramref name="old"/> stays as it is.</summary>
    public Task<Refreshed> RefreshAsync(
        Run run,
        TenantSnapshot old,
        Touched touched,
        IProgress<CollectionProgress> progress,
        CancellationToken cancellation
    ) => new TenantRefresher(connection, Options(run), time).RefreshAsync(old, touched, progress, cancellation);

    public Task<Examination> ExamineAsync(Run run, CancellationToken cancellation) =>
        new TenantDoctor(connection, Options(run), time).ExamineAsync(cancellation);

    public Task<TenantSnapshot> ReadGlobalAdministratorsAsync(Settings settings, CancellationToken cancellation) =>
        new GlobalAdministrators(
            connection,
            new() { Tenant = settings.Tenant, ToolVersion = Product.Version },
            time
        ).ReadAsync(cancellation);

    private CollectionOptions Options(Run run)
    {
        var usual = new CollectionOptions { ToolVersion = Product.Version };
        return usual with
        {
            Tenant = run.ExpectedTenant,
            EmergencyAccounts = run.Settings.Audit.EmergencyAccounts,
            Scope = run.Settings.Scope,
            GroupNamePrefix = NamingConvention.Prefix(run.Plan),
            Timeout = run.Timeout,
            MaxThrottleWait = run.MaxThrottleWait ?? usual.MaxThrottleWait,
            IsPaced = emulator is null,
        };
    }

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        if (emulator is not null)
            await emulator.DisposeAsync();
    }
}
