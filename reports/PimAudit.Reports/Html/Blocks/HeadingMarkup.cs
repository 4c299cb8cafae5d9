using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>The title of a block, with what is to be said beside it.</summary>
internal static class HeadingMarkup
{
    public static Element Of(string title, string? note = null) =>
        string.IsNullOrEmpty(note) ? Element.Of("h3", title) : Element.Of("h3", title, " ", Element.Of("small", note));
}
