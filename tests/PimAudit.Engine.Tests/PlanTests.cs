using System.Collections.Immutable;
using NUnit.Framework;

namespace PimAudit.Engine.Tests;

public sealed class PlanTests
{
    private static readonly StubRule Rule = new(
        StubRule.Usual with
        {
            Parameters =
            [
                RuleParameter.Number("maxHours", 8, "longest activation"),
                RuleParameter.Ids("exemptRoles", "roles left out"),
                RuleParameter.Pattern("pattern", "^RAG", "names"),
                RuleParameter.Roles("roles", "held", "whose settings"),
                RuleParameter.Flag("forbidGuests", standard: true, "guests"),
            ],
        },
        _ => []
    );

    private static readonly StubRule Follower = new(
        StubRule.Usual with
        {
            Id = "PIM102",
            Parameters = [RuleParameter.Pattern("pattern", "^RAG", "names") with { Follows = "PIM101" }],
        },
        _ => []
    );

    [TestCase("maxHour", "4", "rules.PIM101.maxHour", "maxHours")]
    [TestCase("maxHours", "-1", "rules.PIM101.maxHours", null)]
    [TestCase("maxHours", "eight", "rules.PIM101.maxHours", null)]
    [TestCase("exemptRoles", "Global Administrator", "rules.PIM101.exemptRoles", null)]
    [TestCase("pattern", "(", "rules.PIM101.pattern", null)]
    [TestCase("roles", "some", "rules.PIM101.roles", null)]
    [TestCase("forbidGuests", "yes", "rules.PIM101.forbidGuests", null)]
    public void A_parameter_that_cannot_be_meant_is_a_problem(string name, string value, string where, string? nearest)
    {
        var (_, problems) = AuditPlan.Make(
            [Rule],
            Judged.Profile,
            Configured.With("PIM101", parameters: (name, [value]))
        );

        Assert.That(
            problems.Select(problem => (problem.Where, problem.Nearest)),
            Is.EqualTo(new[] { (where, nearest) })
        );
    }

    [Test]
    public void The_configuration_goes_before_the_profile_and_that_before_the_default()
    {
        var profile = Judged.Profile with
        {
            Rules = Configured.With("PIM101", parameters: [("maxHours", ["6"]), ("pattern", ["^PIM"])]).Rules,
        };
        var (plan, problems) = AuditPlan.Make(
            [Rule],
            profile,
            Configured.With("StubRule", parameters: ("maxHours", ["4"]))
        );

        Assert.That(problems, Is.Empty);
        Assert.That(
            plan.Rules.Single().Parameters.InWords,
            Is.EqualTo(
                new Dictionary<string, string>
                {
                    ["exemptRoles"] = "none",
                    ["forbidGuests"] = "true",
                    ["maxHours"] = "4",
                    ["pattern"] = "^PIM",
                    ["roles"] = "held",
                }
            )
        );
    }

    [TestCase(null, null, "^RAG")]
    [TestCase("^PIM", null, "^PIM")]
    [TestCase(null, "^ROLE", "^ROLE")]
    [TestCase("^PIM", "^ROLE", "^ROLE")]
    public void A_parameter_that_follows_another_rule_holds_its_value_until_it_is_given_one(
        string? leaders,
        string? own,
        string expected
    )
    {
        var rules = ImmutableSortedDictionary<string, RuleChange>.Empty;
        if (leaders is not null)
            rules = rules.AddRange(Configured.With("PIM101", parameters: ("pattern", [leaders])).Rules);
        if (own is not null)
            rules = rules.AddRange(Configured.With("PIM102", parameters: ("pattern", [own])).Rules);

        var (plan, problems) = AuditPlan.Make(
            [Rule, Follower],
            Judged.Profile,
            AuditConfiguration.Empty with
            {
                Rules = rules,
            }
        );

        Assert.That(problems, Is.Empty);
        Assert.That(plan.Rules[1].Parameters.Pattern("pattern").ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void A_value_that_cannot_be_meant_is_one_problem_although_another_rule_follows_it()
    {
        var (plan, problems) = AuditPlan.Make(
            [Rule, Follower],
            Judged.Profile,
            Configured.With("PIM101", parameters: ("pattern", ["("]))
        );

        Assert.That(problems.Select(problem => problem.Where), Is.EqualTo(new[] { "rules.PIM101.pattern" }));
        Assert.That(plan.Rules[1].Parameters.Pattern("pattern").ToString(), Is.EqualTo("^RAG"));
    }

    [Test]
    public void An_unknown_rule_is_a_problem_with_the_nearest_known_one()
    {
        var (_, problems) = AuditPlan.Make([Rule], Judged.Profile, Configured.With("PIM110", enabled: false));

        Assert.That(
            problems,
            Is.EqualTo(new[] { new ConfigurationProblem("rules.PIM110", "names 'PIM110', which is no rule", "PIM101") })
        );
    }

    [Test]
    public void Rules_about_coverage_cannot_be_switched_off()
    {
        var coverage = new StubRule(StubRule.Usual with { Id = "PIM901" }, _ => []);
        var (plan, problems) = AuditPlan.Make([coverage], Judged.Profile, Configured.With("PIM901", enabled: false));

        Assert.That((plan.Rules.Single().IsOn, problems.Single().Where), Is.EqualTo((true, "rules.PIM901.enabled")));
    }

    [Test]
    public void A_waiver_without_targets_reason_or_approver_is_a_problem_each()
    {
        var (_, problems) = AuditPlan.Make(
            [Rule],
            Judged.Profile,
            AuditConfiguration.Empty with
            {
                Waivers = [new("PIM101", [], " ", "", new DateOnly(2026, 12, 31))],
            }
        );

        Assert.That(
            problems.Select(problem => problem.Where),
            Is.EqualTo(new[] { "waivers[0].targets", "waivers[0].reason", "waivers[0].approvedBy" })
        );
    }

    [Test]
    public void The_run_id_depends_on_snapshot_profile_configuration_and_version()
    {
        string[] ids =
        [
            RunId(Judged.Profile, AuditConfiguration.Empty, "b", "1.0"),
            RunId(Judged.Profile with { Hash = new string('c', 64) }, AuditConfiguration.Empty, "b", "1.0"),
            RunId(Judged.Profile, Configured.With("PIM101", enabled: true), "b", "1.0"),
            RunId(Judged.Profile, AuditConfiguration.Empty, "d", "1.0"),
            RunId(Judged.Profile, AuditConfiguration.Empty, "b", "1.1"),
        ];

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Select(id => id.Length), Is.All.EqualTo(16));
    }

    [Test]
    public void The_same_input_gives_the_same_run_id() =>
        Assert.That(
            RunId(Judged.Profile, Configured.With("PIM101", enabled: true), "b", "1.0"),
            Is.EqualTo(RunId(Judged.Profile, Configured.With("PIM101", enabled: true), "b", "1.0"))
        );

    [TestCase("maxHour", "maxHours")]
    [TestCase("MAXHOURS", "maxHours")]
    [TestCase("something", null)]
    public void The_nearest_word_is_near(string written, string? expected) =>
        Assert.That(Nearest.Of(written, ["maxHours", "pattern"]), Is.EqualTo(expected));

    private static string RunId(Profile profile, AuditConfiguration configuration, string snapshot, string version)
    {
        var (plan, _) = AuditPlan.Make([Rule], profile, configuration);
        return Evaluator.Evaluate(Judged.Tenant, snapshot, plan, new(version)).Run.Id;
    }
}
