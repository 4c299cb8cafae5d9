using System.Globalization;
using System.Security.Cryptography;
using PimAudit.History;

namespace PimAudit.Benchmarks;

/// <summary>What must be true after nodes were killed.</summary>
internal static class ClusterCheck
{
    /// <returns>What is not true.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        ClusterFleet fleet,
        HistoryDatabase history,
        NoticeReceiver receiver,
        int rounds
    )
    {
        var problems = new List<string>();
        var (runs, slots) = (0, new HashSet<DateTimeOffset>());
        foreach (var tenant in fleet.Tenants)
        {
            var past = (await history.ListAsync(new(tenant), default)).OrderBy(run => run.Number).ToList();
            runs += past.Count;
            slots.UnionWith(past.Select(run => run.Slot ?? default));
            foreach (var twice in past.GroupBy(run => run.Slot).Where(same => same.Key is null || same.Count() != 1))
                problems.Add($"{tenant}: {twice.Count()} runs for {twice.Key:u}");
            if (past.Count < rounds)
                problems.Add($"{tenant}: {past.Count} runs for {rounds} slots");
            await ChainAsync(history, tenant, past, problems);
        }

        var expected = fleet.Count + fleet.Changed.Count;
        var news = receiver.Messages.Count(message => message.Value.Contains("newFindings", StringComparison.Ordinal));
        if (news != expected)
            problems.Add($"{news} notifications of {expected} changes");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fleet.Count} tenants, {slots.Count} slots, {runs} runs; {receiver.Posts} posts of {receiver.Messages.Count} messages, {news} about {expected} changes"
            )
        );
        return problems;
    }

    /// <summary>Each manifest names the one before it, and is the one that was hashed.</summary>
    private static async Task ChainAsync(
        HistoryDatabase history,
        Guid tenant,
        List<PastRun> past,
        List<string> problems
    )
    {
        string? before = null;
        foreach (var run in past)
        {
            if (run.Previous != before)
                problems.Add($"{tenant}: run {run.Number} names another run before it");
            var bytes = await history.ManifestAsync(run, default);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != run.ManifestHash)
                problems.Add($"{tenant}: the manifest of run {run.Number} is another");
            before = run.ManifestHash;
        }
    }
}
