using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PimAudit.History;
using PimAudit.Service;
using Quartz;

namespace PimAudit.Cli;

/// <summary>Puts the service together: scheduler, health, notifications, log, telemetry, and the supervisor that started it.</summary>
internal static class ServeHost
{
    public static WebApplication Build(
        ServedTenants served,
        HistoryDatabase history,
        string node,
        Surroundings surroundings
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        ServiceLog.Add(builder.Logging, surroundings.Out);
        builder.Services.AddSystemd().AddWindowsService(service => service.ServiceName = Product.Name);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(served.Serve.Listen));
        builder
            .Services.AddRoutingCore()
            .AddSingleton(surroundings.Time)
            .AddSingleton<ISlotBook>(history)
            .AddSingleton<IRunHistory>(history)
            .AddSingleton<ITenantScanner>(ScannerOf(served, surroundings))
            .AddSchedules(served.Schedules, OptionsOf(served, node))
            .AddHealth();
        AddNotifications(builder.Services, served, history, node, surroundings);
        Telemetry.Add(builder, served.Serve.Telemetry, surroundings.Variable, Product.Version);
        var app = builder.Build();
        app.MapHealth();
        return app;
    }

    /// <exception cref="Failure">The address is taken, or the schedule's database does not answer.</exception>
    public static async Task StartAsync(WebApplication app, ServeSettings serve, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw Cannot($"Cannot listen on {serve.Listen}.", error, "Name another place in 'serve: { listen: ... }'.");
        }
        catch (Exception error) when (error is SchedulerException or DbException)
        {
            throw Cannot(
                "The schedule cannot be kept in its database.",
                error.GetBaseException(),
                "Check the connection of the history, and that its user may create tables."
            );
        }
    }

    /// <summary>What a run or the schedule has to tell waits in the history until it is delivered.</summary>
    private static void AddNotifications(
        IServiceCollection services,
        ServedTenants served,
        HistoryDatabase history,
        string node,
        Surroundings surroundings
    )
    {
        var settings = served.Fleet.Notifications;
        if (settings.Channels.IsEmpty)
            return;
        var world = new ChannelWorld(surroundings.Variable, surroundings.Time, surroundings.Out, Product.Version);
        services
            .AddSingleton(_ => new ChannelSet(settings, world))
            .AddSingleton<IScheduleAlarm>(new OutboxAlarm(history, settings, surroundings.Time))
            .AddSingleton(all => new Deliverer(
                history,
                all.GetRequiredService<ChannelSet>(),
                surroundings.Time,
                string.Create(CultureInfo.InvariantCulture, $"{node}/{Environment.ProcessId}")
            ))
            .AddHostedService<NotificationService>();
    }

    private static TenantScanner ScannerOf(ServedTenants served, Surroundings surroundings) =>
        new(served.Fleet, Threshold.Default, outputFolder: null, surroundings);

    private static ServiceOptions OptionsOf(ServedTenants served, string node) =>
        new(node, ScheduleStores.Of(served.Connection))
        {
            Parallel = served.Fleet.Parallel,
            Grace = served.Serve.Grace,
            StopGrace = served.Serve.StopGrace,
            Lease = served.Serve.Lease,
        };

    private static Failure Cannot(string failed, Exception error, string remedy) =>
        new(ExitCode.Internal, failed, error.Message, "Nothing is scanned.", remedy);
}
