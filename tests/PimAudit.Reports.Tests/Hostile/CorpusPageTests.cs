using NUnit.Framework;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Tests.Html;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests;

/// <summary>The whole corpus in one page: each name stands in the finding of its person, and nowhere does it become anything else.</summary>
public sealed class CorpusPageTests
{
    [Test]
    public void Shows_each_name_in_the_finding_of_its_person()
    {
        var page = ShownPage.Of(CorpusResult.Whole);

        Assert.That(
            Corpus.Strings.Select((text, at) => (at, NameIn(CorpusResult.Fingerprint(at)[..8]))),
            Is.EqualTo(
                Corpus.Strings.Select(
                    (text, at) => (at, Printable.Plain(CorpusResult.Person(text, at).Label, borrows: true))
                )
            )
        );

        string? NameIn(string id) => page.GetElementById($"finding-{id}")?.QuerySelector(".who b")?.TextContent;
    }

    [Test]
    public void Holds_one_script_and_one_style_and_asks_for_nothing()
    {
        var page = ShownPage.Of(CorpusResult.Whole);

        Assert.That(
            page.QuerySelectorAll("script, style, img, iframe, object, embed, link, base, form")
                .Select(element => element.LocalName),
            Is.SubsetOf(new[] { "style", "script", "form" })
        );
        Assert.That(page.QuerySelectorAll("script, style"), Has.Length.EqualTo(2));
    }
}
