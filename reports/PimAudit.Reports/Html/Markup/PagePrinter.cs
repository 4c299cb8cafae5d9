using System.Collections.Frozen;
using System.Text;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Html.Markup;

/// <summary>Writes elements as text. Every text and every attribute of a page is escaped here and nowhere else.</summary>
internal static class PagePrinter
{
    private static readonly FrozenSet<string> Empty = new[] { "col", "input", "meta" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    /// <summary>Elements that hold words alone.</summary>
    private static readonly FrozenSet<string> Plain = new[] { "option", "title" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that begin a line of the file, so that two files can be compared.</summary>
    private static readonly FrozenSet<string> Lines = new[]
    {
        "body",
        "details",
        "dl",
        "footer",
        "form",
        "head",
        "header",
        "li",
        "main",
        "meta",
        "nav",
        "p",
        "section",
        "script",
        "style",
        "table",
        "tbody",
        "thead",
        "title",
        "tr",
        "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Print(Element root)
    {
        var page = new StringBuilder("<!doctype html>");
        Print(page, root);
        return page.Append('\n').ToString();
    }

    private static void Print(StringBuilder page, Element element)
    {
        if (Lines.Contains(element.Name))
            page.Append('\n');
        page.Append('<').Append(element.Name);
        foreach (var (name, value) in element.Attributes)
        {
            page.Append(' ').Append(name);
            if (value.Length > 0)
                page.Append("=\"").Append(Escaped(Printable.Plain(value, borrows: true))).Append('"');
        }

        page.Append('>');
        if (Empty.Contains(element.Name))
            return;

        foreach (var child in element.Children)
            Print(page, child, isPlain: Plain.Contains(element.Name));
        page.Append("</").Append(element.Name).Append('>');
    }

    private static void Print(StringBuilder page, Node node, bool isPlain)
    {
        switch (node)
        {
            case Element element:
                Print(page, element);
                break;
            case TextNode text when isPlain:
                page.Append(Escaped(Printable.Plain(text.Text, borrows: true)));
                break;
            case TextNode text:
                Words(page, text.Text);
                break;
            case DrawnNode drawing:
                page.Append('\n').Append(drawing.Pen);
                break;
            case AssetNode asset:
                page.Append(asset.Asset.Content);
                break;
        }
    }

    /// <summary>What turns the reading direction is kept to itself, and what cannot be seen stands out as its code point.</summary>
    private static void Words(StringBuilder page, string text)
    {
        var turns = Direction.Turns(text);
        if (turns)
            page.Append("<bdi dir=\"ltr\">");
        foreach (var part in Printable.Parts(text, borrows: true))
        {
            if (part.IsEscape)
                page.Append("<span class=\"u\">").Append(part.Text).Append("</span>");
            else
                page.Append(Escaped(part.Text));
        }

        if (turns)
            page.Append("</bdi>");
    }

    private static string Escaped(string text) =>
        text.AsSpan().ContainsAny("&<>\"'\u00A0")
            ? text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("'", "&#39;", StringComparison.Ordinal)
                .Replace("\u00A0", "&nbsp;", StringComparison.Ordinal)
            : text;
}
