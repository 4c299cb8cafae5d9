using System.Text;
using AngleSharp.Html.Dom;
using Markdig;
using PimAudit.Model;
using PimAudit.Reports.Markdown;
using PimAudit.Reports.Tests.Html;

namespace PimAudit.Reports.Tests.Markdown;

/// <summary>A report as somebody else's program reads it, with what GitHub adds to CommonMark.</summary>
internal static class ReadMarkdown
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseFootnotes()
        .UseEmphasisExtras()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseMathematics()
        .Build();

    public static string Source(AuditResult result, int mostBytes = MarkdownReport.MostBytes) =>
        Encoding.UTF8.GetString(MarkdownReport.Write(result, ShownPage.Facts, mostBytes));

    public static IHtmlDocument Of(AuditResult result) => Of(Source(result));

    public static IHtmlDocument Of(string source) => ShownPage.Parsed(Markdig.Markdown.ToHtml(source, GitHub));
}
