using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class AuthenticationContextNotEnforcedTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Silent_when_an_enabled_policy_asks_everybody() =>
        Assert.That(Run(Tenant.Policy("c1")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Low_when_no_policy_targets_the_context()
    {
        var run = Run(Tenant.Policy("c2"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.Low) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { "authenticationContext:c1", $"role:{A.Role(Exchange):D}" }));
        }
    }

    [Test]
    public void Names_the_role_only_for_the_settings_of_a_role() =>
        Assert.That(
            Run(
                Tenant
                    .Groups("RAG - Exchange")
                    .Assigned("RAG - Exchange", Exchange)
                    .EligibleMember("RAG - Exchange", "Ines Falk")
                    .GroupSettings("RAG - Exchange", GroupAccess.Member, InContext)
            )
                .Findings.Select(finding => (finding.Subject.Label, finding.Role?.Label)),
            Is.EquivalentTo(new[] { (Exchange, Exchange), ("RAG - Exchange", null) })
        );

    [TestCase(PolicyState.Disabled)]
    [TestCase(PolicyState.ReportOnly)]
    public void High_when_the_policy_is_not_enabled(PolicyState state) =>
        Assert.That(
            Run(Tenant.Policy("c1", policy => policy with { State = state })).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.High) })
        );

    [Test]
    public void Names_the_people_who_are_not_reached()
    {
        var finding = Run(
            Tenant.Policy(
                "c1",
                policy => policy with { Excludes = PoliciesOf.Nobody with { Users = [A.Id("Ines Falk")] } }
            )
        )
            .Findings.Single();

        Assert.That(
            (finding.Severity, finding.Observed, string.Join(", ", finding.Related.Select(one => one.Object.Label))),
            Is.EqualTo(
                (
                    Severity.High,
                    "no enabled policy that asks for multifactor authentication reaches 1 eligible person",
                    "Ines Falk"
                )
            )
        );
    }

    [Test]
    public void An_excluded_group_excludes_its_nested_members() =>
        Assert.That(
            Run(Excluding("Everybody IT").InGroups("Ines Falk", "Inner", "Everybody IT")).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.High) })
        );

    [Test]
    public void An_excluded_group_leaves_the_others() =>
        Assert.That(
            Run(Excluding("Everybody IT").InGroups("Ines Falk", "Inner")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_when_the_groups_of_a_person_decide_and_were_not_read() =>
        Assert.That(
            Run(Excluding("Everybody IT").Gap(SnapshotParts.GroupsOfUsers, "Ines Falk")).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Does_not_need_the_groups_of_a_person_when_no_policy_names_one() =>
        Assert.That(Run(Tenant.Policy("c1").Refuse(SnapshotParts.GroupsOfUsers)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(true, RuleOutcome.Fail)]
    [TestCase(false, RuleOutcome.Pass)]
    public void Or_with_a_lesser_control_does_not_ask(bool isOr, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Tenant.Policy(
                    "c1",
                    policy => policy with { Grant = PoliciesOf.Asks("mfa", "compliantDevice") with { IsOr = isOr } }
                )
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_policy_that_demands_nothing_does_not_ask() =>
        Assert.That(
            Run(Tenant.Policy("c1", policy => policy with { Grant = null })).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.High) })
        );

    [Test]
    public void A_block_is_stricter_than_asked() =>
        Assert.That(
            Run(Tenant.Policy("c1", policy => policy with { Grant = PoliciesOf.Asks("block") })).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Medium_when_people_escape_by_a_condition()
    {
        var finding = Run(Tenant.Policy("c1", policy => policy with { NarrowedBy = ["locations", "platforms"] }))
            .Findings.Single();

        Assert.That(
            (finding.Severity, finding.Observed),
            Is.EqualTo((Severity.Medium, "1 eligible person escapes by locations, platforms"))
        );
    }

    [Test]
    public void A_second_policy_without_conditions_closes_the_gap() =>
        Assert.That(
            Run(Tenant.Policy("c1", policy => policy with { NarrowedBy = ["locations"] }).Policy("c1")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void A_policy_for_agents_reaches_nobody() =>
        Assert.That(
            Run(Tenant.Policy("c1", policy => policy with { TargetsAgentsOnly = true })).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.High) })
        );

    [Test]
    public void A_role_that_is_held_standing_is_reached() =>
        Assert.That(
            Run(ByRole("Global Reader").Assigned("Ines Falk", "Global Reader")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_a_policy_that_includes_by_role_alone_to_the_other_rule() =>
        Assert.That(Run(ByRole(Exchange)).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Does_not_count_emergency_accounts_as_people() =>
        Assert.That(
            Run(
                Tenant
                    .Policy(
                        "c1",
                        policy => policy with { Excludes = PoliciesOf.Nobody with { Users = [A.Id("Break Glass 1")] } }
                    )
                    .Users("Break Glass 1")
                    .Emergency("Break Glass 1")
                    .Eligible("Break Glass 1", Exchange)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase("00000000-0000-0000-0000-000000000004", "", RuleOutcome.Pass)]
    [TestCase("custom", "fido2", RuleOutcome.Pass)]
    [TestCase("custom", "fido2,password,sms", RuleOutcome.Fail)]
    [TestCase("custom", "", RuleOutcome.NotEvaluated)]
    public void Weighs_the_methods_of_a_strength_when_asked_to(string strength, string methods, RuleOutcome outcome) =>
        Assert.That(
            Audit
                .With<AuthenticationContextNotEnforced>(
                    Tenant.Policy(
                        "c1",
                        policy =>
                            policy with
                            {
                                Grant = PoliciesOf.Asks() with
                                {
                                    AuthenticationStrength = strength,
                                    StrengthCombinations =
                                    [
                                        .. methods.Split(',', StringSplitOptions.RemoveEmptyEntries),
                                    ],
                                },
                            }
                    ),
                    ("requirePhishingResistant", "true")
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    /// <summary>Nobody can read the groups of an account that is no more, and it activates nothing.</summary>
    [Test]
    public void Is_not_blind_for_a_phantom_or_a_deleted_account() =>
        Assert.That(
            Run(
                Excluding("IT")
                    .InGroups("Ines Falk")
                    .Unresolved("Phantom")
                    .Eligible("Phantom", Exchange)
                    .Deleted("Gone", TimeSpan.FromHours(3))
                    .Eligible("Gone", Exchange)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_evaluated_when_the_policies_were_refused() =>
        Assert.That(
            Run(Tenant.Refuse(SnapshotParts.ConditionalAccessPolicies)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Looks_at_the_policies_alone_while_nobody_is_eligible() =>
        Assert.That(
            Run(
                A.Tenant.Settings("Global Administrator", InContext)
                    .Settings("Privileged Role Administrator")
                    .Policy("c1", policy => policy with { State = PolicyState.Disabled })
            ).Severities,
            Is.EqualTo(new[] { ("Global Administrator", Severity.High) })
        );

    [Test]
    public void Silent_while_nobody_is_eligible_and_a_policy_asks() =>
        Assert.That(
            Run(
                A.Tenant.Settings("Global Administrator", InContext)
                    .Settings("Privileged Role Administrator")
                    .Policy("c1")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_while_nobody_is_eligible_and_it_was_not_told_what_the_policy_asks_for() =>
        Assert.That(
            Audit
                .With<AuthenticationContextNotEnforced>(
                    A.Tenant.Settings("Global Administrator", InContext)
                        .Settings("Privileged Role Administrator")
                        .Policy("c1", policy => policy with { Grant = StrengthOf() }),
                    ("requirePhishingResistant", "true")
                )
                .Blind,
            Is.EqualTo(new[] { "Global Administrator" })
        );

    /// <summary>A strength of the tenant's own may allow one factor alone.</summary>
    [TestCase("sms", RuleOutcome.Fail)]
    [TestCase("password,sms", RuleOutcome.Pass)]
    public void A_strength_that_allows_a_single_factor_does_not_ask(string combination, RuleOutcome outcome) =>
        Assert.That(
            Run(Tenant.Policy("c1", policy => policy with { Grant = StrengthOf("fido2", combination) })).Outcome,
            Is.EqualTo(outcome)
        );

    private static PolicyGrant StrengthOf(params string[] combinations) =>
        PoliciesOf.Asks() with
        {
            AuthenticationStrength = "own",
            StrengthCombinations = [.. combinations],
        };

    private static TenantSnapshot Tenant { get; } =
        A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", Exchange).Settings(Exchange, InContext);

    private static TenantSnapshot Excluding(string group) =>
        Tenant.Policy("c1", policy => policy with { Excludes = PoliciesOf.Nobody with { Groups = [A.Id(group)] } });

    private static TenantSnapshot ByRole(string role) =>
        Tenant.Policy("c1", policy => policy with { Includes = PoliciesOf.Nobody with { Roles = [A.Role(role)] } });

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<AuthenticationContextNotEnforced>(tenant);

    private static RoleSettings InContext(RoleSettings settings) =>
        settings with
        {
            Mfa = false,
            ContextRequired = true,
            AuthenticationContext = "c1",
        };
}
