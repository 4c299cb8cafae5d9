using System.Collections.Immutable;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>What a node serves: the tenants of a list, or the one tenant of a configuration, which is a list of one.</summary>
/// <param name="Connection">Of the history; may hold a password.</param>
internal sealed record ServedTenants(FleetSettings Fleet, string Connection)
{
    /// <summary>Paths in the configuration start here, whatever folder a service is started in.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Fleet.File))!;

    public ServeSettings Serve => Fleet.Serve;

    public ImmutableArray<TenantSchedule> Schedules => SchedulesOf(Fleet);

    /// <exception cref="Failure">Nothing can be served as it is configured.</exception>
    public static ServedTenants Load(string? fleet, string? config, Surroundings surroundings)
    {
        if (fleet is not null && config is not null)
            throw SettingsLoader.Usage("--fleet and --config cannot stand together.", $"{fleet}, {config}", []);
        var list =
            config is null && FleetFile.Find(fleet, surroundings) is { } found
                ? FleetFile.Load(found, surroundings)
                : OfOne(SettingsLoader.Load(new(config, Profile: null, Formats: null, Demo: false), surroundings));
        ScheduleCheck.Refuse(list, surroundings.Time.GetUtcNow());
        var connection = ConnectionOf(list, surroundings);
        var kept = new HistorySettings(connection, Reference: null);
        return new(
            list with
            {
                Tenants =
                [
                    .. list.Tenants.Select(tenant =>
                        tenant with
                        {
                            Settings = tenant.Settings with { History = kept, Notifications = list.Notifications },
                            TimeLimit = tenant.Schedule?.TimeLimit ?? tenant.TimeLimit,
                        }
                    ),
                ],
            },
            connection
        );
    }

    /// <summary>One history for all, wherever it is named; without a word a file beside the configuration.</summary>
    private static string ConnectionOf(FleetSettings list, Surroundings surroundings)
    {
        var any = list.Tenants[0].Settings with { File = list.File };
        return HistoryAccess.ConnectionOf(
            any.History ?? new("Data Source=history.db", Reference: null),
            any,
            surroundings
        );
    }

    private static FleetSettings OfOne(Settings settings)
    {
        if (settings.File is not { } file)
            throw Lacking("no configuration", "No pimaudit.yaml or fleet.yaml lies in the current folder or above it.");
        if (settings.Tenant is not { } tenant)
            throw Lacking("no tenant", $"{file} does not name the tenant.");
        if (settings.Schedule is not { } schedule)
            throw Lacking("no schedule", $"{file} has no 'schedule'.");

        var alias = tenant.ToString("D");
        var entry = new FleetTenant(
            alias,
            settings,
            schedule.TimeLimit,
            schedule with
            {
                Alias = alias,
                Tenant = tenant,
            }
        );
        return new(file, Parallel: 1, settings.OutputFolder, [entry], [], settings.Root!)
        {
            Serve = settings.Serve,
            Notifications = settings.Notifications,
        };
    }

    /// <summary>Those of the tenants that are not scanned on demand alone.</summary>
    public static ImmutableArray<TenantSchedule> SchedulesOf(FleetSettings fleet) =>
        [.. fleet.Tenants.Select(tenant => tenant.Schedule).OfType<TenantSchedule>()];

    private static Failure Lacking(string what, string seen) =>
        new(
            ExitCode.Usage,
            $"There is {what} to serve.",
            seen,
            "Nothing is scanned.",
            "Write it as docs/serve.md says; 'pimaudit schema config' and 'pimaudit schema fleet' print what may stand there."
        );
}
