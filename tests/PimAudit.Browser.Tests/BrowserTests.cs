using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Tests;
using PimAudit.Reports.Tests.Excel;

namespace PimAudit.Browser.Tests;

internal sealed class BrowserTests
{
    private static readonly TestCaseData[] Results =
    [
        new TestCaseData(SampleResult.Contoso).SetArgDisplayNames("Contoso"),
        new TestCaseData(SampleResult.TwoProfiles).SetArgDisplayNames("two profiles"),
        new TestCaseData(SampleResult.Clean).SetArgDisplayNames("clean"),
        new TestCaseData(SampleResult.NothingEvaluated).SetArgDisplayNames("nothing evaluated"),
        new TestCaseData(Hostile.Everywhere("<img src=x onerror=alert(1)>")).SetArgDisplayNames("hostile names"),
    ];

    [TestCaseSource(nameof(Results))]
    public async Task Asks_for_nothing_but_itself_and_breaks_no_policy(AuditResult result)
    {
        await using var page = await OpenPage.Of(result);
        await page.Page.Locator("nav a").First.ClickAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Requests, Is.EqualTo([page.Address]));
            Assert.That(page.Complaints, Is.Empty);
        }
    }

    [TestCaseSource(nameof(Results))]
    public async Task Has_no_fault_that_axe_finds(AuditResult result)
    {
        await using var page = await OpenPage.Of(result);

        Assert.That(await Faults(page), Is.Empty);
    }

    [TestCase(1280)]
    [TestCase(800)]
    [TestCase(400)]
    public async Task Has_no_fault_with_a_finding_open_in_any_width(int width)
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso, width: width);
        foreach (var summary in await page.Page.Locator("summary:visible").AllAsync())
            await summary.ClickAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Faults(page), Is.Empty);
            Assert.That(
                await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
                Is.LessThanOrEqualTo(width)
            );
        }
    }

    [Test]
    public async Task Is_not_widened_by_a_name_of_forty_thousand_letters()
    {
        await using var page = await OpenPage.Of(SampleResult.Named(new string('x', 40_000)), width: 800);

        Assert.That(
            await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            Is.LessThanOrEqualTo(800)
        );
    }

    [Test]
    public async Task Shows_all_findings_open_and_no_filter_without_script()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso, withScript: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Page.Locator(".card:visible").CountAsync(), Is.EqualTo(11));
            Assert.That(await page.Page.Locator("form:visible, button:visible, select:visible").CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task Runs_nothing_that_a_name_holds()
    {
        var named = HostileTexts.All.Select((text, at) => SampleFindings.Renamed(SampleFindings.Numbered(at), text));
        await using var page = await OpenPage.Of(SampleResult.Contoso with { Findings = [.. named] }, "#show?");
        var asked = false;
        page.Page.Dialog += (_, _) => asked = true;
        await page.Page.EvaluateAsync(
            "document.querySelectorAll('details').forEach(details => { details.open = true; })"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Page.Locator(".card:visible").CountAsync(), Is.EqualTo(HostileTexts.All.Length));
            Assert.That(asked, Is.False);
            Assert.That(page.Requests, Is.EqualTo([page.Address]));
            Assert.That(page.Complaints, Is.Empty);
        }
    }

    [Test]
    public async Task Lets_the_keyboard_reach_what_scrolls_and_nothing_that_does_not()
    {
        await using var page = await OpenPage.Of(SampleResult.WithFindings(2001), width: 600);
        var wrong = await page.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.frame')].filter(frame => (frame.scrollWidth > frame.clientWidth) !== (frame.tabIndex === 0)).length"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await page.Page.Locator(".found .frame[tabindex='0'][aria-label='Findings']").CountAsync(),
                Is.EqualTo(1)
            );
            Assert.That(wrong, Is.Zero);
        }
    }

    [Test]
    public async Task Leaves_filters_and_buttons_off_the_paper()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Page.Locator("form:visible, button:visible, select:visible").CountAsync(), Is.Zero);
            Assert.That(await page.Page.Locator(".shown").IsVisibleAsync(), Is.True);
            Assert.That(await page.Page.Locator(".notice.unknown").IsVisibleAsync(), Is.True);
        }
    }

    [Test]
    public async Task Copies_a_command_as_it_is()
    {
        var finding = SampleResult.Contoso.Findings.Single(item => item.RuleId == "PIM301");
        await using var page = await OpenPage.Of(SampleResult.Contoso, $"#finding-{finding.ShortId}");

        await page.Page.Locator($"#finding-{finding.ShortId} .command button").First.ClickAsync();
        await page.Page.Locator($"#finding-{finding.ShortId} .command button:has-text('copied')").WaitForAsync();

        Assert.That(
            await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()"),
            Is.EqualTo(finding.Fix.Command)
        );
    }

    [Test]
    public async Task Is_skipped_into_by_keyboard_with_a_focus_that_can_be_seen()
    {
        await using var page = await OpenPage.Of(SampleResult.Contoso);
        await page.Page.Keyboard.PressAsync("Tab");
        var outline = await page.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineWidth");
        await page.Page.Keyboard.PressAsync("Enter");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outline, Is.EqualTo("2px"));
            Assert.That(await page.Page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("main"));
        }
    }

    private static async Task<IEnumerable<string>> Faults(OpenPage page) =>
        (await page.Page.RunAxe()).Violations.SelectMany(fault =>
            fault.Nodes.Select(node => $"{fault.Id}: {fault.Help}: {node.Html}")
        );
}
