using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>Several profiles over one access: the first decides, the others add columns.</summary>
public sealed class FurtherProfileTests
{
    private static readonly StubRule Counting = new(
        StubRule.Usual with
        {
            Parameters =
            [
                RuleParameter.Number("max", 8, "most people"),
                RuleParameter.Pattern("pattern", "^RAG", "names"),
            ],
        },
        context =>
            Enumerable
                .Range(1, 6)
                .Where(count => count > context.Parameters.Number("max"))
                .Select(count => (Judgement)StubRule.Breaks(StubRule.Person(count)))
                .DefaultIfEmpty(new Judgement.Meets(StubRule.Person(0)))
    );

    private static readonly StubRule Beyond = new(
        StubRule.Usual with
        {
            Id = "PIM603",
            Practice = RuleInfo.BeyondThePractice,
            Source = "A book",
        },
        _ => [new Judgement.Meets(StubRule.Person(1))]
    );

    private static readonly StubRule Coverage = new(StubRule.Usual with { Id = "PIM901" }, _ => []);

    [Test]
    public void What_a_further_profile_states_goes_before_the_configuration_and_that_before_the_default()
    {
        var (plan, problems) = AuditPlan.MakeFurther(
            [Counting],
            Stating(("max", "4")),
            Configured.With("PIM101", parameters: [("max", ["5"]), ("pattern", ["^PIM"])])
        );

        Assert.That(problems, Is.Empty);
        Assert.That(
            plan.Rules.Single().Parameters.InWords,
            Is.EqualTo(new Dictionary<string, string> { ["max"] = "4", ["pattern"] = "^PIM" })
        );
    }

    [Test]
    public void A_profile_of_listed_rules_leaves_the_others_off_but_coverage_on()
    {
        var profile = Stating(("max", "4")) with { OnlyListed = true };
        var (plan, _) = AuditPlan.Make([Counting, Beyond, Coverage], profile, AuditConfiguration.Empty);

        Assert.That(
            plan.Rules.Select(planned => (planned.Id, planned.IsOn)),
            Is.EqualTo(new[] { ("PIM101", true), ("PIM603", false), ("PIM901", true) })
        );
    }

    [TestCase(true, true, false)]
    [TestCase(false, false, false)]
    public void The_configuration_switches_rules_of_the_primary_on_and_off_but_adds_none_to_a_further_one(
        bool enabled,
        bool primary,
        bool further
    )
    {
        var profile = Judged.Profile with { OnlyListed = true };
        var configuration = Configured.With("PIM603", enabled);

        Assert.That(
            (
                AuditPlan.Make([Beyond], profile, configuration).Plan.Rules.Single().IsOn,
                AuditPlan.MakeFurther([Beyond], profile, configuration).Plan.Rules.Single().IsOn
            ),
            Is.EqualTo((primary, further))
        );
    }

    [Test]
    public void The_configuration_switches_a_rule_off_under_every_profile()
    {
        var (plan, _) = AuditPlan.MakeFurther([Beyond], Judged.Profile, Configured.With("PIM603", enabled: false));

        Assert.That(plan.Rules.Single().IsOn, Is.False);
    }

    [Test]
    public void A_further_profile_keeps_its_own_tiers()
    {
        var configuration = AuditConfiguration.Empty with { HighlyPrivilegedRoles = [] };

        Assert.That(
            (
                AuditPlan.Make([Beyond], Judged.Profile, configuration).Plan.Roles.HighlyPrivileged.Count,
                AuditPlan.MakeFurther([Beyond], Judged.Profile, configuration).Plan.Roles.HighlyPrivileged.Count
            ),
            Is.EqualTo((0, 1))
        );
    }

