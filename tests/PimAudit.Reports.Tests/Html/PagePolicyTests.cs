using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using PimAudit.Reports.Html;

namespace PimAudit.Reports.Tests.Html;

internal sealed class PagePolicyTests
{
    [Test]
    public void Names_the_hash_of_its_one_style_and_its_one_script()
    {
        var page = ShownPage.Of(SampleResult.Contoso);
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.That(
            policy.Split("; "),
            Is.EqualTo([
                "default-src 'none'",
                $"style-src {Hash(page.QuerySelectorAll("style").Single().TextContent)}",
                $"script-src {Hash(page.QuerySelectorAll("script").Single().TextContent)}",
                "base-uri 'none'",
                "form-action 'none'",
            ])
        );
    }

    [Test]
    public void States_the_policy_before_anything_that_it_governs()
    {
        var source = ShownPage.Source(SampleResult.Contoso);

        Assert.That(
            source.IndexOf("Content-Security-Policy", StringComparison.Ordinal),
            Is.LessThan(source.IndexOf("<style", StringComparison.Ordinal))
        );
    }

    [Test]
    public void Has_nothing_that_loads_and_nothing_that_the_policy_would_refuse()
    {
        var page = ShownPage.Of(SampleResult.Contoso);
        var attributes = page
            .All.SelectMany(element => element.Attributes)
            .Select(attribute => attribute.Name)
            .Distinct();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.QuerySelectorAll("link, img, iframe, object, embed, video, audio, base, image, foreignObject"),
                Is.Empty
            );
            Assert.That(
                attributes.Where(name =>
                    name is "style" or "src" or "srcset" or "action" or "background"
                    || name.StartsWith("on", StringComparison.Ordinal)
                ),
                Is.Empty
            );
        }
    }

    [Test]
    public void Styles_without_address_and_scripts_without_request_or_markup()
    {
        var page = ShownPage.Of(SampleResult.Contoso);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.QuerySelector("style")!.TextContent,
                Does.Not.Match(@"url\(|@import|@font-face|expression")
            );
            Assert.That(
                page.QuerySelector("script")!.TextContent,
                Does.Not.Match(
                    "fetch|XMLHttp|import|innerHTML|outerHTML|insertAdjacent|document\\.write|eval|Function\\(|new Image|sendBeacon"
                )
            );
        }
    }

    [Test]
    public void Writes_the_same_bytes_again()
    {
        var once = HtmlReport.Write(SampleResult.TwoProfiles, ShownPage.Facts);

        Assert.That(HtmlReport.Write(SampleResult.TwoProfiles, ShownPage.Facts), Is.EqualTo(once));
        Assert.That(once[..3], Is.Not.EqualTo(Encoding.UTF8.GetPreamble()));
    }

    private static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
