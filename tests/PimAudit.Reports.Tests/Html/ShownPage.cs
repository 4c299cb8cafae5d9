using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PimAudit.Model;
using PimAudit.Reports.Html;

namespace PimAudit.Reports.Tests.Html;

/// <summary>A page as a browser without script reads it.</summary>
internal static class ShownPage
{
    public static readonly ReportFacts Facts = new(SampleIds.Hash("result"));

    public static string Source(AuditResult result) => Encoding.UTF8.GetString(HtmlReport.Write(result, Facts));

    public static IHtmlDocument Of(AuditResult result) => Parsed(Source(result));

    public static IHtmlDocument Parsed(string source) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(source);

    /// <summary>Words of an element, with every white space as one space.</summary>
    public static string Words(INode element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    public static string[] Words(IParentNode parent, string selector) =>
        [.. parent.QuerySelectorAll(selector).Select(Words)];
}
