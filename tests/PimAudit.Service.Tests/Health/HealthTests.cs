using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using PimAudit.History;

namespace PimAudit.Service.Tests;

/// <summary>Over HTTP, with a real scheduler.</summary>
public sealed class HealthTests
{
    private static readonly DateTimeOffset Ended = new(2026, 11, 28, 1, 31, 0, TimeSpan.Zero);

    private KnownRuns runs = null!;
    private MemorySlotBook book = null!;
    private DirectoryInfo folder = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task Begin()
    {
        runs = new() { EndedAt = Ended };
        book = new(TimeProvider.System);
        folder = Directory.CreateTempSubdirectory("pimaudit-health-");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var store = $"Data Source={Path.Combine(folder.FullName, "schedule.db")};Pooling=False";
        builder
            .Services.AddRoutingCore()
            .AddSingleton<ISlotBook>(book)
            .AddSingleton<IRunHistory>(runs)
            .AddSingleton<ITenantScanner>(new DelegateScanner((_, _) => Task.FromResult<string?>(null)))
            .AddSchedules([Nightly.Schedule], new("node-a", new(IsPostgreSql: false, store)))
            .AddHealth();
        app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        client = new() { BaseAddress = new(address.Single()) };
    }

    [TearDown]
    public async Task End()
    {
        client.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_node_that_works_lives_is_ready_and_knows_its_tenants()
    {
        Assert.That(await GetAsync("live"), Is.EqualTo((HttpStatusCode.OK, """{"live":true}""")));
        Assert.That(
            await GetAsync("ready"),
            Is.EqualTo((HttpStatusCode.OK, """{"database":true,"scheduler":true,"isReady":true}"""))
        );
        var (status, text) = await GetAsync("tenants");
        var tenant = JsonNode.Parse(text)!["tenants"]!.AsArray().Single()!;
        Assert.That(
            (status, tenant["alias"]!.ToString(), tenant["lastSuccess"]!.GetValue<DateTimeOffset>()),
            Is.EqualTo((HttpStatusCode.OK, "contoso", Ended))
        );
        Assert.That(
            tenant["nextFire"]!.GetValue<DateTimeOffset>(),
            Is.EqualTo(CronTimes.Of(Nightly.Schedule).After(DateTimeOffset.UtcNow))
        );
    }

    [Test]
    public async Task Without_its_database_a_node_lives_and_is_not_ready()
    {
        (book.IsDown, runs.IsDown) = (true, true);

        Assert.That((await GetAsync("live")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            await GetAsync("ready"),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, """{"database":false,"scheduler":true,"isReady":false}"""))
        );
        Assert.That((await GetAsync("tenants")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task With_a_scheduler_that_stands_a_node_is_not_ready()
    {
        await app.Services.GetRequiredService<ScheduleLife>().Scheduler!.Standby();

        Assert.That(
            await GetAsync("ready"),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, """{"database":true,"scheduler":false,"isReady":false}"""))
        );
    }

    [Test]
    public async Task A_missed_scan_and_a_failure_stand_on_the_page()
    {
        runs.EndedAt = null;
        var states = app.Services.GetRequiredService<TenantStates>();
        states.Failed(Nightly.Tenant, Nightly.Slot, "Cannot sign in.");
        states.Missed(Nightly.Tenant, Nightly.Slot);

        var (status, text) = await GetAsync("tenants");
        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(
            text,
            Does.Contain(
                    """lastFailure":{"slot":"2026-11-29T01:30:00+00:00","what":"Cannot sign in."},"missed":["2026-11-29T01:30:00+00:00"]"""
                )
                .And.Contain("""lastSuccess":null""")
        );
    }

    [Test]
    public async Task The_history_is_not_asked_by_each_look()
    {
        await GetAsync("tenants");
        await GetAsync("tenants");

        Assert.That(runs.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_else_is_served() =>
        Assert.That((await client.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string page)
    {
        using var answer = await client.GetAsync($"/health/{page}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