    [Test]
    public void The_primary_alone_decides_findings_and_waivers()
    {
        var result = Of(
            AuditConfiguration.Empty with
            {
                Waivers =
                [
                    .. new[] { 5, 6 }.Select(person => new Waiver(
                        "PIM101",
                        [StubRule.Person(person).Id],
                        "Why",
                        "Who",
                        new DateOnly(2026, 12, 31)
                    )),
                ],
            },
            Stating(("max", "4")),
            Stating(("max", "2")) with
            {
                Name = "strict",
            }
        );

        Assert.That(result.Findings.Select(finding => finding.Profile), Is.EqualTo(new[] { "plain", "plain" }));
        Assert.That(result.Rules.Single(rule => rule.Id is "PIM101").Outcome, Is.EqualTo(RuleOutcome.Waived));
        Assert.That(
            result.Crosswalk[0].Verdicts.Select(verdict => (verdict.Profile, verdict.Outcome, verdict.Findings)),
            Is.EqualTo(new[] { ("plain", RuleOutcome.Waived, 2), ("strict", RuleOutcome.Fail, 4) })
        );
    }

    [Test]
    public void The_crosswalk_tells_thresholds_sources_and_where_profiles_agree()
    {
        var strict = Judged.Profile with
        {
            Name = "strict",
            Rules = ImmutableSortedDictionary<string, RuleChange>.Empty.Add(
                "PIM101",
                RuleChange.None with
                {
                    Parameters = Parameters(("max", "7")),
                    Source = "A benchmark",
                    Differs = "Another says 9",
                }
            ),
        };
        var result = Of(AuditConfiguration.Empty, Judged.Profile, strict);

        Assert.That(result.Profiles.Select(profile => profile.Name), Is.EqualTo(new[] { "plain", "strict" }));
        Assert.That(
            result.Crosswalk.Select(row => (row.RuleId, row.Alike)),
            Is.EqualTo(new[] { ("PIM101", false), ("PIM603", true) })
        );
        var verdict = result.Crosswalk[0].Verdicts[1];
        Assert.That(
            (verdict.Parameters["max"], verdict.Source, verdict.Differs),
            Is.EqualTo(("7", "A benchmark", "Another says 9"))
        );
    }

    [Test]
    public void One_profile_makes_no_crosswalk() =>
        Assert.That(Of(AuditConfiguration.Empty, Judged.Profile).Crosswalk, Is.Empty);

    [Test]
    public void The_run_id_depends_on_every_profile_and_on_which_is_first()
    {
        var other = Judged.Profile with { Name = "other", Hash = new string('c', 64) };
        string[] ids =
        [
            Of(AuditConfiguration.Empty, Judged.Profile).Run.Id,
            Of(AuditConfiguration.Empty, Judged.Profile, other).Run.Id,
            Of(AuditConfiguration.Empty, other, Judged.Profile).Run.Id,
        ];

        Assert.That(ids, Is.Unique);
    }

    [Test]
    public void A_rule_names_its_controls()
    {
        var control = new ControlReference(
            "CISA SCuBA",
            "MS.AAD.7.4v1",
            "No permanent",
            "supports evidence for",
            "https://a"
        );
        var (plan, _) = AuditPlan.Make([Counting, Beyond], Judged.Profile, AuditConfiguration.Empty);
        var result = Evaluator.Evaluate(
            Judged.Tenant,
            new string('b', 64),
            plan with
            {
                Controls = [new(control, ["PIM101"])],
            },
            new("1.0")
        );

        Assert.That(
            result.Rules.Select(rule => rule.Controls.ToArray()),
            Is.EqualTo(new[] { new[] { control }, Array.Empty<ControlReference>() })
        );
    }

    private static AuditResult Of(AuditConfiguration configuration, Profile primary, params Profile[] further)
    {
        StubRule[] rules = [Counting, Beyond, Coverage];
        var (plan, problems) = AuditPlan.Make(rules, primary, configuration);
        Assert.That(problems, Is.Empty);
        return Evaluator.Evaluate(
            Judged.Tenant,
            new string('b', 64),
            plan with
            {
                Further = [.. further.Select(one => AuditPlan.MakeFurther(rules, one, configuration).Plan)],
            },
            new("1.0")
        );
    }

    private static Profile Stating(params (string Name, string Value)[] parameters) =>
        Judged.Profile with
        {
            Rules = ImmutableSortedDictionary<string, RuleChange>.Empty.Add(
                "PIM101",
                RuleChange.None with
                {
                    Parameters = Parameters(parameters),
                }
            ),
        };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Parameters(
        params (string Name, string Value)[] parameters
    ) => parameters.ToImmutableSortedDictionary(one => one.Name, one => ImmutableArray.Create(one.Value));
}
