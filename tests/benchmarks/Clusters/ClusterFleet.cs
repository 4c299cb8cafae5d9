using System.Globalization;
using System.Text;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>Small tenants, each behind a Graph of its own in this process, and the list that names them.</summary>
internal sealed class ClusterFleet : IAsyncDisposable
{
    private const int Minutes = 2;

    private readonly List<(EmulatedTenant Tenant, GraphEmulatorServer Graph)> served = [];
    private readonly string file;
    private readonly string connection;
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);

    private ClusterFleet(string folder, string connection)
    {
        file = Path.Combine(folder, "fleet.yaml");
        this.connection = connection;
    }

    public int Count => served.Count;

    public IEnumerable<Guid> Tenants => served.Select(one => one.Tenant.Id);

    /// <summary>Tenants that were changed since the first round, once for each change.</summary>
    public List<Guid> Changed { get; } = [];

    public static async Task<ClusterFleet> StartAsync(int tenants, string folder, Uri receiver, string connection)
    {
        var fleet = new ClusterFleet(folder, connection);
        var list = new StringBuilder();
        for (var number = 1; number <= tenants; number++)
        {
            var made = GeneratedTenant.Make(TenantSize.Small, number, TimeProvider.System.GetUtcNow());
            var graph = await GraphEmulatorServer.StartAsync(made.Tenant, Options(port: 0, token: null));
            fleet.served.Add((made.Tenant, graph));
            fleet.tokens.Add($"TOKEN_{number}", graph.AccessToken);
            list.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  - alias: tenant-{{number}}
                    tenant: {{made.Tenant.Id}}
                    endpoint: {{graph.BaseAddress}}
                    auth: { accessToken: { variable: TOKEN_{{number}} } }
                    emergencyAccounts: [ {{string.Join(", ", made.EmergencyAccounts)}} ]

                """
            );
        }

        await File.WriteAllTextAsync(fleet.file, Head(folder, receiver) + list);
        return fleet;
    }

    /// <summary>The first slot that is still to come.</summary>
    public static DateTimeOffset SlotAfter(DateTimeOffset time)
    {
        var hour = new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, TimeSpan.Zero);
        return hour.AddMinutes(((int)(time - hour).TotalMinutes / Minutes + 1) * Minutes);
    }

    public ServingProcess Start(string node) => new(node, file, connection, tokens);

    /// <summary>Half of the tenants give somebody a role for good.</summary>
    public async Task ChangeAsync(int round)
    {
        for (var at = round % 2; at < served.Count; at += 2)
        {
            var (tenant, graph) = served[at];
            var (port, token) = (graph.BaseAddress.Port, graph.AccessToken);
            await graph.DisposeAsync();
            var newcomer = $"Newcomer {round}";
            var changed = new TenantBuilder(tenant).User(newcomer).Assign(newcomer, "Global Administrator").Build();
            served[at] = (changed, await GraphEmulatorServer.StartAsync(changed, Options(port, token)));
            Changed.Add(changed.Id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, graph) in served)
            await graph.DisposeAsync();
    }

    /// <summary>A request takes a while, so that scans are under way when a node dies.</summary>
    private static EmulatorOptions Options(int port, string? token) =>
        new()
        {
            Port = port,
            AccessToken = token,
            Latency = TimeSpan.FromMilliseconds(100),
            RecordRequests = false,
        };

    private static string Head(string folder, Uri receiver) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            history: { connection: { variable: CLUSTER_HISTORY } }
            parallel: 4
            serve: { listen: "127.0.0.1:0", lease: 15s }
            schedule: { cron: "0 0/{{Minutes}} * * * ?", jitter: 10s, timeLimit: 90s }
            notifications:
              channels:
                soc: { kind: webhook, url: "{{receiver}}", on: { findings: high, coverageLost: false } }
            defaults:
              auth: { mode: access-token }
              outputs: { directory: {{Path.Combine(folder, "runs")}}, formats: [ json ] }
            tenants:

            """
        );
}
