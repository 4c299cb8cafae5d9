using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PimAudit.Cli;

/// <summary>Reads <c>tenants:</c>, each entry laid over what holds for all.</summary>
/// <param name="path">Of the list.</param>
/// <param name="issues">Takes what is wrong.</param>
internal sealed partial class FleetEntries(FleetDefaults common, string path, List<ConfigurationIssue> issues)
{
    /// <summary>Keys of an entry that a configuration of a single tenant does not have.</summary>
    public static readonly string[] OfTheList = ["alias", "schedule", "config", "timeLimit"];

    /// <summary>Beside the folders of the tenants lies that of the roll-up; the others are devices on Windows.</summary>
    private static readonly string[] Reserved = ["fleet", "con", "prn", "aux", "nul"];

    private readonly Dictionary<string, long> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, long> ids = [];

    public ImmutableArray<FleetTenant> Read(YamlMap root)
    {
        var entries = root.Maps("tenants");
        if (entries.IsEmpty)
            root.Issue("tenants", "holds no tenant");
        return [.. entries.Select(TenantOf).OfType<FleetTenant>()];
    }

    /// <returns>Null where it is told already that the entry cannot be used.</returns>
    private FleetTenant? TenantOf(YamlMap entry)
    {
        var before = issues.Count;
        var alias = AliasOf(entry);
        var limit = FleetTimes.Limit(entry) ?? common.TimeLimit;
        var settings = new TenantSettings(common, path, issues).Read(entry);
        if (settings?.Tenant is { } tenant && !ids.TryAdd(tenant, entry.Line))
            entry.Issue("tenant", $"is the tenant of the entry in line {ids[tenant]} too");

        var schedule = entry.Map("schedule");
        var laid = schedule?.Over(common.Schedule, issues) ?? common.Schedule?.Over(lower: null, issues);
        var planned =
            schedule is null && settings?.Schedule is { } own
                ? own with
                {
                    Alias = alias ?? "",
                    Tenant = settings.Tenant ?? Guid.Empty,
                }
                : FleetTimes.Schedule(laid, alias ?? "", settings?.Tenant ?? Guid.Empty, limit);
        return issues.Count > before || common.HasIssues || alias is null || settings is null
            ? null
            : new(alias, settings, limit, planned);
    }

    private string? AliasOf(YamlMap entry)
    {
        const string Key = "alias";
        if (entry.Text(Key) is not { } alias)
            entry.Issue(Key, "is missing");
        else if (!PlainName().IsMatch(alias))
            entry.Issue(Key, $"is '{alias}' but must be 1 to 40 of a-z, 0-9 and dash");
        else if (Reserved.Contains(alias, StringComparer.Ordinal) || Device().IsMatch(alias))
            entry.Issue(Key, $"is '{alias}', a name that is taken");
        else if (!aliases.TryAdd(alias, entry.Line))
            entry.Issue(Key, $"is '{alias}', as in line {aliases[alias]}");
        else
            return alias;
        return null;
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();

    [GeneratedRegex(
        "^(com|lpt)[0-9]\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Device();
}
