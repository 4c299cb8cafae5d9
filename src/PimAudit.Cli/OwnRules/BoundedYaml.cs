using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PimAudit.Cli;

/// <summary>Looks through a YAML text event by event before anything is made of it: a rule may come from anybody.</summary>
internal static class BoundedYaml
{
    /// <summary>Letters of one file.</summary>
    public const int MostLetters = 256 << 10;

    private const int MostDepth = 16;
    private const int MostEvents = 20_000;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static ConfigurationIssue? Problem(string text)
    {
        if (text.Length > MostLetters)
            return Issue(0, $"has {text.Length} letters; at most {MostLetters} are read");
        if (text.Contains('\0', StringComparison.Ordinal))
            return Issue(0, "is no text: it holds a NUL character");

        try
        {
            return Walk(new Parser(new StringReader(text)));
        }
        catch (YamlException error)
        {
            return Issue(error.Start.Line, $"is no YAML: {error.Message}");
        }
    }

    private static ConfigurationIssue? Walk(Parser parser)
    {
        var depth = 0;
        for (var events = 0; parser.MoveNext(); events++)
        {
            var now = parser.Current!;
            depth += now.NestingIncrease;
            if (now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false })
                return Issue(now.Start.Line, "uses an anchor or an alias, which are refused: write it out");
            if (now is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
                return Issue(now.Start.Line, "uses a tag, which is refused");
            if (depth > MostDepth)
                return Issue(now.Start.Line, "is nested too deeply");
            if (events > MostEvents)
                return Issue(now.Start.Line, "holds too many values");
        }

        return null;
    }

    private static ConfigurationIssue Issue(long line, string what) => new(line, "the file", what);
}
