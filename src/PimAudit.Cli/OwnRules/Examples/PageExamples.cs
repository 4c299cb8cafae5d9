using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>The examples of a rule that ships: the <c>yaml</c> block under the heading Examples of its page.</summary>
internal static class PageExamples
{
    private const string Heading = "## Examples";
    private const string Fence = "```";

    /// <exception cref="FormatException">The block cannot be meant; the message names rule and line of the page.</exception>
    public static ImmutableArray<Example> Of(IRule rule) => Of(rule, RulePages.Text(rule.Name));

    internal static ImmutableArray<Example> Of(IRule rule, string page)
    {
        var block = Block(page.ReplaceLineEndings("\n").Split('\n'));
        if (block is null)
            return [];
        if (BoundedYaml.Problem(block) is { } problem)
            throw new FormatException($"The examples of {rule.Info.Id}: {problem}");

        var issues = new List<ConfigurationIssue>();
        var root = YamlMap.Read(block, issues);
        var examples = ExampleList.Read(root, rule.Info.Parameters);
        root.RefuseOtherKeys();
        return issues.Count == 0
            ? examples
            : throw new FormatException($"The examples of {rule.Info.Id}: {string.Join("; ", issues)}");
    }

    /// <summary>The lines of the block behind as many empty ones as stand before it in the page, so that lines are those of the page.</summary>
    private static string? Block(string[] lines)
    {
        var heading = Array.IndexOf(lines, Heading);
        if (heading < 0)
            return null;

        var start = Array.FindIndex(lines, heading, line => line.StartsWith(Fence + "yaml", StringComparison.Ordinal));
        var end =
            start < 0
                ? -1
                : Array.FindIndex(lines, start + 1, line => line.StartsWith(Fence, StringComparison.Ordinal));
        return end < 0 ? null : new string('\n', start + 1) + string.Join('\n', lines[(start + 1)..end]);
    }
}
