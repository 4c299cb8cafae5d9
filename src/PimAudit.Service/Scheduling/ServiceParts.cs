using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace PimAudit.Service;

/// <summary>Puts the scheduler together. Who calls it adds the slot book, the run history and the scanner.</summary>
public static class ServiceParts
{
    /// <exception cref="ArgumentException">A tenant stands twice.</exception>
    /// <exception cref="FormatException">An expression is not cron.</exception>
    public static IServiceCollection AddSchedules(
        this IServiceCollection services,
        ImmutableArray<TenantSchedule> schedules,
        ServiceOptions options
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton(options)
            .AddSingleton(new ScheduleList(schedules))
            .AddSingleton<TenantStates>()
            .AddSingleton<ScanMeter>()
            .AddSingleton<Alarms>()
            .AddSingleton<RunningScans>()
            .AddSingleton<SlotRunner>()
            .AddSingleton<NextStep>()
            .AddSingleton<SchedulePlanter>()
            .AddSingleton<Watchdog>()
            .AddSingleton<ScheduleLife>()
            .AddTransient<TenantJob>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = options.StopGrace + TimeSpan.FromSeconds(30));
        services.AddQuartz(quartz => Configure(quartz, options));
        services.AddQuartzHostedService(hosted =>
        {
            hosted.AutoStart = false;
            hosted.WaitForJobsToComplete = true;
        });
        return services
            .AddHostedService(provider => provider.GetRequiredService<ScheduleLife>())
            .AddHostedService(provider => provider.GetRequiredService<Watchdog>());
    }

    private static void Configure(IQuartzBuilder quartz, ServiceOptions options)
    {
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = options.Node);
        quartz.UseDefaultThreadPool(options.Parallel);
        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            if (options.Store.IsPostgreSql)
            {
                store.UsePostgres(NpgsqlFactory.Instance, options.Store.ConnectionString);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = options.CheckIn;
                    cluster.CheckinMisfireThreshold = options.CheckIn * 2;
                });
            }
            else
                store.UseSqlite(SqliteFactory.Instance, options.Store.ConnectionString);
        });
    }
}
