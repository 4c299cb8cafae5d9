using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests.Tables;

/// <summary>Where what a finding says beside the fault comes from.</summary>
public sealed class FindingTextTests
{
    private static readonly Judgement.Breaks Usual = StubRule.Breaks(StubRule.Person(1));
    private static readonly Judgement.Breaks Own = Usual with
    {
        Draft = Usual.Draft with { Why = "Because of this one.", Source = "A book" },
    };

    [Test]
    public void A_finding_has_the_reason_of_its_rule_unless_it_has_one_of_its_own() =>
        Assert.That(
            new[] { Usual, Own }.Select(one => Judged.By(StubRule.Saying(one)).Findings.Single().Why),
            Is.EqualTo(["It matters.", "Because of this one."])
        );

    [Test]
    public void The_source_is_that_of_the_profile_before_the_findings_own_before_the_rules() =>
        Assert.That(
            new[]
            {
                SourceOf(Judged.Profile, Usual),
                SourceOf(Judged.Profile, Own),
                SourceOf(Stating("A benchmark"), Own),
                SourceOf(Stating("A benchmark"), Usual),
            },
            Is.EqualTo(["Another source", "A book", "A benchmark", "A benchmark"])
        );

    [Test]
    public void A_rule_weighs_in_the_list_of_rules_what_the_configuration_gives_it() =>
        Assert.That(
            new[] { AuditConfiguration.Empty, Configured.With("PIM101", severity: Severity.Low) }.Select(one =>
                Judged.By(one, StubRule.Saying()).Rules.Single().Severity
            ),
            Is.EqualTo([Severity.High, Severity.Low])
        );

    [Test]
    public void Findings_of_one_subject_stand_by_fingerprint()
    {
        var prints = Judged
            .By(
                StubRule.Saying([
                    .. Enumerable
                        .Range(2, 6)
                        .Select(other => StubRule.Breaks(StubRule.Person(1), null, StubRule.Person(other))),
                ])
            )
            .Findings.Select(finding => finding.Fingerprint)
            .ToList();

        Assert.That(prints, Has.Count.EqualTo(6).And.Ordered.Using<string>(StringComparer.Ordinal));
    }

    /// <summary>Whatever the order in which the rule met the rows.</summary>
    [Test]
    public void Of_rows_with_one_identity_and_one_weight_the_first_by_what_was_observed_speaks()
    {
        Judgement.Breaks Seen(string what) => Usual with { Draft = Usual.Draft with { Observed = what } };

        Assert.That(
            new[]
            {
                Judged.By(StubRule.Saying(Seen("a"), Seen("b"))),
                Judged.By(StubRule.Saying(Seen("b"), Seen("a"))),
            }.Select(result => result.Findings.Single().Observed),
            Is.EqualTo(["a", "a"])
        );
    }

    [Test]
    public void A_rule_of_ones_own_with_a_short_id_has_no_family_but_may_have_an_owner()
    {
        var rule = new StubRule(StubRule.Usual with { Id = "X", Source = "Ours" }, _ => [Usual]);

        Assert.That(
            new[] { Configured.NoOwners, Configured.NoOwners.Add("X", "Team"), Configured.NoOwners.Add("xx", "No") }
                .Select(owners => Judged.By(AuditConfiguration.Empty with { Owners = owners }, rule))
                .Select(result => result.Findings.Single().Owner),
            Is.EqualTo([null, "Team", null])
        );
    }

    private static string SourceOf(Profile profile, Judgement judgement) =>
        Judged
            .Of(
                Judged.Tenant,
                profile,
                AuditConfiguration.Empty,
                new StubRule(StubRule.Usual with { Source = "Another source" }, _ => [judgement])
            )
            .Findings.Single()
            .Source;

    private static Profile Stating(string source) =>
        Judged.Profile with
        {
            Rules = Judged.Profile.Rules.Add("PIM101", RuleChange.None with { Source = source }),
        };
}
