using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>The page of a rule, with the controls of other frameworks that its outcome is evidence for.</summary>
internal static class RulePageText
{
    /// <returns>Markdown without a line end.</returns>
    public static string Of(IRule rule)
    {
        var page = RuleShelf.Page(rule).TrimEnd();
        var controls = ControlMappings
            .All.Where(mapping => mapping.Rules.Contains(rule.Info.Id, StringComparer.Ordinal))
            .Select(mapping => mapping.Control)
            .ToList();
        return controls.Count == 0 ? page : string.Join('\n', [page, "", "## Controls", "", .. Lines(controls)]);
    }

    /// <summary>Prints it; on a terminal with lines that are broken at blanks.</summary>
    public static void Print(IRule rule, Surroundings surroundings)
    {
        var isCode = false;
        foreach (var line in Of(rule).Split('\n'))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            foreach (
                var part in surroundings.OutIsTerminal && !isCode && !isFence
                    ? Broken(line, surroundings.Width)
                    : [line]
            )
                surroundings.Out.WriteLine(part);
        }
    }

    /// <summary>A table stays as it is; what goes on in an item of a list stands below its text; an address stays whole.</summary>
    private static IEnumerable<string> Broken(string line, int width)
    {
        if (line.Length <= width || line[0] == '|')
            return [line];

        var text = line.TrimStart();
        var indent = line.Length - text.Length;
        var hanging =
            text.StartsWith("- ", StringComparison.Ordinal) ? 2
            : char.IsAsciiDigit(text[0]) ? 3
            : 0;
        return FailurePrinter
            .Wrap(text, width - indent - hanging - 1)
            .Select((part, at) => new string(' ', indent + (at == 0 ? 0 : hanging)) + part);
    }

    private static IEnumerable<string> Lines(IEnumerable<ControlReference> controls) =>
        controls.Select(control =>
            $"- {control.Relation} [{control.Framework} {control.Id}]({control.Url}): \"{control.Title}\""
        );
}
