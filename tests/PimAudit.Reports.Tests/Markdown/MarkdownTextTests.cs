using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NUnit.Framework;
using PimAudit.Reports.Markdown;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Tests.Html;

namespace PimAudit.Reports.Tests.Markdown;

internal sealed class MarkdownTextTests
{
    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void Stays_the_same_words_in_a_cell(string text)
    {
        var page = ReadMarkdown.Of(
            $"| a | b |\n| --- | --- |\n| {MarkdownText.Of(text)} | {MarkdownText.Bold(text)} |\n"
        );

        Assert.That(ShownPage.Words(page, "td"), Is.EqualTo([Seen(text), Seen(text)]));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void Stays_the_same_words_in_a_paragraph_and_in_a_list(string text)
    {
        var page = ReadMarkdown.Of($"{MarkdownText.Of(text)}\n\n- {MarkdownText.Of(text)}\n");

        Assert.That(ShownPage.Words(page, "p, li").Where(words => words.Length > 0), Has.All.EqualTo(Seen(text)));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void Stays_the_same_id(string text)
    {
        var page = ReadMarkdown.Of($"| a |\n| --- |\n| {MarkdownText.Code(text)} |\n");

        Assert.That(ShownPage.Words(page, "td"), Is.EqualTo([Seen(text)]));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void Becomes_nothing_but_words_and_code(string text)
    {
        var page = ReadMarkdown.Of(MarkdownText.Of(text));

        Assert.That(
            page.Body!.QuerySelectorAll("*").Select(element => element.LocalName).Distinct(),
            Is.SubsetOf(["p", "code"])
        );
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void Leaves_no_mention_address_or_reference_outside_of_code(string text)
    {
        var page = ReadMarkdown.Of(MarkdownText.Of(text));
        var words = page.Body!.Descendants<IText>().Where(node => node.ParentElement!.LocalName != "code");

        Assert.That(
            words
                .Where(node =>
                    Regex.IsMatch(
                        node.Data,
                        @"@|#\d|\bGH-\d|!\d|[a-z]:\S|www\.|:[\w+-]+:",
                        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
                    )
                )
                .Select(node => node.Data),
            Is.Empty
        );
    }

    [TestCase("06:00 UTC", "06:00 UTC")]
    [TestCase("RAG - Helpdesk Admins", "RAG - Helpdesk Admins")]
    [TestCase("Observed: 8 h", "Observed: 8 h")]
    [TestCase("isAssignableToRole: false", "isAssignableToRole: false")]
    [TestCase("Step 1. Then 2.", "Step 1. Then 2.")]
    public void Leaves_plain_words_readable(string text, string written)
    {
        Assert.That(MarkdownText.Of(text), Is.EqualTo(written));
    }

    [TestCase("Run `this` ```now```")]
    [TestCase("````\nstill inside\n```")]
    public void Fences_lines_whatever_they_hold(string lines)
    {
        var page = ReadMarkdown.Of(MarkdownText.Fenced(lines));

        Assert.That(page.QuerySelector("pre code")!.TextContent, Is.EqualTo($"{lines}\n"));
    }

    [TestCase(1000, 0)]
    [TestCase(1001, 1)]
    public void Cuts_what_is_longer_than_a_thousand_letters_and_says_so(int length, int cut)
    {
        Assert.That(
            MarkdownText.Of(new string('x', length)),
            Is.EqualTo(new string('x', 1000) + (cut == 0 ? "" : "… (1 more character)"))
        );
    }

    private static string Seen(string text) =>
        string.Join(
            ' ',
            Printable.Plain(text, borrows: true).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );
}
