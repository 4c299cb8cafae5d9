using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Keys that the file format has and this version does not act on.</summary>
internal static class LaterKeys
{
    /// <summary>
    /// What would change a verdict is refused, because ignoring it would be a false pass; the rest becomes a note.
    /// </summary>
    public static ImmutableArray<string> Notes(YamlMap root)
    {
        if (root.Text("baseline") is not null)
            root.Issue("baseline", "names a baseline, which this version cannot compare with");

        return [.. Note(root, "history")];
    }

    private static IEnumerable<string> Note(YamlMap root, string key) =>
        root.Map(key) is null ? [] : [$"{key}: in the configuration has no effect in this version."];
}
