using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace PimAudit.History.Tests.Opening;

public sealed class OpeningTests(Kind kind) : DatabaseTests(kind)
{
    [Test]
    public async Task What_was_recorded_is_there_after_opening_again()
    {
        await RecordAsync(Sample.Result(1));

        await using var again = await AnotherAsync();

        Assert.That(await again.ListAsync(new(), default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Processes_that_start_together_bring_an_older_one_up_to_date_once()
    {
        await UnmigrateAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AnotherAsync()));

        foreach (var one in opened)
            await one.DisposeAsync();
        Assert.That(await RecordAsync(Sample.Result(1)), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_newer_one_is_refused_and_left_alone()
    {
        await ExecuteAsync($"INSERT INTO {HistoryContext.Versions} VALUES ('99990101000000_Later', '99.0.0')");

        var error = await Assert.ThrowsAsync<HistoryException>(AnotherAsync);

        Assert.That(error!.Message, Does.Contain("is newer than this program").And.Contain("99990101000000_Later"));
        Assert.That(error.Message.Split('\n'), Has.Length.EqualTo(4));
    }

    /// <summary>A model that was changed without a migration would fail at the first user's.</summary>
    [Test]
    public async Task The_migrations_make_the_model()
    {
        await using var store = await Provider.OpenAsync(Connection, default);
        await using var context = store.Context();

        Assert.That(context.Database.HasPendingModelChanges(), Is.False);
    }

    private Task UnmigrateAsync() =>
        WithAsync(async context =>
        {
            await context.Database.MigrateAsync("0");
        });

    private Task ExecuteAsync(string sql) => WithAsync(context => context.Database.ExecuteSqlRawAsync(sql));

    private async Task WithAsync(Func<HistoryContext, Task> act)
    {
        await using var store = await Provider.OpenAsync(Connection, default);
        await using var context = store.Context();
        await act(context);
    }
}
