using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace PimAudit.History.Tests.Opening;

public sealed class CrashTests(Kind kind) : DatabaseTests(kind)
{
    /// <summary>Files as a process leaves them that is killed while it records.</summary>
    [Test]
    public async Task What_was_not_committed_is_not_there_and_recording_goes_on()
    {
        if (Kind is not Kind.Sqlite)
            Assert.Ignore("A server rolls back what a client that went away has not committed.");
        var first = (await RecordAsync(Sample.Result(1, Sample.Finding(1))))[0];
        var path = Connection["Data Source=".Length..];
        await using var store = await Provider.OpenAsync(Connection, default);
        await using var context = store.Context();
        await context.BeginRecordingAsync(Sample.Tenant, default);
        await context.Runs.ExecuteUpdateAsync(row => row.SetProperty(one => one.HasResult, false));
        await context.Results.ExecuteDeleteAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
            File.Copy(file, file.Replace(path, path + ".left", StringComparison.Ordinal));
        await context.Database.RollbackTransactionAsync();

        await using var left = await HistoryDatabase.OpenAsync($"Data Source={path}.left", Time, default);

        var newest = await left.NewestAsync(Sample.Tenant, default);
        Assert.That((newest!.Number, newest.HasResult), Is.EqualTo((first.Number, true)));
        Assert.That((await left.ResultAsync(newest, default)).Hash, Is.EqualTo(first.ResultHash));
        Assert.That(
            (await left.RecordAsync(await Sample.RunAsync(Sample.Result(2), newest), default)).Previous,
            Is.EqualTo(first.ManifestHash)
        );
    }

    /// <summary>The framework's own lock outlives a process that was killed in a migration.</summary>
    [Test]
    public async Task A_lock_that_a_killed_migration_left_does_not_keep_anybody_out()
    {
        if (Kind is not Kind.Sqlite)
            Assert.Ignore("Locks of a server end with their connection.");
        await using (var store = await Provider.OpenAsync(Connection, default))
        {
            await using var context = store.Context();
            await context.Database.MigrateAsync("0");
            await context.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-10-01 06:00:00');
                """
            );
        }

        await using var again = await AnotherAsync();

        Assert.That(await again.ListAsync(new(), default), Is.Empty);
    }
}
