using AngleSharp.Dom;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Html;

internal sealed class PageStructureTests
{
    private static readonly TestCaseData[] Results =
    [
        new TestCaseData(SampleResult.Contoso).SetArgDisplayNames("Contoso"),
        new TestCaseData(SampleResult.TwoProfiles).SetArgDisplayNames("two profiles"),
        new TestCaseData(SampleResult.Clean).SetArgDisplayNames("clean"),
        new TestCaseData(SampleResult.NothingEvaluated).SetArgDisplayNames("nothing evaluated"),
        new TestCaseData(SampleResult.WithFindings(2001)).SetArgDisplayNames("2001 findings"),
    ];

    [TestCaseSource(nameof(Results))]
    public void Has_a_language_landmarks_and_one_first_heading(AuditResult result)
    {
        var page = ShownPage.Of(result);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
            Assert.That(page.QuerySelectorAll("h1"), Has.Length.EqualTo(1));
            Assert.That(page.QuerySelectorAll("body > header, body > main, body > footer"), Has.Length.EqualTo(3));
            Assert.That(page.QuerySelectorAll("main > nav[aria-label]"), Has.Length.EqualTo(1));
        }
    }

    [TestCaseSource(nameof(Results))]
    public void Skips_no_level_of_headings(AuditResult result)
    {
        var levels = ShownPage
            .Of(result)
            .QuerySelectorAll("h1, h2, h3, h4")
            .Select(head => head.TagName[1] - '0')
            .ToList();

        Assert.That(levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1), Is.Empty);
        Assert.That(levels[0], Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Results))]
    public void Gives_each_id_once_and_leads_every_link_to_one(AuditResult result)
    {
        var page = ShownPage.Of(result);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var links = page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")!).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique);
            Assert.That(links, Has.All.StartsWith("#"));
            Assert.That(links.Select(link => link[1..]).Except(ids), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Results))]
    public void Names_every_table_and_what_each_head_heads(AuditResult result)
    {
        var page = ShownPage.Of(result);
        var tables = page.QuerySelectorAll("table");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables, Is.Not.Empty);
            Assert.That(tables.Where(table => table.QuerySelector("caption") is null), Is.Empty);
            Assert.That(page.QuerySelectorAll("th:not([scope])"), Is.Empty);
            Assert.That(
                page.QuerySelectorAll("tbody tr")
                    .Where(row => row.QuerySelector("th") is null && row.ClassName != "note"),
                Is.Empty
            );
        }
    }

    [TestCaseSource(nameof(Results))]
    public void Fills_each_row_to_the_width_of_its_table(AuditResult result)
    {
        var wrong =
            from table in ShownPage.Of(result).QuerySelectorAll("table")
            let width = table.QuerySelectorAll("thead th").Length
            from row in table.QuerySelectorAll("tbody tr")
            where row.Children.Sum(cell => int.Parse(cell.GetAttribute("colspan") ?? "1")) != width
            select ShownPage.Words(row);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Shows_everything_and_no_filter_where_no_script_runs()
    {
        var page = ShownPage.Of(SampleResult.Contoso);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("details"), Has.Length.EqualTo(SampleResult.Contoso.Findings.Length));
            Assert.That(page.QuerySelectorAll("details:not([open])"), Is.Empty);
            Assert.That(page.QuerySelectorAll("form, button, select").Where(IsShown), Is.Empty);
            Assert.That(page.QuerySelectorAll(".finding").Where(element => !IsShown(element)), Is.Empty);
        }
    }

    [Test]
    public void Says_the_verdict_the_sentences_and_the_counts_first()
    {
        var page = ShownPage.Of(SampleResult.Contoso);
        var top = page.QuerySelector(".top")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Action needed"));
            Assert.That(page.Title, Does.StartWith("Action needed: Contoso Ltd"));
            Assert.That(ShownPage.Words(top, ".five li"), Has.Length.EqualTo(5));
            Assert.That(ShownPage.Words(top, ".five li")[0], Does.StartWith("2 Critical"));
            Assert.That(
                ShownPage.Words(top, ".said p"),
                Has.Some.StartsWith("Contoso Ltd does not yet meet the practice")
            );
        }
    }

    [Test]
    public void Keeps_what_was_not_evaluated_beside_the_verdict_and_out_of_reach_of_filters()
    {
        var page = ShownPage.Of(SampleResult.Contoso);
        var notice = page.QuerySelector(".notice")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(notice.ClassList, Does.Contain("unknown"));
            Assert.That(notice.QuerySelector("[role=img]")!.GetAttribute("aria-label"), Is.EqualTo("Not evaluated"));
            Assert.That(ShownPage.Words(notice), Does.Contain("rules evaluated."));
            Assert.That(notice.QuerySelector("a")!.GetAttribute("href"), Is.EqualTo("#coverage"));
            Assert.That(notice.Closest(".listing, .finding"), Is.Null);
        }
    }

    [Test]
    public void Calls_a_tenant_in_order_only_where_everything_was_evaluated()
    {
        var clean = ShownPage.Of(SampleResult.Clean);
        var blind = ShownPage.Of(SampleResult.NothingEvaluated);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clean.QuerySelector("h1")!.TextContent, Is.EqualTo("In order"));
            Assert.That(clean.QuerySelector(".notice.unknown"), Is.Null);
            Assert.That(blind.QuerySelector("h1")!.TextContent, Is.EqualTo("Nothing could be judged"));
            Assert.That(blind.QuerySelector(".notice.unknown"), Is.Not.Null);
            Assert.That(
                ShownPage.Words(blind.QuerySelector("#findings")!),
                Does.Contain("says nothing about the tenant")
            );
        }
    }

    private static bool IsShown(IElement element) => element.Closest("[hidden]") is null;
}
