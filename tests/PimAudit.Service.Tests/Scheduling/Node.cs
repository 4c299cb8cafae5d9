using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PimAudit.History;
using Quartz;

namespace PimAudit.Service.Tests;

/// <summary>A whole node on a schedule in a SQLite file, in this process and in real time.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly IHost host;
    private bool isDown;

    private Node(IHost host, ToldAlarms alarms)
    {
        (this.host, Alarms) = (host, alarms);
        States = host.Services.GetRequiredService<TenantStates>();
    }

    public ToldAlarms Alarms { get; }

    public IScheduler Scheduler => host.Services.GetRequiredService<ScheduleLife>().Scheduler!;

    public TenantStates States { get; }

    public static async Task<Node> StartAsync(
        string file,
        ISlotBook book,
        DelegateScanner scanner,
        ImmutableArray<TenantSchedule> schedules,
        Func<ServiceOptions, ServiceOptions>? with = null
    )
    {
        var alarms = new ToldAlarms();
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var usual = new ServiceOptions("node-a", new(IsPostgreSql: false, $"Data Source={file};Pooling=False"))
        {
            StopGrace = TimeSpan.FromSeconds(5),
            Backoff = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10)],
            Lease = TimeSpan.FromSeconds(5),
        };
        builder
            .Services.AddSingleton(book)
            .AddSingleton<ITenantScanner>(scanner)
            .AddSingleton<IScheduleAlarm>(alarms)
            .AddSchedules(schedules, with?.Invoke(usual) ?? usual);
        var node = new Node(builder.Build(), alarms);
        await node.host.StartAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        if (isDown)
            return;
        isDown = true;
        await host.StopAsync();
        host.Dispose();
    }
}
