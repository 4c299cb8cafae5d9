namespace PimAudit.Cli;

/// <summary>What holds for every tenant of a list that does not say otherwise.</summary>
/// <param name="Keys">Of <c>defaults:</c>; null without them.</param>
/// <param name="Settings">What they say by themselves.</param>
/// <param name="HasIssues">Something is wrong with them: it is told once, and not again for each tenant.</param>
/// <param name="Schedule">The schedule of the list; null without one.</param>
internal sealed record FleetDefaults(YamlMap? Keys, Settings Settings, bool HasIssues, YamlMap? Schedule)
{
    /// <summary>Sections that stand once for all tenants and that no tenant replaces.</summary>
    public required YamlMap? ForAll { get; init; }

    public required TimeSpan TimeLimit { get; init; }

    /// <summary>The issue was told when the defaults were read.</summary>
    public bool Told(ConfigurationIssue issue) =>
        HasIssues && Keys is not null && issue.Line >= Keys.Line && issue.Line <= Keys.LastLine;

    public static FleetDefaults Read(YamlMap root, string path, List<ConfigurationIssue> issues)
    {
        var before = issues.Count;
        var keys = root.Map("defaults");
        foreach (var own in (string[])[.. FleetEntries.OfTheList, .. FleetFile.ForAll, "tenant"])
            if (keys?.IsThere(own) is true)
                keys.Issue(own, "does not belong to the defaults");
        var settings = SettingsFile.Read(
            keys?.Over(lower: null, issues, FleetEntries.OfTheList) ?? YamlMap.Read("", issues),
            path
        );
        return new(keys, settings, issues.Count > before, root.Map("schedule"))
        {
            ForAll = null,
            TimeLimit = FleetTimes.UsualLimit,
        };
    }
}
