using System.Text;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Tests.Excel;
using Element = PimAudit.Reports.Html.Markup.Element;

namespace PimAudit.Reports.Tests.Html;

internal sealed class PageHostileTests
{
    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Adds_no_element_and_no_attribute_whatever_the_names_are(string text)
    {
        Assert.That(Shape(Hostile.Everywhere(text)), Is.EqualTo(Shape(Hostile.Everywhere("Plain"))));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Shows_each_letter_and_what_cannot_be_seen_as_its_code_point(string text)
    {
        var page = ShownPage.Of(Hostile.Everywhere(text));

        var names = page.QuerySelectorAll(".who b").Select(name => name.TextContent).ToList();
        Assert.That(names, Is.Not.Empty);
        Assert.That(names, Has.All.EqualTo(Printable.Plain(text, borrows: true)));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Writes_nothing_invisible_into_the_file(string text)
    {
        var source = ShownPage.Source(Hostile.Everywhere(text));

        Assert.That(
            source.EnumerateRunes().Where(rune => rune.Value != '\n' && !Visible.Is(rune)).Select(rune => rune.Value),
            Is.Empty
        );
    }

    [Test]
    public void Keeps_letters_that_run_leftwards_to_themselves()
    {
        var page = ShownPage.Parsed(PagePrinter.Print(Element.Of("p", "שלום")));

        Assert.That(page.QuerySelector("p > bdi[dir=ltr]")!.TextContent, Is.EqualTo("שלום"));
    }

    [Test]
    public void Bears_a_name_of_forty_thousand_letters()
    {
        var name = new string('x', 40_000);

        Assert.That(ShownPage.Of(SampleResult.Named(name)).QuerySelector(".who b")!.TextContent, Is.EqualTo(name));
    }

    [Test]
    public void Escapes_an_attribute_as_it_escapes_words()
    {
        var printed = PagePrinter.Print(Element.Of("p", "<&>").With("title", "\"'<&>\u202E\n"));

        Assert.That(printed, Does.Contain("<p title=\"&quot;&#39;&lt;&amp;&gt;U+202EU+000A\">&lt;&amp;&gt;</p>"));
    }

    /// <summary>
    /// Elements with the names of their attributes, in order. Marks of code points are words; an id that is short may not break,
    /// and a command has as many lines as it has.
    /// </summary>
    private static string Shape(Model.AuditResult result)
    {
        var shape = new StringBuilder();
        foreach (var element in ShownPage.Of(result).QuerySelectorAll("*:not(.u):not(bdi):not(pre *)"))
        {
            if (element.Closest("svg") is { } picture && picture != element)
                continue;
            var attributes = element
                .Attributes.Where(_ => element.LocalName != "code")
                .Select(attribute => attribute.Name);
            shape.Append(element.LocalName).AppendJoin(' ', attributes).Append('\n');
        }

        return shape.ToString();
    }
}
