using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Html.Markup;

/// <summary>A part of a page. Its texts are as the tenant wrote them: the printer alone escapes.</summary>
internal abstract record Node
{
    public static implicit operator Node(string text) => new TextNode(text);
}

/// <summary>Words of an element.</summary>
internal sealed record TextNode(string Text) : Node;

/// <summary>What a pen has drawn; it has escaped its own texts.</summary>
internal sealed record DrawnNode(SvgPen Pen) : Node;

/// <summary>Style or script that ships with the program; nothing of a tenant enters it.</summary>
internal sealed record AssetNode(Asset Asset) : Node;
