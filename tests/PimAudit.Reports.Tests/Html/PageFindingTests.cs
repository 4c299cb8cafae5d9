using AngleSharp.Dom;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Html;

internal sealed class PageFindingTests
{
    [Test]
    public void Shows_id_title_rule_and_object_of_every_finding()
    {
        var result = SampleResult.Contoso;
        var rows = ShownPage.Of(result).QuerySelectorAll("li.finding");

        Assert.That(
            rows.Select(row =>
                (
                    ShownPage.Words(row.QuerySelector(".rule")!),
                    ShownPage.Words(row.QuerySelector(".title")!),
                    ShownPage.Words(row.QuerySelector(".who code")!),
                    row.Id
                )
            ),
            Is.EquivalentTo(
                result.Findings.Select(finding =>
                    (finding.RuleId, finding.Title, finding.Subject.Id, $"finding-{finding.ShortId}")
                )
            )
        );
    }

    [Test]
    public void Puts_the_heaviest_first_and_what_is_settled_last()
    {
        var page = ShownPage.Of(SampleResult.Contoso);

        Assert.That(
            ShownPage.Words(page, "li.finding .sev"),
            Is.EqualTo([
                "Critical",
                "Critical",
                "High",
                "High",
                "High",
                "Medium",
                "Medium",
                "Medium",
                "Low",
                "Info",
                "High",
            ])
        );
    }

    [Test]
    public void Says_what_was_seen_what_was_expected_why_and_how_to_mend_it()
    {
        var finding = SampleResult.Contoso.Findings.Single(item => item.RuleId == "PIM301");
        var card = Card(finding);
        var said = card.QuerySelectorAll(".judged > div")
            .ToDictionary(
                pair => ShownPage.Words(pair.QuerySelector("dt")!),
                pair => ShownPage.Words(pair.QuerySelector("dd")!)
            );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(said["Observed"], Is.EqualTo(finding.Observed));
            Assert.That(said["Expected"], Is.EqualTo(finding.Expected));
            Assert.That(said["Why it matters"], Is.EqualTo(finding.Why));
            Assert.That(ShownPage.Words(card, ".judged ol li"), Is.EqualTo(finding.Fix.Steps));
        }
    }

    [Test]
    public void Offers_the_commands_that_fix_and_that_waive_it()
    {
        var finding = SampleResult.Contoso.Findings.Single(item => item.RuleId == "PIM301");

        Assert.That(
            ShownPage.Words(Card(finding), ".command pre"),
            Is.EqualTo([finding.Fix.Command, WaiverCommand.Of(finding)])
        );
    }

    [Test]
    public void Keeps_the_lines_of_a_command_apart()
    {
        var finding = SampleResult.Contoso.Findings[0] with { Fix = new(["Run it."], "First -Id 1\nSecond -Id 2") };
        var card = ShownPage.Of(SampleResult.Contoso with { Findings = [finding] }).QuerySelector(".card")!;

        Assert.That(
            ShownPage.Words(card.QuerySelector("pre")!, "code > span"),
            Is.EqualTo(["First -Id 1", "Second -Id 2"])
        );
    }

    [Test]
    public void Draws_the_path_and_says_it_in_words()
    {
        var finding = SampleResult.Contoso.Findings.Single(item => item.RuleId == "PIM103");
        var picture = Card(finding).QuerySelector("svg[role=img][viewBox]")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                picture.GetAttribute("aria-label"),
                Does.Contain("Lena Brandt").And.Contain("RAG - Helpdesk Admins")
            );
            Assert.That(picture.QuerySelectorAll("line, circle, rect, path"), Is.Not.Empty);
        }
    }

    [Test]
    public void Tells_filters_severity_status_practice_and_approach()
    {
        var page = ShownPage.Of(SampleResult.Contoso);
        var row = page.QuerySelectorAll("li.finding").Single(item => item.GetAttribute("data-rule") == "PIM103");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.GetAttribute("data-severity"), Is.EqualTo("high"));
            Assert.That(row.GetAttribute("data-status"), Is.EqualTo("open"));
            Assert.That(row.GetAttribute("data-approach"), Is.Not.Empty);
            Assert.That(
                page.QuerySelectorAll("form [name=severity]").Select(box => box.GetAttribute("value")),
                Is.EqualTo(["critical", "high", "medium", "low", "info"])
            );
        }
    }

    [Test]
    public void Offers_only_values_that_some_finding_has()
    {
        var page = ShownPage.Of(SampleResult.Contoso);
        var dead =
            from box in page.QuerySelectorAll("form [type=checkbox]")
            let name = $"data-{box.GetAttribute("name")}"
            where
                !page.QuerySelectorAll(".finding")
                    .Any(row => (row.GetAttribute(name) ?? "").Split(' ').Contains(box.GetAttribute("value")))
            select box.OuterHtml;

        Assert.That(dead, Is.Empty);
    }

    [Test]
    public void Draws_cards_up_to_two_thousand_findings_and_rows_alone_above()
    {
        var most = ShownPage.Of(SampleResult.WithFindings(2000));
        var more = ShownPage.Of(SampleResult.WithFindings(2001));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(most.QuerySelectorAll("li.finding details"), Has.Length.EqualTo(2000));
            Assert.That(more.QuerySelectorAll("details"), Is.Empty);
            Assert.That(more.QuerySelectorAll("tr.finding"), Has.Length.EqualTo(2001));
            Assert.That(
                ShownPage.Words(more, ".found > p.q").Single(),
                Does.Contain("in the workbook, sheet Findings")
            );
        }
    }

    [Test]
    public void Numbers_the_ids_of_findings_that_begin_alike()
    {
        var finding = SampleResult.Contoso.Findings[0];
        var page = ShownPage.Of(SampleResult.Contoso with { Findings = [finding, finding with { Title = "Another" }] });

        Assert.That(
            page.QuerySelectorAll(".finding").Select(row => row.Id),
            Is.EqualTo([$"finding-{finding.ShortId}", $"finding-{finding.ShortId}-2"])
        );
    }

    private static IElement Card(Finding finding) =>
        ShownPage.Of(SampleResult.Contoso).QuerySelector($"#finding-{finding.ShortId} .card")!;
}
