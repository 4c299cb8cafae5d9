using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.History.Tests;

public enum Kind
{
    Sqlite,
    Postgres,
}

/// <summary>The same tests on either database; each test has one of its own.</summary>
[TestFixture(Kind.Sqlite)]
[TestFixture(Kind.Postgres)]
public abstract class DatabaseTests(Kind kind)
{
    private readonly string folder = Directory.CreateTempSubdirectory("pimaudit-history-").FullName;

    protected Kind Kind => kind;

    protected string Connection { get; private set; } = "";

    /// <summary>The clock of the database's users.</summary>
    protected FakeTimeProvider Time { get; private set; } = new();

    protected HistoryDatabase History { get; private set; } = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        Connection =
            kind is Kind.Sqlite
                ? $"Data Source={Path.Combine(folder, $"{Guid.NewGuid():N}.db")}"
                : await Servers.DatabaseAsync();
        Time = new(Sample.Day(0));
        History = await AnotherAsync();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (History is not null)
            await History.DisposeAsync();
    }

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    /// <summary>As another process would open it.</summary>
    protected Task<HistoryDatabase> AnotherAsync() => HistoryDatabase.OpenAsync(Connection, Time, default);

    /// <summary>Records runs of one tenant on following days, each after the one before.</summary>
    protected async Task<PastRun[]> RecordAsync(params PimAudit.Model.AuditResult[] results)
    {
        var recorded = new List<PastRun>();
        foreach (var result in results)
        {
            var newest = await History.NewestAsync(result.Tenant.Id, default);
            recorded.Add(await History.RecordAsync(await Sample.RunAsync(result, newest), default));
        }

        return [.. recorded];
    }
}

/// <summary>One server for all tests of this assembly.</summary>
[SetUpFixture]
public sealed class Servers
{
    private static readonly Lazy<Task<PostgresServer?>> Server = new(PostgresServer.StartAsync);

    public static async Task<PostgresServer> OneAsync()
    {
        var server = await Server.Value;
        if (server is null)
            Assert.Ignore(PostgresServer.Missing);
        return server!;
    }

    public static async Task<string> DatabaseAsync() => await (await OneAsync()).NewDatabaseAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Server.IsValueCreated && await Server.Value is { } server)
            await server.DisposeAsync();
    }
}
