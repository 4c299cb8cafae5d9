using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

public sealed class RuleInfoTests
{
    [TestCase("PIM101", "Standing access")]
    [TestCase("PIM204", "Role settings")]
    [TestCase("PIM312", "Groups")]
    [TestCase("PIM9", "Coverage")]
    [TestCase("PIM001", "Your own rules")]
    [TestCase("PIM", "Your own rules")]
    [TestCase("ORG101", "Your own rules")]
    [TestCase("X", "Your own rules")]
    public void The_first_digit_names_the_family(string id, string family) =>
        Assert.That(RuleFamilies.TitleOf(id), Is.EqualTo(family));

    [Test]
    public void A_source_of_its_own_goes_before_the_lines_of_the_practice() =>
        Assert.That((StubRule.Usual with { Source = "A book" }).Source, Is.EqualTo("A book"));

    [Test]
    public void A_rule_whose_definition_is_at_fault_is_not_evaluated_for_its_own_reason()
    {
        var rule = Judged
            .By(
                new StubRule(
                    StubRule.Usual,
                    _ => throw new RuleFaultException(MissingReason.Configuration, "line 3 is no SQL")
                )
            )
            .Rules.Single();

        Assert.That(
            (rule.Outcome, rule.Reason, rule.Detail),
            Is.EqualTo((RuleOutcome.NotEvaluated, (MissingReason?)MissingReason.Configuration, "line 3 is no SQL"))
        );
    }

    /// <summary>It would only repeat the one fault.</summary>
    [Test]
    public void What_is_set_for_a_broken_rule_is_no_problem_of_the_configuration()
    {
        var broken = new StubRule(StubRule.Usual with { IsBroken = true }, _ => []);
        var (plan, problems) = AuditPlan.Make(
            [broken],
            Judged.Profile,
            Configured.With("PIM101", parameters: ("unheardOf", ["1"]))
        );

        Assert.That(problems, Is.Empty);
        Assert.That(plan.Rules.Single().Parameters.AsWritten, Is.Empty);
    }

    [TestCase(@"^RAG\", "RAG")]
    [TestCase(@"^ROLE_\.x", "ROLE_.x")]
    [TestCase(@"^RAG\_x", "RAG")]
    public void A_prefix_ends_where_an_escape_is_no_plain_letter(string pattern, string prefix) =>
        Assert.That(LiteralPrefix.Of(pattern), Is.EqualTo(prefix));
}
