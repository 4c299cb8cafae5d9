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

    private static IEnumerable<string> Lines(IEnumerable<ControlReference> controls) =>
        controls.Select(control =>
            $"- {control.Relation} [{control.Framework} {control.Id}]({control.Url}): \"{control.Title}\""
        );
}
