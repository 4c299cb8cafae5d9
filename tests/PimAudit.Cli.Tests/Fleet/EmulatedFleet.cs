using System.Text;
using PimAudit.GraphEmulator;
using PimAudit.Service;

namespace PimAudit.Cli.Tests.Fleet;

/// <summary>Small generated tenants, each behind a Graph of its own, and the list that names them.</summary>
internal sealed class EmulatedFleet : IAsyncDisposable
{
    private readonly List<GraphEmulatorServer> graphs = [];
    private readonly StringBuilder list = new();

    public World World { get; } = new();

    /// <summary>The tenants, by alias.</summary>
    public Dictionary<string, GeneratedTenant> Tenants { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a tenant to the list.</summary>
    /// <param name="faults">What goes wrong when it is read.</param>
    /// <param name="keys">Further keys of its entry, each line indented by four blanks.</param>
    public async Task<EmulatedFleet> AddAsync(string alias, EmulatorFault[]? faults = null, string keys = "")
    {
        var tenant = GeneratedTenant.Make(
            TenantSize.Small,
            seed: Tenants.Count + 1,
            World.Now,
            domain: $"{alias}-domain.example"
        );
        var graph = await GraphEmulatorServer.StartAsync(tenant.Tenant, new() { Faults = faults ?? [] });
        graphs.Add(graph);
        Tenants.Add(alias, tenant);
        World.With(VariableOf(alias), graph.AccessToken);
        list.Append(
            $$"""
              - alias: {{alias}}
                tenant: {{tenant.Tenant.Id}}
                endpoint: {{graph.BaseAddress}}
                auth: { accessToken: { variable: {{VariableOf(alias)}} } }
                emergencyAccounts: [ {{string.Join(", ", tenant.EmergencyAccounts)}} ]

            """
        );
        if (keys.Length > 0)
            list.AppendLine(keys);
        return this;
    }

    /// <summary>Writes <c>fleet.yaml</c>.</summary>
    /// <param name="head">Its first lines.</param>
    public EmulatedFleet Write(string head = "")
    {
        World.Write(
            "fleet.yaml",
            $"{head}\ndefaults: {{ auth: {{ mode: access-token }}, outputs: {{ formats: [ json ] }} }}\ntenants:\n{list}"
        );
        return this;
    }

    /// <param name="time">Null for a clock that stands still.</param>
    public ITenantScanner Scanner(TimeProvider? time = null)
    {
        var surroundings = World.Surroundings();
        return new TenantScanner(
            FleetFile.Load(path: null, surroundings),
            Threshold.Default,
            outputFolder: null,
            time is null ? surroundings : surroundings with { Time = time }
        );
    }

    public static string VariableOf(string alias) => $"TOKEN_{alias.ToUpperInvariant()}";

    public async ValueTask DisposeAsync()
    {
        foreach (var graph in graphs)
            await graph.DisposeAsync();
        World.Dispose();
    }
}
