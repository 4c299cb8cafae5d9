using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary>Where the runs of tenants lie below a folder.</summary>
internal static class FleetPlaces
{
    /// <summary>Root, alias, time.</summary>
    private const int Deepest = 2;

    /// <returns>With forward slashes; null for a folder outside of the root.</returns>
    public static string? Relative(string root, string folder)
    {
        var path = Path.GetRelativePath(root, folder);
        return Path.IsPathRooted(path) || path.StartsWith("..", StringComparison.Ordinal)
            ? null
            : path.Replace('\\', '/');
    }

    /// <summary>Folders that hold a run: the folder itself, or those below it, ordinal.</summary>
    public static IEnumerable<string> Runs(string folder) => Runs(folder, depth: 0);

    private static IEnumerable<string> Runs(string folder, int depth) =>
        File.Exists(Path.Combine(folder, KeptRun.ResultName)) ? [folder]
        : depth == Deepest || !Directory.Exists(folder) ? []
        : Directory
            .EnumerateDirectories(folder)
            .Order(StringComparer.Ordinal)
            .SelectMany(below => Runs(below, depth + 1));

    /// <summary>A run lies in a folder that is called by its time, in one that is called by the alias.</summary>
    public static string AliasOf(string run) => Path.GetFileName(Path.GetDirectoryName(run)) ?? "";
}
