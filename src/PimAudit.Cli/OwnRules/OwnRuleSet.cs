using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Query;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>The rules of one's own of a configuration, broken ones included.</summary>
internal sealed record OwnRuleSet(ImmutableArray<RuleFile> Files)
{
    public static readonly OwnRuleSet None = new([]);

    public IEnumerable<IRule> Rules => Files.Select(file => file.Rule);

    /// <exception cref="Failure">A folder is not there, or holds too many files.</exception>
    public static OwnRuleSet Of(Settings settings)
    {
        if (settings.CustomRules.IsEmpty || settings.File is null)
            return None;

        var root = Path.GetDirectoryName(Path.GetFullPath(settings.File))!;
        var paths = settings
            .CustomRules.SelectMany(folder => FilesOf(folder, root, settings))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return paths.Count <= RuleFolder.MostFiles
            ? Of(paths, root)
            : throw SettingsFile.Bad(
                settings.File,
                $"customRules: the folders hold {paths.Count} files; at most {RuleFolder.MostFiles} are read."
            );
    }

    /// <param name="paths">Absolute, in the order in which the first of two with the same id keeps it.</param>
    public static OwnRuleSet Of(IReadOnlyList<string> paths, string root)
    {
        using var check = SnapshotQuery.Open(AccessMap.Resolve(ExampleTenant.Empty));
        return new([.. Unique(paths.Select((path, at) => RuleFolder.Read(path, root, at + 1, check)).ToList())]);
    }

    private static IEnumerable<string> FilesOf(string folder, string root, Settings settings)
    {
        var path = Path.GetFullPath(folder, root);
        return Directory.Exists(path)
            ? RuleFolder.Files(path)
            : throw SettingsFile.Bad(
                settings.File!,
                new ConfigurationIssue(
                    settings.Root?.LineOf("customRules") ?? 0,
                    "customRules",
                    $"names '{folder}', which is no folder beside this file"
                ).ToString()
            );
    }

    /// <summary>Whoever comes second under an id or a name is refused, and so is whoever takes one that ships.</summary>
    private static IEnumerable<RuleFile> Unique(List<RuleFile> files)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in Catalogue.All)
            taken[rule.Info.Id] = taken[rule.Name] = "a rule that ships";

        foreach (var (at, file) in files.Index())
        {
            var rule = file.Rule;
            var clash = new[] { rule.Info.Id, rule.Name }.FirstOrDefault(taken.ContainsKey);
            if (clash is not null)
            {
                yield return file.Refused(
                    StandIn(at),
                    $"'{clash}' is the id or name of {taken[clash]} already. Choose another."
                );
                continue;
            }

            taken[rule.Info.Id] = taken[rule.Name] = $"the rule in {rule.Origin.File}";
            yield return file;
        }
    }

    private static string StandIn(int at) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{BrokenRule.StandIn}-{at + 1}");
}
