using System.Text;
using NUnit.Framework;

namespace PimAudit.History.Tests.Retention;

public sealed class RetentionTests(Kind kind) : DatabaseTests(kind)
{
    [Test]
    public async Task The_newest_of_each_tenant_stay()
    {
        await FillAsync(4);
        await RecordAsync(Sample.Result(1) with { Tenant = new(Sample.Other, "Fabrikam", null) });

        var gone = await History.PruneAsync(new(Keep: 2), default);

        Assert.That(gone.Runs.Select(run => run.Trend.TakenAt), Is.EqualTo([Sample.Day(1), Sample.Day(2)]));
        Assert.That(await KeptAsync(), Is.EqualTo([Sample.Day(1), Sample.Day(3), Sample.Day(4)]));
    }

    [Test]
    public async Task Older_ones_go_but_never_the_newest()
    {
        await FillAsync(3);

        await History.PruneAsync(new(Before: Sample.Day(2)), default);
        Assert.That(await KeptAsync(), Is.EqualTo([Sample.Day(2), Sample.Day(3)]), "not the day itself");

        await History.PruneAsync(new(Before: Sample.Day(99)), default);
        Assert.That(await KeptAsync(), Is.EqualTo([Sample.Day(3)]));
    }

    [Test]
    public async Task Asking_which_would_go_changes_nothing()
    {
        await FillAsync(3);

        Assert.That((await History.PrunableAsync(new(Keep: 1), default)).Runs, Has.Length.EqualTo(2));
        Assert.That(await KeptAsync(), Has.Exactly(3).Items);
    }

    [Test]
    public async Task After_pruning_the_chain_is_whole_and_first_days_are_known()
    {
        await FillAsync(3);

        await History.PruneAsync(new(Keep: 1), default);

        var runs = await History.ListAsync(new(), default);
        Assert.That(
            runs.Select(run => run.Previous),
            Is.EqualTo(runs.Select(run => run.ManifestHash).SkipLast(1).Prepend(null))
        );
        foreach (var run in runs)
            Assert.That(RunCheck.HashOf(await History.ManifestAsync(run, default)), Is.EqualTo(run.ManifestHash));
        Assert.That((await History.FirstSeenAsync(Sample.Tenant, default)).Values, Is.EqualTo([Sample.Day(1)]));
        Assert.That((await History.NewestAsync(Sample.Tenant, default))!.HasResult);
        var error = await Assert.ThrowsAsync<HistoryException>(() => History.ResultAsync(runs[0], default));
        Assert.That(error!.Message, Does.Contain("is not in the history any more"));
    }

    [Test]
    public async Task Purging_a_tenant_leaves_hashes_and_counts_and_the_other_tenants()
    {
        await FillAsync(2);
        await RecordAsync(Sample.Result(1, Sample.Finding(8)) with { Tenant = new(Sample.Other, "Fabrikam", null) });

        var count = await History.PurgeAsync(new(Sample.Tenant), default);

        Assert.That(count, Is.EqualTo(2));
        var runs = await History.ListAsync(new(Sample.Tenant), default);
        Assert.That(runs.Select(run => (run.HasResult, run.Folder)), Is.All.EqualTo((false, "")));
        Assert.That(runs[0].Trend.Open.Values.Sum(), Is.EqualTo(1));
        Assert.That(
            await History.ResultAsync((await History.NewestAsync(Sample.Other, default))!, default),
            Is.Not.Null
        );
        Assert.That(await RecordAsync(Sample.Result(3)), Has.Length.EqualTo(1), "the chain goes on");
    }

    [Test]
    public async Task Purging_by_age_leaves_what_is_younger()
    {
        await FillAsync(3);

        Assert.That(await History.PurgeableAsync(new(Before: Sample.Day(2)), default), Is.EqualTo(1));
        await History.PurgeAsync(new(Before: Sample.Day(2)), default);

        Assert.That(await KeptAsync(), Is.EqualTo([Sample.Day(2), Sample.Day(3)]));
    }

    [Test]
    public async Task Nothing_is_pruned_or_purged_without_a_choice()
    {
        await FillAsync(2);

        await Assert.ThrowsAsync<ArgumentException>(() => History.PruneAsync(new(), default));
        await Assert.ThrowsAsync<ArgumentException>(() => History.PurgeAsync(new(), default));

        Assert.That(await KeptAsync(), Has.Exactly(2).Items);
    }

    /// <summary>Deleted rows stay readable in the file of a database until something is written over them.</summary>
    [Test]
    public async Task No_name_is_left_in_the_files_after_a_purge()
    {
        if (Kind is not Kind.Sqlite)
            Assert.Ignore("The files of a server are not ours to read.");
        await FillAsync(2);
        Assert.That(Files(), Does.Contain("Person 1 is a permanent"), "before the purge");

        await History.PurgeAsync(new(Sample.Tenant), default);

        Assert.That(Files(), Does.Not.Contain("Person 1").And.Not.Contain("/runs/"));
    }

    [Test]
    public async Task An_export_holds_the_files_as_they_were_written()
    {
        var folder = Directory.CreateTempSubdirectory("pimaudit-export-").FullName;
        var run = await Sample.RunAsync(Sample.Result(1, Sample.Finding(1)));
        var past = await History.RecordAsync(run, default);
        await RecordAsync(Sample.Result(2));

        Assert.That(await History.ExportAsync(folder, new(), default), Is.EqualTo(2));

        var place = Path.Combine(folder, Sample.Tenant.ToString("D"), $"{past.Number:D6}-{past.Trend.Id}");
        Assert.That(
            await File.ReadAllBytesAsync(Path.Combine(place, "result.json")),
            Is.EqualTo(run.ResultFile.ToArray())
        );
        Assert.That(
            await File.ReadAllBytesAsync(Path.Combine(place, "manifest.json")),
            Is.EqualTo(run.Manifest.ToArray())
        );
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "runs.ndjson"));
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Does.Contain(past.ManifestHash).And.Contain("\"hasResult\":true"));
        Directory.Delete(folder, recursive: true);
    }

    private Task FillAsync(int days) =>
        RecordAsync([.. Enumerable.Range(1, days).Select(day => Sample.Result(day, Sample.Finding(1)))]);

    private async Task<IEnumerable<DateTimeOffset>> KeptAsync() =>
        (await History.ListAsync(new(), default)).Where(run => run.HasResult).Select(run => run.Trend.TakenAt);

    private string Files()
    {
        var path = Connection["Data Source=".Length..];
        return string.Concat(
            new[] { path, path + "-wal" }
                .Where(File.Exists)
                .Select(one =>
                {
                    using var stream = new FileStream(one, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var reader = new StreamReader(stream, Encoding.Latin1);
                    return reader.ReadToEnd();
                })
        );
    }
}
