using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Keys that the file format has and this version does not act on. None of them changes a verdict.</summary>
internal static class LaterKeys
{
    public static ImmutableArray<string> Notes(YamlMap root) =>
        root.Map("history") is null ? [] : ["history: in the configuration has no effect in this version."];
}
