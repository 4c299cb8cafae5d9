using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PimAudit.Archive;
using PimAudit.Cli;
using PimAudit.Engine;
using PimAudit.GraphEmulator;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>Fills a SQLite history with runs of a typical tenant, and times what people ask it for.</summary>
internal static class HistoryTimes
{
    private const int Usual = 2000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <returns>0 within the limit, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var count = words is [var word] ? int.Parse(word, CultureInfo.InvariantCulture) : Usual;
        var folder = Directory.CreateTempSubdirectory("pimaudit-history-").FullName;
        try
        {
            var connection = $"Data Source={Path.Combine(folder, "history.db")}";
            var typical = await TypicalAsync();
            await using var history = await HistoryDatabase.OpenAsync(connection, TimeProvider.System, default);
            await FillAsync(history, typical, count);
            await history.DisposeAsync();
            var bytes = new FileInfo(Path.Combine(folder, "history.db")).Length;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} runs of {typical.Findings.Length} findings: {bytes >> 20} MB, {bytes / count / 1024.0:0.0} KB a run"
                )
            );
            return await MeasureAsync(connection, typical.Tenant.Id) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<AuditResult> TypicalAsync()
    {
        var archived = await SnapshotFile.ReadAsync(await KeptSnapshot.OfAsync(TenantSize.Typical), default);
        var plan = Plans.Make(SettingsFile.Read($"profile: {Settings.DefaultProfile}", "of the benchmark"));
        return Evaluator.Evaluate(archived.Snapshot, archived.Hash, plan, new("benchmark"));
    }

    /// <summary>An hour after each other; each lacks other findings, and other rows of access.</summary>
    private static async Task FillAsync(HistoryDatabase history, AuditResult typical, int count)
    {
        PastRun? before = null;
        var filling = Stopwatch.StartNew();
        for (var number = 0; number < count; number++)
        {
            var result = typical with
            {
                Run = typical.Run with { Id = number.ToString("x16", CultureInfo.InvariantCulture) },
                Snapshot = typical.Snapshot with { TakenAt = typical.Snapshot.TakenAt.AddHours(number - count) },
                Findings = [.. typical.Findings.Where((_, at) => (at + number) % 50 != 0)],
                Access = [.. typical.Access.Where((_, at) => (at + number) % 200 != 0)],
            };
            before = await history.RecordAsync(await RunAsync(result, before), default);
        }

        Console.WriteLine($"filled: {Seconds(filling)} s");
    }

    private static async Task<RunToRecord> RunAsync(AuditResult result, PastRun? before)
    {
        using var file = new MemoryStream();
        await ResultFile.WriteAsync(result, file, default);
        var bytes = file.ToArray();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var at = result.Snapshot.TakenAt;
        var manifest = new RunManifest(
            RunManifest.CurrentSchemaVersion,
            result.Run.Id,
            result.Run.ToolVersion,
            result.Tenant.Id,
            result.Snapshot.Hash,
            result.Profiles[0].Hash,
            result.Run.ConfigurationHash,
            before?.ManifestHash,
            at,
            at,
            [new("result.json", bytes.Length, hash)]
        );
        return new(
            result,
            bytes,
            JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web),
            EarlierRuns.Summary(result),
            IsIncomplete: false,
            "/runs",
            Slot: null,
            []
        );
    }

    private static async Task<bool> MeasureAsync(string connection, Guid tenant)
    {
        await using var history = await HistoryDatabase.OpenAsync(connection, TimeProvider.System, default);
        var runs = ImmutableArray<PastRun>.Empty;
        var kept = await TimeAsync("list", async () => runs = await history.ListAsync(new(tenant), default));
        kept &= await TimeAsync("trend of 24", () => history.ListAsync(new(tenant, Most: 24), default));
        kept &= await TimeAsync("first seen", () => history.FirstSeenAsync(tenant, default));
        kept &= await TimeAsync(
            "diff",
            async () => EarlierRuns.Between(await ResultAsync(runs[0]), await ResultAsync(runs[^1]))
        );
        return kept;

        async Task<EarlierResult> ResultAsync(PastRun run)
        {
            var read = await history.ResultAsync(run, default);
            return new(read.Result, read.Hash);
        }
    }

    private static async Task<bool> TimeAsync<T>(string what, Func<Task<T>> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        Console.WriteLine($"{what}: {Seconds(watch)} s (limit {Limit.TotalSeconds} s)");
        return watch.Elapsed <= Limit;
    }

    private static string Seconds(Stopwatch watch) =>
        watch.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
