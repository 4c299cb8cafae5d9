namespace PimAudit.Cli;

/// <summary>Reads what is configured for one tenant of a list: its keys, or a whole file of its own.</summary>
/// <param name="path">Of the list.</param>
/// <param name="issues">Takes what is wrong.</param>
internal sealed class TenantSettings(FleetDefaults common, string path, List<ConfigurationIssue> issues)
{
    private const string Config = "config";
    private const string Tenant = "tenant";

    /// <returns>With its tenant; null where it is told already that they cannot be used.</returns>
    public Settings? Read(YamlMap entry)
    {
        RefuseForAll(entry);
        var settings = entry.Text(Config) is { } file ? FromFile(entry, file) : FromKeys(entry);
        if (settings is not { Tenant: null } && (entry.IsThere(Config) || entry.IsThere(Tenant)))
            return settings is null ? null : Checked(settings);

        entry.Issue(Tenant, "is missing");
        return null;
    }

    private Settings? FromKeys(YamlMap entry)
    {
        var found = new List<ConfigurationIssue>();
        var laid = entry.Over(common.Keys, found, FleetEntries.OfTheList);
        var settings = SettingsFile.Read(common.ForAll is null ? laid : laid.Over(common.ForAll, found), path);
        var own = found.Where(issue => !common.Told(issue)).ToList();
        issues.AddRange(own);
        return own.Count == 0 ? settings : null;
    }

    /// <summary>The file means what it means to <c>scan --config</c>: the defaults are not laid under it.</summary>
    private Settings? FromFile(YamlMap entry, string named)
    {
        foreach (var other in entry.Keys.Except([.. FleetEntries.OfTheList, Tenant], StringComparer.Ordinal))
            entry.Issue(other, $"stands beside '{Config}', whose file says everything about the tenant");

        var file = Path.Combine(Path.GetDirectoryName(path) ?? "", named);
        try
        {
            var settings = SettingsFile.Load(file, common.ForAll);
            if (entry.Id(Tenant) is not { } tenant || tenant == settings.Tenant)
                return settings;
            if (settings.Tenant is null)
                return settings with { Tenant = tenant };
            entry.Issue(Tenant, $"is another than in {named}");
        }
        catch (Failure failure)
        {
            entry.Issue(
                Config,
                $"is {named}, which cannot be used: {failure.Seen.Replace("\n", "; ", StringComparison.Ordinal)}"
            );
        }

        return null;
    }

    /// <summary>Rules and profiles that cannot be meant are told before anything is read from any tenant.</summary>
    private Settings? Checked(Settings settings)
    {
        var folder = Path.GetDirectoryName(settings.File) is { Length: > 0 } at ? at : ".";
        var whole = settings with
        {
            Profiles = ProfileFile.At(settings.Profiles, Path.GetFullPath(folder)),
            IsOneOfMany = true,
        };
        try
        {
            Plans.Make(whole);
            return whole;
        }
        catch (Failure failure)
        {
            issues.AddRange(
                failure.Seen.Split('\n').Select(line => new ConfigurationIssue(0, settings.File ?? path, line))
            );
            return null;
        }
    }

    private void RefuseForAll(YamlMap entry)
    {
        foreach (var key in FleetFile.ForAll)
            if (entry.IsThere(key))
                entry.Issue(key, "stands once for all tenants, at the top of the list");
    }
}
