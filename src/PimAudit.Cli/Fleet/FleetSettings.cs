using System.Collections.Immutable;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>The tenants of a list, each with everything that is configured for it.</summary>
/// <param name="File">Path of the list.</param>
/// <param name="Parallel">So many tenants are scanned at the same time, 1 to <see cref="FleetFile.MostParallel"/>.</param>
/// <param name="OutputFolder">Root of the folders of all tenants, and of the roll-up, as written.</param>
/// <param name="Tenants">In the order of the list; no alias and no id twice.</param>
/// <param name="Notes">Things that a user should know although the run goes on.</param>
/// <param name="Root">The list as read.</param>
internal sealed record FleetSettings(
    string File,
    int Parallel,
    string OutputFolder,
    ImmutableArray<FleetTenant> Tenants,
    ImmutableArray<string> Notes,
    YamlMap Root
)
{
    /// <summary>How <c>pimaudit serve</c> works with this list.</summary>
    public ServeSettings Serve { get; init; } = ServeSettings.Default;

    /// <summary>Who is told about any of the tenants.</summary>
    public NotificationSettings Notifications { get; init; } = NotificationSettings.None;

    /// <summary>Printed on every page and sheet of the roll-up: what <c>defaults</c> say.</summary>
    public string Classification { get; init; } = Settings.DefaultClassification;

    /// <summary>Null for an alias that is not on the list.</summary>
    public FleetTenant? Of(string alias) =>
        Tenants.FirstOrDefault(tenant => string.Equals(tenant.Alias, alias, StringComparison.Ordinal));
}

/// <summary>A tenant of the list.</summary>
/// <param name="Alias">What people call it, and the name of its folder: 1 to 40 of a-z, 0-9 and dash.</param>
/// <param name="Settings">As of a run of its own; the tenant is always named.</param>
/// <param name="TimeLimit">What has not been read by then is recorded as missing.</param>
/// <param name="Schedule">Null when it is scanned on demand alone.</param>
internal sealed record FleetTenant(string Alias, Settings Settings, TimeSpan TimeLimit, TenantSchedule? Schedule)
{
    public Guid Id => Settings.Tenant!.Value;
}
