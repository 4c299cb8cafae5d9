using System.Diagnostics;
using System.Globalization;
using PimAudit.History;
using PimAudit.TestKit;

namespace PimAudit.Benchmarks;

/// <summary>
/// Two nodes on one PostgreSQL scan many tenants; again and again one of them is killed in the middle of its scans. In the end
/// each tenant has one run for each slot, each change was notified once, and no chain of manifests is broken.
/// </summary>
internal static class Cluster
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    /// <summary>Twice the pause between two looks into the outbox.</summary>
    private static readonly TimeSpan Delivery = TimeSpan.FromSeconds(20);

    /// <returns>0 when everything holds, and where there is no PostgreSQL, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var (tenants, rounds) = (Option(words, "--tenants", 40), Option(words, "--rounds", 5));
        await using var server = await PostgresServer.StartAsync();
        if (server is null)
        {
            Console.WriteLine(PostgresServer.Missing);
            return 0;
        }

        var connection = await server.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("pimaudit-cluster-");
        await using var receiver = await NoticeReceiver.StartAsync();
        await using var fleet = await ClusterFleet.StartAsync(tenants, folder.FullName, receiver.Address, connection);
        await using var history = await HistoryDatabase.OpenAsync(connection, TimeProvider.System, default);
        var nodes = new[] { "node-a", "node-b" }.Select(fleet.Start).ToList();
        try
        {
            var clock = Stopwatch.StartNew();
            var slots = new List<DateTimeOffset>();
            for (var round = 0; round < rounds; round++)
            {
                if (round > 0)
                    await fleet.ChangeAsync(round);
                slots.Add(ClusterFleet.SlotAfter(TimeProvider.System.GetUtcNow()));
                nodes[round % 2] = await KillAsync(fleet, history, nodes[round % 2], slots[round], clock);
            }

            await Task.Delay(Delivery);
            var stopped = await Task.WhenAll(nodes.Select(node => node.StopAsync()));
            Console.WriteLine($"stopped with {string.Join(" and ", stopped)}");
            var problems = await new ClusterCheck(fleet, history, receiver).RunAsync(slots);
            foreach (var problem in problems)
                Console.WriteLine(problem);
            return problems.Count == 0 && stopped.All(code => code == 0) ? 0 : 1;
        }
        finally
        {
            foreach (var node in nodes)
                node.Dispose();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Waits for a slot that is half scanned, kills the node, starts it again, and waits until the slot is whole.</summary>
    private static async Task<ServingProcess> KillAsync(
        ClusterFleet fleet,
        HistoryDatabase history,
        ServingProcess node,
        DateTimeOffset slot,
        Stopwatch clock
    )
    {
        await UntilAsync(history, slot, fleet.Count / 3, node);
        var scanning = node.Scanning;
        node.Kill();
        var killed = TimeProvider.System.GetUtcNow();
        var done = await DoneAsync(history, slot);
        var next = fleet.Start(node.Name);
        await UntilAsync(history, slot, fleet.Count, scanning: null);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{slot:HH:mm} at {clock.Elapsed.TotalSeconds:0} s: {node.Name} killed in {scanning} scans, {done} of {fleet.Count} tenants done; all done {(TimeProvider.System.GetUtcNow() - killed).TotalSeconds:0} s later"
            )
        );
        return next;
    }

    /// <param name="scanning">A node that must be at work then; null for none.</param>
    private static async Task UntilAsync(
        HistoryDatabase history,
        DateTimeOffset slot,
        int least,
        ServingProcess? scanning
    )
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await DoneAsync(history, slot) < least || scanning is { Scanning: 0 })
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
    }

    private static async Task<int> DoneAsync(HistoryDatabase history, DateTimeOffset slot) =>
        (await history.ListAsync(new(Since: slot), default)).Count(run => run.Slot == slot);

    private static int Option(string[] words, string name, int usual) =>
        Array.IndexOf(words, name) is >= 0 and var at
            ? int.Parse(words[at + 1], NumberStyles.None, CultureInfo.InvariantCulture)
            : usual;
}
