using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Tests;

public sealed class VerdictTests
{
    [Test]
    public void An_earlier_run_without_a_difference_is_still_compared_with() =>
        Assert.That(
            Verdict.Sentences(CorpusResult.Of([]) with { Changes = [], Reviews = [] })[2],
            Is.EqualTo("Against the run of 2026-07-03 no findings are new and none was resolved.")
        );

    [Test]
    public void Critical_or_high_findings_need_action() =>
        Assert.That(Verdict.Of(SampleResult.Contoso), Is.EqualTo("Action needed"));

    [Test]
    public void Waived_findings_alone_need_none()
    {
        var waived = SampleResult.Contoso.Findings.Where(finding => finding.Status is FindingStatus.Waived);

        Assert.That(Verdict.Of(SampleResult.Clean with { Findings = [.. waived] }), Is.EqualTo("In order"));
    }

    [Test]
    public void Medium_and_below_are_remarks()
    {
        var medium = SampleResult.Contoso.Findings.Where(finding => finding.Severity is Severity.Medium);

        Assert.That(
            Verdict.Of(SampleResult.Clean with { Findings = [.. medium] }),
            Is.EqualTo("In order, with remarks")
        );
    }

    [Test]
    public void A_rule_without_evidence_narrows_the_verdict() =>
        Assert.That(Verdict.Of(SampleResult.Contoso with { Findings = [] }), Is.EqualTo("In order as far as seen"));

    [Test]
    public void A_rule_that_is_blind_on_one_subject_narrows_the_verdict()
    {
        var first = SampleResult.Clean.Rules[0];
        var blind = first with { Counts = first.Counts with { Blind = 1 } };

        Assert.That(
            Verdict.Of(SampleResult.Clean with { Rules = SampleResult.Clean.Rules.SetItem(0, blind) }),
            Is.EqualTo("In order as far as seen")
        );
    }

    [Test]
    public void Says_five_sentences_in_their_order() =>
        Assert.That(
            Verdict.Sentences(SampleResult.Contoso),
            Is.EqualTo([
                "Contoso Ltd does not yet meet the practice: two critical and three high findings are open.",
                "The most serious one: Dario Venn holds Global Administrator permanently.",
                "Against what was known before one finding is new and none was resolved.",
                "Four of the eleven lines of the practice are met, among them MFA and justification at every activation, and "
                    + "two emergency accounts outside PIM.",
                "This report can say little about access reviews (a permission is missing) and group settings (Graph asked to "
                    + "wait until patience ended).",
            ])
        );

    [Test]
    public void A_run_with_nothing_to_compare_with_says_so() =>
        Assert.That(
            Verdict.Sentences(SampleResult.Clean)[2],
            Is.EqualTo("This is the first run; there is nothing to compare with.")
        );

    [Test]
    public void A_line_of_the_practice_fails_with_any_of_its_rules() =>
        Assert.That(
            Practice
                .Judge(SampleResult.Contoso, Practice.Do)
                .Select(state => (state.Outcome, state.Findings, state.Worst)),
            Is.EqualTo([
                (RuleOutcome.Fail, 3, Severity.Critical),
                (RuleOutcome.Pass, 0, null),
                (RuleOutcome.Fail, 1, Severity.High),
                (RuleOutcome.Fail, 2, Severity.Medium),
                (RuleOutcome.Pass, 0, null),
                (RuleOutcome.NotEvaluated, 0, (Severity?)null),
            ])
        );

    [Test]
    public void Missing_evidence_weighs_more_than_a_pass() =>
        Assert.That(
            Outcomes.Together([RuleOutcome.Pass, RuleOutcome.NotEvaluated, RuleOutcome.NotApplicable]),
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );
}
