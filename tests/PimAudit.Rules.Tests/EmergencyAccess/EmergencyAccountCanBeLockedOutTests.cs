using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountCanBeLockedOutTests
{
    private const string PhishingResistant = "00000000-0000-0000-0000-000000000004";

    private static readonly PolicyAudience Both = PoliciesOf.Nobody with { Users = [A.Id("Glass 1"), A.Id("Glass 2")] };
    private static readonly PolicyAudience First = PoliciesOf.Nobody with { Users = [A.Id("Glass 1")] };

    private static readonly TenantSnapshot Tenant = A
        .Tenant.EmergencyAccounts("Glass 1", "Glass 2")
        .WithMethods("Glass 1", "fido2SecurityKey")
        .WithMethods("Glass 2", "fido2SecurityKey")
        .InGroups("Glass 1")
        .InGroups("Glass 2");

    private static readonly string[] Everyone = ["Glass 1 Critical", "Glass 2 Critical"];

    [Test]
    public void Silent_without_policies() => Assert.That(Run(Tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Names_account_policy_and_what_it_asks_for()
    {
        var run = Run(Tenant.Policy("", Blocks(includes: First)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Weights(run), Is.EqualTo(new[] { "Glass 1 High" }));
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Glass 1",
                            "blocks access",
                            "no enabled policy that stops the account on its way to the administration of the tenant"
                        ),
                    }
                )
            );
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { "conditionalAccessPolicy:policy 0", $"user:{A.Id("Glass 1"):D}" })
            );
        }
    }

    [Test]
    public void Critical_when_one_policy_stops_all_of_them() =>
        Assert.That(Weights(Run(Tenant.Policy("", Blocks()))), Is.EqualTo(Everyone));

    /// <summary>Each policy leaves one of the two free.</summary>
    [Test]
    public void High_when_it_takes_two_policies_to_stop_all() =>
        Assert.That(
            Weights(Run(Tenant.Policy("", Blocks(excludes: First)).Policy("", Blocks(includes: First)))),
            Is.EqualTo(new[] { "Glass 1 High", "Glass 2 High" })
        );

    [Test]
    public void A_disabled_account_is_no_way_out() =>
        Assert.That(
            Weights(
                Run(
                    A.Tenant.EmergencyAccounts("Glass 1")
                        .User("Glass 2", user => user with { IsEnabled = false })
                        .Emergency("Glass 2")
                        .InGroups("Glass 1")
                        .InGroups("Glass 2")
                        .Policy("", Blocks(includes: First))
                )
            ),
            Is.EqualTo(new[] { "Glass 1 Critical" })
        );

    [Test]
    public void Not_critical_while_an_account_was_not_looked_up() =>
        Assert.That(
            Audit
                .Judge(
                    Tenant.Policy("", Blocks()),
                    AuditConfiguration.Empty with
                    {
                        EmergencyAccounts = ["glass.9@contoso.example"],
                    },
                    new EmergencyAccountCanBeLockedOut()
                )
                .Findings.Select(finding => finding.Severity),
            Is.EqualTo(new[] { Severity.High, Severity.High })
        );

    private static IEnumerable<Func<ConditionalAccessPolicy, ConditionalAccessPolicy>> Harmless =>
        [
            policy => policy with { State = PolicyState.ReportOnly },
            policy => policy with { State = PolicyState.Disabled },
            policy => policy with { TargetsAgentsOnly = true },
            policy => policy with { Excludes = Both },
            policy => policy with { Includes = PoliciesOf.Nobody with { Guests = true } },
            policy => policy with { Includes = PoliciesOf.Nobody with { Roles = [A.Role("Security Reader")] } },
            policy => policy with { Excludes = PoliciesOf.Nobody with { Roles = [A.Role("Global Administrator")] } },
            policy => policy with { Grant = null },
            policy => policy with { Contexts = ["c1"] },
            policy => policy with { Resources = ["Office365"] },
            policy => policy with { Resources = ["urn:user:registersecurityinfo"] },
            policy => policy with { OnlyWhen = ["legacyClients"] },
            policy => policy with { OnlyWhen = ["authenticationFlows"] },
        ];

    [TestCaseSource(nameof(Harmless))]
    public void Silent_where_the_policy_does_not_stop_the_account(
        Func<ConditionalAccessPolicy, ConditionalAccessPolicy> change
    ) => Assert.That(Run(Tenant.Policy("", policy => change(Blocks()(policy)))).Outcome, Is.EqualTo(RuleOutcome.Pass));

    private static IEnumerable<Func<ConditionalAccessPolicy, ConditionalAccessPolicy>> Harmful =>
        [
            policy => policy with { Includes = Both },
            policy => policy with { Includes = PoliciesOf.Nobody with { Roles = [A.Role("Global Administrator")] } },
            policy => policy with { Excludes = PoliciesOf.Nobody with { Groups = [A.Id("Others")] } },
            policy => policy with { Resources = ["MicrosoftAdminPortals"] },
            policy => policy with { Resources = ["797f4846-ba00-4fd7-ba43-dac1f8f63013", "Office365"] },
            policy => policy with { NarrowedBy = ["locations"] },
        ];

    [TestCaseSource(nameof(Harmful))]
    public void Reports_every_way_of_reaching_the_account(
        Func<ConditionalAccessPolicy, ConditionalAccessPolicy> change
    ) => Assert.That(Weights(Run(Tenant.Policy("", policy => change(Blocks()(policy))))), Is.EqualTo(Everyone));

    [Test]
    public void Names_the_conditions() =>
        Assert.That(
            Run(
                Tenant.Policy("", policy => Blocks(includes: First)(policy) with { NarrowedBy = ["locations", "risk"] })
            )
                .Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "blocks access under its conditions (locations, risk)" })
        );

    [Test]
    public void Reaches_a_member_of_an_included_group() =>
        Assert.That(
            Weights(
                Run(
                    A.Tenant.EmergencyAccounts("Glass 1", "Glass 2")
                        .InGroups("Glass 1", "Staff")
                        .InGroups("Glass 2")
                        .Policy("", Blocks(includes: PoliciesOf.Nobody with { Groups = [A.Id("Staff")] }))
                )
            ),
            Is.EqualTo(new[] { "Glass 1 High" })
        );

    [TestCase("compliantDevice", "asks for a compliant device")]
    [TestCase("domainJoinedDevice", "asks for a hybrid joined device")]
    [TestCase("approvedApplication", "asks for an approved app on a registered device")]
    [TestCase("compliantApplication", "asks for a protected app on a registered device")]
    [TestCase("termsOfUse:6a1e", "asks to accept terms of use")]
    [TestCase("BLOCK", "blocks access")]
    public void Reports_what_an_account_cannot_do_in_an_emergency(string control, string observed) =>
        Assert.That(
            Run(Tenant.Policy("", Asks(PoliciesOf.Asks(control)))).Said.Select(one => one.Observed).Distinct(),
            Is.EqualTo(new[] { $"{observed}; no emergency access account is left that it does not stop" })
        );

    [Test]
    public void Multifactor_authentication_is_no_hurdle_with_a_method() =>
        Assert.That(Run(Tenant.Policy("", Asks(PoliciesOf.Asks("mfa")))).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Multifactor_authentication_is_a_hurdle_without_a_method() =>
        Assert.That(
            Weights(Run(Registered().Policy("", Asks(PoliciesOf.Asks("mfa"))))),
            Is.EqualTo(new[] { "Glass 1 Critical" })
        );

    [TestCase("fido2SecurityKey", true)]
    [TestCase("microsoftAuthenticatorPush", false)]
    public void A_strength_is_a_hurdle_without_a_method_that_satisfies_it(string method, bool passes) =>
        Assert.That(
            Run(Registered(method).Policy("", Asks(Strength(PhishingResistant)))).Outcome,
            Is.EqualTo(passes ? RuleOutcome.Pass : RuleOutcome.Fail)
        );

    [TestCase("password,microsoftAuthenticatorPush", RuleOutcome.Pass)]
    [TestCase("fido2;password,microsoftAuthenticatorPush", RuleOutcome.Pass)]
    [TestCase("fido2;windowsHelloForBusiness", RuleOutcome.Fail)]
    [TestCase("fido2;federatedMultiFactor", RuleOutcome.NotEvaluated)]
    [TestCase("", RuleOutcome.NotEvaluated)]
    public void A_strength_of_your_own_is_read_by_its_combinations(string combinations, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Registered("microsoftAuthenticatorPush")
                    .Policy("", Asks(Strength("own", combinations.Split(';', StringSplitOptions.RemoveEmptyEntries))))
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(true, RuleOutcome.Pass)]
    [TestCase(false, RuleOutcome.Fail)]
    public void With_or_one_control_that_it_can_do_is_enough(bool isOr, RuleOutcome outcome) =>
        Assert.That(
            Run(Tenant.Policy("", Asks(PoliciesOf.Asks("compliantDevice", "mfa") with { IsOr = isOr }))).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Names_only_the_controls_that_it_cannot_do() =>
        Assert.That(
            Run(
                Tenant.Policy(
                    "",
                    policy => Asks(PoliciesOf.Asks("compliantDevice", "mfa"))(policy) with { Includes = First }
                )
            )
                .Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "asks for a compliant device" })
        );

    private static IEnumerable<Func<TenantSnapshot, TenantSnapshot>> Unknown =>
        [
            tenant => tenant.Policy("", Asks(PoliciesOf.Asks("customAuthenticationFactor:x"))),
            tenant => tenant.Policy("", policy => Blocks()(policy) with { Resources = null }),
            tenant => tenant.Policy("", policy => Blocks()(policy) with { OnlyWhen = null }),
            tenant =>
                tenant
                    .Policy("", Blocks(excludes: PoliciesOf.Nobody with { Groups = [A.Id("Break glass")] }))
                    .Lose(SnapshotParts.GroupsOfUsers),
            tenant => tenant.Policy("", Asks(PoliciesOf.Asks("mfa"))).Lose(SnapshotParts.RegistrationDetails),
        ];

    [TestCaseSource(nameof(Unknown))]
    public void Blind_where_the_answer_hangs_on_what_was_not_told(Func<TenantSnapshot, TenantSnapshot> change)
    {
        var run = Run(change(Tenant));

        Assert.That(
            (run.Outcome, run.Blind.Order(StringComparer.Ordinal)),
            Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Glass 1", "Glass 2" }))
        );
    }

    /// <summary>Groups do not matter to a policy that excludes the accounts by themselves.</summary>
    [Test]
    public void Silent_where_what_was_not_told_does_not_matter() =>
        Assert.That(
            Run(
                Tenant
                    .Policy("", Blocks(excludes: Both with { Groups = [A.Id("Break glass")] }))
                    .Lose(SnapshotParts.GroupsOfUsers)
                    .Lose(SnapshotParts.RegistrationDetails)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_evaluated_without_policies() =>
        Assert.That(
            Run(Tenant.Policy("", Blocks()).Lose(SnapshotParts.ConditionalAccessPolicies)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_applicable_without_emergency_accounts() =>
        Assert.That(Run(A.Tenant.Policy("", Blocks())).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static Func<ConditionalAccessPolicy, ConditionalAccessPolicy> Blocks(
        PolicyAudience? includes = null,
        PolicyAudience? excludes = null
    ) =>
        policy =>
            Asks(PoliciesOf.Asks("block"))(policy) with
            {
                Includes = includes ?? PoliciesOf.Everyone,
                Excludes = excludes ?? PoliciesOf.Nobody,
            };

    private static Func<ConditionalAccessPolicy, ConditionalAccessPolicy> Asks(PolicyGrant grant) =>
        policy => policy with { Contexts = [], Resources = ["All"], Grant = grant };

    private static PolicyGrant Strength(string id, params string[] combinations) =>
        new(IsOr: false, [], id, [.. combinations]);

    /// <summary>One account alone, with these methods.</summary>
    private static TenantSnapshot Registered(params string[] methods) =>
        A.Tenant.EmergencyAccounts("Glass 1").InGroups("Glass 1").WithMethods("Glass 1", methods);

    private static IEnumerable<string> Weights(RuleRun run) =>
        run.Severities.Select(one => $"{one.Subject} {one.Severity}").Order(StringComparer.Ordinal);

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EmergencyAccountCanBeLockedOut>(tenant);
}
