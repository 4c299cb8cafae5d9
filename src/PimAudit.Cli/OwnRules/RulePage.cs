using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>The page of a rule of one's own, in the order of the pages that ship.</summary>
internal static class RulePage
{
    public static string Of(OwnRuleDefinition rule, ImmutableArray<Example> examples)
    {
        var page = new StringBuilder();
        page.Append(
            $"# {rule.Id} {rule.Name}\n\n{rule.Title.TrimEnd('.')}. A rule of your own, from {rule.Origin.File}.\n\n"
        );
        page.Append($"## Why\n\n{rule.Why}\n\n");
        page.Append(
            $"## What is checked\n\nEvery row of this query is a finding:\n\n```sql\n{rule.Query.TrimEnd()}\n```\n\n"
        );
        foreach (var parameter in rule.Parameters)
            page.Append($"- `{parameter.Name}` ({parameter.Default}): {parameter.Meaning}\n");
        if (!rule.Parameters.IsEmpty)
            page.Append('\n');
        page.Append("## How to fix\n\n");
        foreach (var (at, step) in rule.Fix.Index())
            page.Append(CultureInfo.InvariantCulture, $"{at + 1}. {step}\n");
        page.Append(
            $"\n## Sources\n\n- {rule.Source ?? $"own rule {rule.Origin.File}"} (practice: {rule.Practice})\n\n## Examples\n\n"
        );
        foreach (var example in examples)
            page.Append($"- {ExampleList.Word(example.Kind)}: {example.Name}\n");
        return page.ToString();
    }
}
