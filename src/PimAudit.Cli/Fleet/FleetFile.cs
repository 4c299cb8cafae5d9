using YamlDotNet.Core;

namespace PimAudit.Cli;

/// <summary>Finds and reads <c>fleet.yaml</c>, the list of tenants.</summary>
internal static class FleetFile
{
    public const string Name = "fleet.yaml";
    public const string Variable = "PIMAUDIT_FLEET";
    public const int MostParallel = 32;
    private const int UsualParallel = 4;
    private const int MostIssues = 50;

    /// <summary>Ten thousand tenants fit.</summary>
    private const long MaxBytes = 16 << 20;

    /// <summary>What stands once for all tenants, at the top of the list.</summary>
    public static readonly string[] ForAll = ["history", "serve", "notifications"];

    /// <summary>The named file, else that of the variable, else the one in the current folder or the nearest above it.</summary>
    /// <returns>Absolute; null when there is none.</returns>
    public static string? Find(string? named, Surroundings surroundings)
    {
        if ((named ?? surroundings.Variable(Variable)) is { Length: > 0 } path)
            return Path.GetFullPath(path, surroundings.Folder);
        for (var at = new DirectoryInfo(surroundings.Folder); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, Name) is var found && File.Exists(found))
                return found;
        return null;
    }

    /// <exception cref="Failure">There is no list, or it cannot be meant: everything that is wrong with it is told at once.</exception>
    public static FleetSettings Load(string? path, Surroundings surroundings) =>
        Find(path, surroundings) is { } found
            ? Load(found)
            : throw new Failure(
                ExitCode.Usage,
                "There is no list of tenants.",
                $"No {Name} lies in {surroundings.Folder} or above it.",
                "Nothing was read from a tenant and nothing was written.",
                $"Write one ('pimaudit schema fleet' prints what it may hold), or name it with --fleet."
            );

    private static FleetSettings Load(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw Bad(path, "The file does not exist.");
            if (file.Length > MaxBytes)
                throw Bad(path, $"It has {file.Length} bytes; a list of tenants has at most {MaxBytes}.");
            return Read(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, error.Message);
        }
    }

    /// <exception cref="Failure">The text cannot be meant.</exception>
    public static FleetSettings Read(string text, string path)
    {
        var issues = new List<ConfigurationIssue>();
        try
        {
            var fleet = Read(YamlMap.Read(text, issues), path, issues);
            return issues.Count == 0 ? fleet : throw Bad(path, Told(issues));
        }
        catch (YamlException error)
        {
            throw Bad(path, $"line {error.Start.Line}: {error.Message}");
        }
    }

    private static FleetSettings Read(YamlMap root, string path, List<ConfigurationIssue> issues)
    {
        var parallel = ParallelOf(root);
        var limit = FleetTimes.Limit(root) ?? FleetTimes.UsualLimit;
        var common = FleetDefaults.Read(root, path, issues);
        var entries = new FleetEntries(common with { ForAll = root.Only(ForAll), TimeLimit = limit }, path, issues);
        var notifications = NotificationsSection.Read(
            root.Map("notifications"),
            Path.GetDirectoryName(Path.GetFullPath(path))!
        );
        var serve = ServeSection.Read(root.Map("serve"));
        var tenants = entries.Read(root);
        root.RefuseOtherKeys();
        return new(path, parallel, common.Settings.OutputFolder, tenants, [], root)
        {
            Serve = serve,
            Notifications = notifications,
            Classification = common.Settings.Classification,
        };
    }

    private static int ParallelOf(YamlMap root)
    {
        var parallel = root.Number("parallel") ?? UsualParallel;
        if (parallel is < 1 or > MostParallel)
            root.Issue("parallel", $"is {parallel} but must be 1 to {MostParallel}");
        return parallel;
    }

    private static string Told(List<ConfigurationIssue> issues)
    {
        var lines = issues
            .DistinctBy(issue => (issue.Line, issue.Line > 0 ? "" : issue.Where, issue.What))
            .Select(issue => issue.ToString())
            .ToList();
        return string.Join("\n", lines.Take(MostIssues))
            + (lines.Count > MostIssues ? $"\nand {lines.Count - MostIssues} more" : "");
    }

    private static Failure Bad(string path, string seen) =>
        new(
            ExitCode.Usage,
            $"The list of tenants {path} cannot be used.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Mend the file; 'pimaudit schema fleet' prints what it may hold."
        );
}
