using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class AuthenticationContextPolicyNeverAppliesTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_a_policy_that_includes_people_by_the_role_that_they_are_about_to_activate()
    {
        var run = Run(Tenant.Policy("c1", ByRole));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { "authenticationContext:c1", $"role:{A.Role(Exchange):D}" }));
        }
    }

    [Test]
    public void Silent_when_the_person_holds_the_role_standing() =>
        Assert.That(
            Run(Tenant.Policy("c1", ByRole).Assigned("Ines Falk", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void A_role_at_an_administrative_unit_is_not_seen() =>
        Assert.That(
            Run(
                Tenant
                    .Policy("c1", ByRole)
                    .Assigned("Ines Falk", Exchange, scope: $"/administrativeUnits/{A.Id("North"):D}")
            ).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void An_activation_that_is_at_work_is_not_standing() =>
        Assert.That(
            Run(Tenant.Policy("c1", ByRole).Activated("Ines Falk", Exchange)).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Silent_when_another_policy_reaches_the_person() =>
        Assert.That(Run(Tenant.Policy("c1", ByRole).Policy("c1")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Silent_when_the_policy_excludes_the_person_anyway() =>
        Assert.That(
            Run(
                Tenant.Policy(
                    "c1",
                    policy => ByRole(policy) with { Excludes = PoliciesOf.Nobody with { Users = [A.Id("Ines Falk")] } }
                )
            ).Findings,
            Is.Empty
        );

    [Test]
    public void Leaves_a_context_without_a_policy_to_the_other_rule() =>
        Assert.That(Run(Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Blind_when_a_group_that_was_not_read_may_include_the_person() =>
        Assert.That(
            Run(
                Tenant
                    .Policy(
                        "c1",
                        policy =>
                            policy with
                            {
                                Includes = PoliciesOf.Nobody with { Roles = [A.Role(Exchange)], Groups = [A.Id("IT")] },
                            }
                    )
                    .Gap(SnapshotParts.GroupsOfUsers, "Ines Falk")
            ).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    private static TenantSnapshot Tenant { get; } =
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Eligible("Ines Falk", Exchange)
            .Settings(
                Exchange,
                settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
            );

    private static ConditionalAccessPolicy ByRole(ConditionalAccessPolicy policy) =>
        policy with
        {
            Includes = PoliciesOf.Nobody with { Roles = [A.Role(Exchange)] },
        };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<AuthenticationContextPolicyNeverApplies>(tenant);
}
