using System.Collections.Immutable;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>On which page an anchor stands; empty in the first pass.</summary>
internal sealed class PageIndex(ImmutableSortedDictionary<string, int> pages)
{
    public static PageIndex Empty => new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, int> Pages => pages;

    /// <summary>How often somebody wanted a page: what was set without one stays as it is in the next pass.</summary>
    public int Asked { get; private set; }

    /// <summary>As wide as a page number before the pages are known.</summary>
    public string this[string anchor]
    {
        get
        {
            Asked++;
            return pages.TryGetValue(anchor, out var page) ? Figures.Text(page) : "00";
        }
    }
}
