using System.Globalization;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>Every tenant of the fleet behind a port of its own, in a process of its own, so that its memory is not counted.</summary>
internal static class FleetGraphs
{
    public const string Verb = "fleet-graphs";
    public const string Ready = "ready";

    /// <summary>Says the entries of the list, the tokens, then that all are there; ends with its input.</summary>
    public static async Task<int> RunAsync(string tenants)
    {
        var now = TimeProvider.System.GetUtcNow();
        var minute = new DateTimeOffset(
            now.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute,
            TimeSpan.Zero
        );
        var served = new List<GraphEmulatorServer>();
        foreach (var member in FleetMember.Of(int.Parse(tenants, NumberStyles.None, CultureInfo.InvariantCulture)))
        {
            var tenant = member.Make(minute);
            var graph = await GraphEmulatorServer.StartAsync(tenant.Tenant, member.Options(tenant));
            served.Add(graph);
            var token = member.Trouble is Trouble.SignInFails ? $"emulator-{tenant.Tenant.Id}" : graph.AccessToken;
            await Console.Out.WriteLineAsync(
                string.Join('\t', member.Alias, tenant.Tenant.Id, graph.BaseAddress, token, Keys(tenant))
            );
        }

        await Console.Out.WriteLineAsync(Ready);
        await Console.In.ReadToEndAsync();
        await Console.Out.WriteLineAsync(served.Sum(graph => graph.Calls).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Its configuration on one line; the tenant stands in the entry.</summary>
    private static string Keys(GeneratedTenant tenant) => tenant.Configuration.ReplaceLineEndings("\\n");
}
