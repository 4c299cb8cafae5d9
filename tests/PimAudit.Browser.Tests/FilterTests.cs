using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Tests;

namespace PimAudit.Browser.Tests;

internal sealed class FilterTests
{
    [Test]
    public async Task Shows_what_is_critical_or_high_and_open_at_first_and_says_so()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Shown(), Is.EqualTo("5 of 11 shown: Critical, High; New, Open"));
            Assert.That(await page.Rules(), Is.EqualTo(["PIM101", "PIM301", "PIM101", "PIM103", "PIM203"]));
            Assert.That(page.Page.Url, Does.Not.Contain("#"));
        }
    }

    [Test]
    public async Task Shows_everything_at_first_where_nothing_weighs_much()
    {
        var light = SampleResult.Contoso.Findings.Where(finding => finding.Severity < Severity.High);
        await using var page = await OpenPage.Of(SampleResult.Contoso with { Findings = [.. light] });

        Assert.That(await page.Shown(), Is.EqualTo("5 of 5 shown"));
    }

    [Test]
    public async Task Widens_by_a_click_and_writes_it_into_the_address()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);

        await page.Box("severity", "medium").CheckAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Shown(), Is.EqualTo("8 of 11 shown: Critical, High, Medium; New, Open"));
            Assert.That(page.Page.Url, Does.EndWith("#show?severity=critical%2Chigh%2Cmedium&status=new%2Copen"));
        }
    }

    [Test]
    public async Task Comes_back_as_the_address_says()
    {
        await using var first = await OpenPage.Of(SampleResult.Contoso);
        await first.Box("severity", "critical").UncheckAsync();
        await first.Page.Locator(".filters [name=q]").FillAsync("Brandt");
        await first.Page.Locator(".sort select").SelectOptionAsync("object");
        var fragment = new Uri(first.Page.Url).Fragment;

        await using var second = await OpenPage.Of(SampleResult.Contoso, fragment);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await second.Shown(), Is.EqualTo("1 of 11 shown: High; New, Open; “Brandt”"));
            Assert.That(await second.Rules(), Is.EqualTo(["PIM103"]));
            Assert.That(await second.Page.Locator(".sort select").InputValueAsync(), Is.EqualTo("object"));
            Assert.That(await second.Shown(), Is.EqualTo(await first.Shown()));
        }
    }

    [Test]
    public async Task Counts_under_the_other_filters()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);
        Assert.That(await page.Count("severity", "high"), Is.EqualTo("3"));

        await page.Box("status", "open").UncheckAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Count("severity", "high"), Is.EqualTo("1"));
            Assert.That(await page.Count("severity", "critical"), Is.EqualTo("0"));
            Assert.That(await page.Count("status", "open"), Is.EqualTo("4"));
        }
    }

    [Test]
    public async Task Shows_all_again_on_request_and_says_when_nothing_matches()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);
        await page.Page.Locator(".filters [name=q]").FillAsync("nobody is called that");
        Assert.That(await page.Page.Locator(".none").IsVisibleAsync(), Is.True);

        await page.Page.Locator(".clear").ClickAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Shown(), Is.EqualTo("11 of 11 shown"));
            Assert.That(await page.Page.Locator(".none").IsVisibleAsync(), Is.False);
            Assert.That(await page.Page.Locator(".clear").IsVisibleAsync(), Is.False);
        }
    }

    [Test]
    public async Task Finds_by_object_id()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);

        await page
            .Page.Locator(".filters [name=q]")
            .FillAsync(
                SampleResult.Contoso.Findings.Single(item => item.RuleId == "PIM301").Subject.Id.ToUpperInvariant()
            );

        Assert.That(await page.Rules(), Is.EqualTo(["PIM301"]));
    }

    [TestCase("rule")]
    [TestCase("object")]
    [TestCase("role")]
    [TestCase("status")]
    [TestCase("severity")]
    public async Task Sorts_by_what_is_chosen(string order)
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso, "#show?sort=rule");
        await page.Page.Locator(".sort select").SelectOptionAsync(order);
        var severities = new[] { "critical", "high", "medium", "low", "info" };
        var keys = await page
            .Page.Locator(".finding")
            .EvaluateAllAsync<string[]>($"rows => rows.map(row => row.dataset.{order})");
        var ranks = order is not "severity"
            ? keys.Select(key => key.Length == 0 ? "~" : key.ToLowerInvariant())
            : keys.SkipLast(1).Select(key => Array.IndexOf(severities, key).ToString());

        Assert.That(keys, Has.Length.EqualTo(11));
        Assert.That(ranks, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public async Task Opens_a_finding_that_the_address_names_even_where_filters_would_hide_it()
    {
        var hidden = SampleResult.Contoso.Findings.Single(item => item.RuleId == "PIM309");
        await using var page = await OpenPage.Of(SampleResult.Contoso, $"#finding-{hidden.ShortId}");

        Assert.That(await page.Page.Locator($"#finding-{hidden.ShortId} .card").IsVisibleAsync(), Is.True);
    }

    [Test]
    public async Task Never_hides_what_was_not_evaluated()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso, "#show?q=quuxly");

        Assert.That(await page.Rules(), Is.Empty);
        Assert.That(await page.Page.Locator(".notice.unknown").IsVisibleAsync(), Is.True);
    }

    [Test]
    public async Task Filters_rows_where_there_are_too_many_for_cards()
    {
        await using var page = await OpenPage.Of(SampleResult.WithFindings(2001));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Shown(), Does.Match(@"^8\d\d of 2001 shown: Critical, High$"));
            Assert.That(await page.Page.Locator("tr.finding:visible").CountAsync(), Is.LessThan(900));
        }
    }
}
