using System.Globalization;
using System.Security.Cryptography;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>What must be true after nodes were killed.</summary>
internal sealed class ClusterCheck(ClusterFleet fleet, HistoryDatabase history, NoticeReceiver receiver)
{
    private readonly List<string> problems = [];

    /// <param name="slots">That were waited for.</param>
    /// <returns>What is not true.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyCollection<DateTimeOffset> slots)
    {
        var (runs, news) = (0, 0);
        foreach (var tenant in fleet.Tenants)
        {
            var past = (await history.ListAsync(new(tenant), default)).OrderBy(run => run.Number).ToList();
            runs += past.Count;
            foreach (
                var slot in past.Select(run => run.Slot).Concat(slots.Select(one => (DateTimeOffset?)one)).Distinct()
            )
                if (past.Count(run => run.Slot == slot) is var times && (times != 1 || slot is null))
                    problems.Add($"{tenant}: {times} runs for {slot:u}");
            await ChainAsync(tenant, past);
            news += await NewsAsync(tenant, past);
        }

        if (receiver.Keys != news)
            problems.Add($"{receiver.Keys} notifications for {news} changes");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fleet.Count} tenants, {slots.Count} slots waited for, {runs} runs; {news} changes, {receiver.Keys} notifications, posted {receiver.Posts} times"
            )
        );
        return problems;
    }

    /// <summary>Each manifest names the one before it, and is the one that was hashed.</summary>
    private async Task ChainAsync(Guid tenant, List<PastRun> past)
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

    /// <summary>A run with a grave finding that the run before did not have was told once, and every planted change is one.</summary>
    private async Task<int> NewsAsync(Guid tenant, List<PastRun> past)
    {
        var news = new List<DateTimeOffset?>();
        HashSet<string>? before = null;
        foreach (var run in past)
        {
            var result = (await history.ResultAsync(run, default)).Result;
            var grave = result.Findings.Where(IsGrave).Select(finding => finding.Fingerprint).ToHashSet();
            if (!grave.IsSubsetOf(before ?? []))
                news.Add(run.Slot);
            before = grave;
        }

        if (!receiver.SlotsOf(tenant).Order().SequenceEqual(news.Order()))
            problems.Add($"{tenant}: told {receiver.SlotsOf(tenant).Count()} times of {news.Count} changes");
        if (news.Count(slot => slot != past[0].Slot) is var later && later != fleet.Changed.Count(tenant.Equals))
            problems.Add($"{tenant}: {later} changes found of {fleet.Changed.Count(tenant.Equals)} planted");
        return news.Count;
    }

    private static bool IsGrave(Finding finding) =>
        finding.Severity >= Severity.High && finding.Status is (FindingStatus.Open or FindingStatus.New);
}
