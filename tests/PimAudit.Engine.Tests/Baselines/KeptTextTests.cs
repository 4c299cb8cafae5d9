using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>What a baseline keeps of a finding, and what a later run says of one that is gone.</summary>
public sealed class KeptTextTests
{
    private static readonly ObjectRef Role = new(ObjectKind.Role, WellKnownRoles.GlobalAdministrator, "Global Admin");
    private static readonly Judgement.Breaks Usual = StubRule.Breaks(StubRule.Person(1));
    private static readonly Gap Unread = new(SnapshotParts.GroupMembers, MissingReason.Permission, "said no");

    [TestCase(999, 999)]
    [TestCase(1_000, 1_000)]
    [TestCase(1_001, 1_000)]
    public void Texts_and_names_are_kept_up_to_a_thousand_characters(int length, int kept)
    {
        var text = new string('a', length);
        var one = Of(
            Usual with
            {
                Subject = Usual.Subject with { DisplayName = text },
                Draft = Usual.Draft with
                {
                    Subject = Usual.Subject with { DisplayName = text },
                    Role = Role with { DisplayName = text },
                    Title = text,
                    Observed = text,
                    Expected = text,
                },
            }
        )
            .Findings.Single();

        Assert.That(
            new[] { one.Subject.DisplayName, one.Role?.DisplayName, one.Title, one.Observed, one.Expected },
            Is.All.EqualTo(new string('a', kept))
        );
    }

    [Test]
    public void A_name_of_a_thousand_characters_is_cut_only_where_it_would_fall_apart() =>
        Assert.That(
            new[] { new string('a', 998) + "😀b", new string('a', 999) + "😀" }.Select(text =>
                Of(Usual with { Draft = Usual.Draft with { Observed = text } }).Findings.Single().Observed
            ),
            Is.EqualTo([new string('a', 998) + "😀", new string('a', 999)])
        );

    [Test]
    public void A_finding_without_a_role_is_kept_without_one_and_a_name_that_was_not_read_stays_unread()
    {
        var one = Of(StubRule.Breaks(StubRule.Person(1) with { DisplayName = null })).Findings.Single();

        Assert.That((one.Role, one.Subject.DisplayName), Is.EqualTo(((ObjectRef?)null, (string?)null)));
    }

    [Test]
    public void Findings_stand_by_rule_then_subject_then_fingerprint()
    {
        var findings = Baselines
            .Of(
                Judged.By(
                    new StubRule(StubRule.Usual with { Id = "PIM102" }, _ => [StubRule.Breaks(StubRule.Person(1))]),
                    StubRule.Saying(
                        StubRule.Breaks(StubRule.Person(3)),
                        StubRule.Breaks(StubRule.Person(2), null, StubRule.Person(7)),
                        StubRule.Breaks(StubRule.Person(2), null, StubRule.Person(8)),
                        StubRule.Breaks(StubRule.Person(2), null, StubRule.Person(9))
                    )
                )
                    is var result
                    ? result with
                    {
                        Findings = [.. result.Findings.Reverse()],
                    }
                    : result
            )
            .Findings;

        Assert.That(
            findings.Select(one => (one.RuleId, one.Subject.Label)),
            Is.EqualTo([
                ("PIM101", "Person 2"),
                ("PIM101", "Person 2"),
                ("PIM101", "Person 2"),
                ("PIM101", "Person 3"),
                ("PIM102", "Person 1"),
            ])
        );
        Assert.That(findings.Take(3).Select(one => one.Fingerprint), Is.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public void What_is_gone_says_why_it_mattered_and_by_which_source()
    {
        var rule = new StubRule(StubRule.Usual with { Source = "A book" }, _ => []);
        var stated = Judged.Profile with
        {
            Rules = Judged.Profile.Rules.Add("PIM101", RuleChange.None with { Source = "A benchmark" }),
        };
        var other = new StubRule(rule.Info with { Id = "PIM102" }, _ => []);

        Assert.That(
            new[] { Gone(rule, Judged.Profile), Gone(rule, stated), Gone(other, Judged.Profile) }.Select(gone =>
                (gone.Why, gone.Source)
            ),
            Is.EqualTo([
                ("It matters.", "A book"),
                ("It matters.", "A benchmark"),
                ("The rule that found it is not part of this run.", "the baseline"),
            ])
        );
    }

    [Test]
    public void What_is_resolved_needs_no_step_and_what_could_not_be_confirmed_does() =>
        Assert.That(
            new[]
            {
                Gone(StubRule.Saying(), Judged.Profile),
                Gone(StubRule.Saying(new Judgement.Blind(StubRule.Person(7), Unread)), Judged.Profile),
            }.Select(gone => (gone.Status, gone.Fix.Steps.Length)),
            Is.EqualTo([(FindingStatus.Resolved, 0), (FindingStatus.Open, 2)])
        );

    /// <summary>It is gone: the waiver covers nothing any more and should go too.</summary>
    [Test]
    public void A_waiver_does_not_cover_what_is_resolved()
    {
        var result = Against(
            StubRule.Saying(),
            Judged.Profile,
            AuditConfiguration.Empty with
            {
                Waivers = [new("PIM101", [StubRule.Person(1).Id], "Migration", "Anna", new DateOnly(2026, 12, 31))],
            }
        );

        Assert.That(
            (result.Findings.Single().Status, result.Waivers.Single().State),
            Is.EqualTo((FindingStatus.Resolved, WaiverState.Unused))
        );
    }

    private static Baseline Of(Judgement judgement) => Baselines.Of(Judged.By(StubRule.Saying(judgement)));

    private static Finding Gone(IRule rule, Profile profile) =>
        Against(rule, profile, AuditConfiguration.Empty).Findings.Single();

    private static AuditResult Against(IRule rule, Profile profile, AuditConfiguration configuration) =>
        Evaluator.Evaluate(
            Judged.Tenant,
            new string('b', 64),
            AuditPlan.Make([rule], profile, configuration).Plan,
            new("1.0") { Baseline = Of(Usual) }
        );
}
