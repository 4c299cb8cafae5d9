using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using PimAudit.Cli.Tests.Redaction;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Serving;

public sealed class ServeTests
{
    private static readonly string Tenant = SampleTenants.Fabrikam().Id.ToString("D");

    private static string Configuration =>
        $$"""
            tenant: {{Tenant}}
            outputs: { formats: [ json ] }
            schedule: { cron: "0/2 * * * * ?", timeZone: Europe/Berlin, jitter: 0s, timeLimit: 30m }
            serve: { listen: "127.0.0.1:0" }
            """;

    [Test]
    public async Task A_tenant_is_scanned_by_its_schedule_and_nothing_that_is_said_names_anybody_of_it()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        using var world = World.Of(graph).Write("pimaudit.yaml", Configuration);
        await using var served = Served.Start(world);
        var runs = await served.RunsAsync(least: 2);

        Assert.That(await served.StopAsync(), Is.Zero);
        Assert.That(runs.Select(run => run.Slot), Is.Unique.And.All.Not.Null);
        Assert.That(runs[1].Previous, Is.EqualTo(runs[0].ManifestHash));
        var folder = runs[0].Folder;
        Assert.That(folder, Does.StartWith(Path.Combine(world.Folder, "pimaudit-out", Tenant)));
        var names = await TenantTexts.OfAsync(
            Path.Combine(folder, "snapshot.pimsnap"),
            Path.Combine(folder, "result.json")
        );
        names.Remove(Tenant);
        Assert.That(served.Said.Split('\n'), Has.Length.GreaterThan(3));
        Assert.That(
            names.Append(graph.AccessToken).Where(name => name.Length > 2 && served.Said.Contains(name)),
            Is.Empty
        );
    }

    [Test]
    public async Task Each_line_of_the_log_is_a_JSON_object()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        using var world = World.Of(graph).Write("pimaudit.yaml", Configuration);
        await using var served = Served.Start(world, "--node", "node-a");
        await served.RunsAsync(least: 1);
        await served.StopAsync();

        var lines = served
            .Said.Split('\n')
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonElement.Parse(line))
            .ToList();
        Assert.That(
            lines.Select(line => line.GetProperty("Message").GetString()),
            Has.Some.EqualTo("Node node-a is up. Tenants: 1, at a time: 1")
                .And.Some.StartsWith($"The scan of {Tenant} for ")
                .And.Some.EqualTo("Node node-a stops: no scan begins any more")
        );
    }

    [Test]
    public async Task Figures_go_to_the_endpoint_that_is_configured_by_alias_alone()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        var sent = new ConcurrentDictionary<string, string>();
        await using var receiver = await ReceiverAsync(sent);
        using var world = World
            .Of(graph)
            .Write("pimaudit.yaml", Configuration)
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", AddressOf(receiver));
        await using var served = Served.Start(world);
        await served.RunsAsync(least: 1);
        await served.StopAsync();

        Assert.That(sent.Keys, Is.EquivalentTo(new[] { "/v1/metrics", "/v1/traces" }));
        Assert.That(
            sent["/v1/metrics"],
            Does.Contain("pimaudit.scan.duration").And.Contain("pimaudit.findings").And.Contain(Tenant)
        );
        Assert.That(sent.Values, Has.None.Contains("Fabrikam"));
    }

    [Test]
    public async Task A_place_that_is_taken_is_told_and_nothing_starts()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var world = new World().Write(
            "pimaudit.yaml",
            Configuration.Replace("127.0.0.1:0", taken.LocalEndpoint.ToString())
        );

        Assert.That(await Served.Start(world).StopAsync(), Is.EqualTo(5));
    }

    [TestCase("tenant: 11111111-1111-1111-1111-111111111111", "has no 'schedule'")]
    [TestCase("schedule: { cron: \"0 0 2 * * ?\" }", "does not name the tenant")]
    [TestCase("schedule: { cron: \"0 2 * * *\" }", "schedule.cron is '0 2 * * *'")]
    [TestCase("schedule: { cron: \"* 30 2 * * ?\" }", "schedule.cron is '* 30 2 * * ?'")]
    [TestCase("schedule: { timeZone: UTC }", "schedule.cron is missing")]
    [TestCase("schedule: { cron: \"0 0 2 * * ?\", timeZone: Europe/Atlantis }", "Europe/Atlantis")]
    [TestCase("schedule: { cron: \"0 0 2 * * ?\", jiter: 5m }", "did you mean 'jitter'?")]
    [TestCase("schedule: { cron: \"0 0 2 * * ?\", misfire: never }", "must be one of run-once, skip")]
    [TestCase(
        "{ tenant: 11111111-1111-1111-1111-111111111111, schedule: { cron: \"0 0 0 1 1 ? 2020\" } }",
        "has no time that is still to come"
    )]
    [TestCase(
        "{ tenant: 11111111-1111-1111-1111-111111111111, schedule: { cron: \"0 0/5 * * * ?\", jitter: 5m } }",
        "the jitter is not shorter than the time between two scans"
    )]
    [TestCase("serve: { listen: localhost }", "serve.listen is 'localhost'")]
    [TestCase("serve: { listen: 127.0.0.1 }", "serve.listen is '127.0.0.1'")]
    [TestCase("serve: { lease: 9s }", "serve.lease is shorter than 10 s")]
    [TestCase("serve: { grace: soon }", "serve.grace is 'soon'")]
    [TestCase("serve: { telemetry: { endpoint: collector } }", "serve.telemetry.endpoint is 'collector'")]
    public async Task What_cannot_be_served_is_refused_before_anything_starts(string configuration, string expected)
    {
        using var world = new World().Write("pimaudit.yaml", configuration);

        Assert.That(await world.RunAsync("serve"), Is.EqualTo(2));
        Assert.That(world.Error.ReplaceLineEndings(" ").Replace(new string(' ', 10), " "), Does.Contain(expected));
        Assert.That(world.Names("."), Is.EqualTo(new[] { "pimaudit.yaml" }));
    }

    [TestCase("no pimaudit.yaml or fleet.yaml", "serve")]
    [TestCase("cannot stand together", "serve", "--fleet", "a", "--config", "b")]
    public async Task Without_a_configuration_there_is_nothing_to_serve(string expected, params string[] arguments)
    {
        using var world = new World();

        Assert.That(await world.RunAsync(arguments), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(expected).IgnoreCase);
    }

    [TestCase("node a")]
    [TestCase("")]
    [TestCase("knöten")]
    public async Task A_node_has_a_plain_name(string node)
    {
        using var world = new World().Write("pimaudit.yaml", Configuration);

        Assert.That(await world.RunAsync("serve", "--node", node), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("A node is called by"));
    }

    [Test]
    public void The_schedule_lies_beside_a_history_in_a_file_and_in_the_database_of_one_on_a_server()
    {
        Assert.That(
            ScheduleStores.Of("Data Source=/data/my history.db"),
            Is.EqualTo(new Service.ScheduleStore(IsPostgreSql: false, "Data Source=/data/schedule.db"))
        );
        Assert.That(
            ScheduleStores.Of("Host=database;Database=pimaudit"),
            Is.EqualTo(new Service.ScheduleStore(IsPostgreSql: true, "Host=database;Database=pimaudit"))
        );
    }

    private static async Task<WebApplication> ReceiverAsync(ConcurrentDictionary<string, string> sent)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var body = await reader.ReadToEndAsync();
            sent.AddOrUpdate(context.Request.Path, body, (_, before) => before + body);
        });
        await app.StartAsync();
        return app;
    }

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}
