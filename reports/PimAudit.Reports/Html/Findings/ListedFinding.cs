using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Findings;

/// <summary>A value of a filter.</summary>
/// <param name="Value">As addresses and data hold it.</param>
/// <param name="Label">As people read it.</param>
internal readonly record struct Facet(string Value, string Label)
{
    public static Facet Of(string label) => new(Slug.Of(label), label);
}

/// <summary>A finding, and what filters and orders know of it.</summary>
/// <param name="Card">Null where the list is too long for cards.</param>
/// <param name="Practice">Lines of the document's summary that it breaks; empty where there is no card.</param>
internal sealed record ListedFinding(Finding Finding, FindingCard? Card, ImmutableArray<Facet> Practice)
{
    public Facet Severity => Facet.Of(Say.Word(Finding.Severity));
    public Facet Status => Facet.Of(Say.Word(Finding.Status));

    /// <summary>Empty where the finding is about no role, or about a role itself.</summary>
    public string Role => Finding.Role is { } role && !role.IsSame(Finding.Subject) ? role.Label : "";

    public Facet? Approach => Card?.Approach is { } approach ? Facet.Of(Words.Approach(approach)) : null;

    public static ListedFinding Of(Finding finding, FindingCard? card) => new(finding, card, [.. Lines(card)]);

    private static IEnumerable<Facet> Lines(FindingCard? card)
    {
        var cited = (card?.Practice ?? "").Split(';', StringSplitOptions.TrimEntries);
        return Wording
            .Practice.Do.AddRange(Wording.Practice.DoNot)
            .Where(line => cited.Contains(line.Label, StringComparer.Ordinal))
            .Select(line => new Facet(Slug.Of(line.Key), line.Label));
    }

    /// <summary>What the script reads: from values of ours and one name, compared and never shown.</summary>
    public Element Marked(Element element, PageContext page) =>
        element
            .Class("finding")
            .With("id", page.Unique($"finding-{Slug.Of(Finding.ShortId)}"))
            .With("data-severity", Severity.Value)
            .With("data-status", Status.Value)
            .With("data-approach", Approach?.Value)
            .With("data-practice", Practice.IsEmpty ? null : string.Join(' ', Practice.Select(line => line.Value)))
            .With("data-rule", Finding.RuleId)
            .With("data-object", Finding.Subject.Label)
            .With("data-role", Role);
}
