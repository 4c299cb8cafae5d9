using System.Collections.Frozen;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Html;

/// <summary>What the parts of a page must know of the whole.</summary>
internal sealed class PageContext
{
    private readonly FrozenSet<string> anchors;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public PageContext(ReportDocument document)
    {
        var blocks = BlockTree.Of(document).ToList();
        anchors = document
            .Sections.Select(section => section.Anchor)
            .Concat(
                blocks.OfType<DataTable>().SelectMany(table => table.Rows).Select(row => row.Anchor).OfType<string>()
            )
            .Concat(
                blocks
                    .OfType<FindingList>()
                    .SelectMany(list => list.Open.AddRange(list.Others))
                    .Select(finding => Anchors.Rule(finding.RuleId))
            )
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A link to it leads somewhere.</summary>
    public bool Has(string anchor) => anchors.Contains(anchor);

    /// <summary>The id as it is, or numbered where the page holds it already.</summary>
    public string Unique(string id)
    {
        var name = id;
        for (var number = 2; !used.Add(name); number++)
            name = FormattableString.Invariant($"{id}-{number}");
        return name;
    }

    /// <summary>The id where this is the first element to ask for it; null for all others.</summary>
    public string? First(string? id) => id is not null && used.Add(id) ? id : null;
}
