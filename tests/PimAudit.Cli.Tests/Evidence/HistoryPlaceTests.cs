using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Cli.Tests.Golden;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Evidence;

/// <summary>A history of which somebody changed a row.</summary>
public sealed class HistoryPlaceTests
{
    [Test]
    public async Task A_history_holds_and_its_end_is_told()
    {
        using var world = new World();
        await using var history = await OfThreeRunsAsync(world);
        var verified = await VerifyAsync(history);

        Assert.That((verified.Holds, verified.Ends.Single().Runs), Is.EqualTo((true, 3)), Text(verified));
    }

    [TestCase("DELETE FROM runs WHERE Number = 2", "The run before it is not here, or its manifest was changed.")]
    [TestCase(
        "UPDATE runs SET run_id = 'other' WHERE Number = 2",
        "The history holds another run id than it recorded."
    )]
    [TestCase(
        "UPDATE manifests SET json = CAST(replace(CAST(json AS TEXT), 'result.json', 'rosult.json') AS BLOB) WHERE Number = 3",
        "The manifest cannot be accepted."
    )]
    [TestCase("DELETE FROM manifests WHERE Number = 3", "The run has no manifest.")]
    [TestCase(
        "UPDATE runs SET manifest_hash = 'x' WHERE Number = 3",
        "The history holds another manifest than it recorded."
    )]
    [TestCase("UPDATE runs SET result_hash = 'x' WHERE Number = 1", "The result in the history cannot be accepted.")]
    public async Task A_changed_row_is_named(string change, string expected)
    {
        using var world = new World();
        await using var history = await OfThreeRunsAsync(world);
        await using (var file = new SqliteConnection($"Data Source={world.PathOf("history.db")};Foreign Keys=False"))
        {
            await file.OpenAsync();
            await using var command = file.CreateCommand();
            command.CommandText = change;
            Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
        }

        Assert.That(
            (await VerifyAsync(history)).Runs.SelectMany(run => run.Problems).Select(problem => problem.Failed),
            Has.Member(expected)
        );
    }

    private static async Task<Verification> VerifyAsync(HistoryDatabase history) =>
        await new Verifier(trusted: null).VerifyAsync(
            await HistoryPlace.AllAsync(history, CancellationToken.None),
            isSingle: false,
            CancellationToken.None
        );

    private static async Task<HistoryDatabase> OfThreeRunsAsync(World world)
    {
        var history = await HistoryDatabase.OpenAsync(
            $"Data Source={world.PathOf("history.db")}",
            TimeProvider.System,
            CancellationToken.None
        );
        var judged = (await Sample.Contoso.AuditAsync()).Result;
        string? previous = null;
        foreach (var day in Enumerable.Range(1, 3))
            previous = await RecordAsync(history, judged, day, previous);
        return history;
    }

    private static async Task<string> RecordAsync(
        HistoryDatabase history,
        AuditResult judged,
        int day,
        string? previous
    )
    {
        var result = judged with
        {
            Run = judged.Run with { Id = day.ToString("x16", CultureInfo.InvariantCulture) },
            Snapshot = judged.Snapshot with { TakenAt = judged.Snapshot.TakenAt.AddDays(day) },
        };
        using var file = new MemoryStream();
        await ResultFile.WriteAsync(result, file, CancellationToken.None);
        var manifest = ManifestFile.Bytes(
            new(
                RunManifest.CurrentSchemaVersion,
                result.Run.Id,
                result.Run.ToolVersion,
                result.Tenant.Id,
                result.Snapshot.Hash,
                result.Profiles[0].Hash,
                result.Run.ConfigurationHash,
                previous,
                result.Snapshot.TakenAt,
                result.Snapshot.TakenAt.AddMinutes(1),
                [new("result.json", file.Length, ManifestFile.HashOf(file.ToArray()))]
            )
        );
        var trend = new EarlierRun(
            result.Run.Id,
            result.Snapshot.TakenAt,
            result.Profiles[0].Name,
            result.Profiles[0].Hash,
            ImmutableSortedDictionary<Severity, int>.Empty,
            NotEvaluated: 0
        );
        await history.RecordAsync(
            new(result, file.ToArray(), manifest, trend, IsIncomplete: false, "/nowhere", Slot: null, Messages: []),
            CancellationToken.None
        );
        return ManifestFile.HashOf(manifest);
    }

    private static string Text(Verification verified) =>
        string.Join("\n", verified.Runs.SelectMany(run => run.Problems));
}
