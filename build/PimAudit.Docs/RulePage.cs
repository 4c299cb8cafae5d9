using PimAudit.Engine;

namespace PimAudit.Docs;

/// <summary>How a document links to the page of a rule.</summary>
public static class RulePage
{
    /// <param name="rules">The folder <c>rules</c>, seen from the document: such as <c>../rules/</c>, or nothing inside it.</param>
    /// <returns>Markdown, such as <c>[PIM204 ActivationTooLong](PimAudit.Rules/RoleSettings/ActivationTooLong.md)</c>.</returns>
    public static string Link(IRule rule, string rules) =>
        $"[{rule.Info.Id} {Name(rule)}]({rules}PimAudit.Rules/{Family.Of(rule.Info.Id).Folder}/{Name(rule)}.md)";

    private static string Name(IRule rule) => rule.Name;
}
