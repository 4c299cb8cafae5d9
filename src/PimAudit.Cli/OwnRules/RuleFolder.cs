using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>The rule files of one folder: those that lie in it, not below it, and no links.</summary>
internal static class RuleFolder
{
    /// <summary>Files of all folders together.</summary>
    public const int MostFiles = 500;

    private static readonly ImmutableArray<string> Endings = [".yaml", ".yml"];

    /// <summary>Absolute paths, ordinal.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    /// <param name="root">Folder from which results name the file.</param>
    public static RuleFile Read(string path, string root, int number, SnapshotQuery check)
    {
        var name = Path.GetRelativePath(root, path).Replace('\\', '/');
        var standIn = string.Create(CultureInfo.InvariantCulture, $"{BrokenRule.StandIn}-{number}");
        try
        {
            var file = new FileInfo(path);
            return file.LinkTarget is not null
                    ? RuleFile.Unread(name, standIn, "is a link, and links are not followed. Copy the file.")
                : !file.Exists ? RuleFile.Unread(name, standIn, "is a folder and no file.")
                : file.Length > BoundedYaml.MostLetters
                    ? RuleFile.Unread(name, standIn, $"is larger than {BoundedYaml.MostLetters >> 10} KiB.")
                : RuleFile.Read(name, File.ReadAllText(path), standIn, check);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return RuleFile.Unread(name, standIn, $"cannot be read: {error.GetType().Name}.");
        }
    }
}
