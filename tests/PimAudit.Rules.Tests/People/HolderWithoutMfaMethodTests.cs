using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class HolderWithoutMfaMethodTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Agents = "RAG - Agents";

    [Test]
    public void Reports_an_eligible_person_without_a_method()
    {
        var run = Run(Eligible(Without));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Ines Falk",
                            "no MFA method registered; asked for by Exchange Administrator; as of 2026-09-30",
                            "a registered MFA method that the authentication methods policy allows"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
        }
    }

    [Test]
    public void A_method_that_policy_does_not_allow_is_not_enough() =>
        Assert.That(
            Run(Eligible(Without with { IsMfaRegistered = true, UpdatedAt = null }))
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "only a method that policy does not allow; asked for by Exchange Administrator" })
        );

    [Test]
    public void Silent_where_a_method_is_registered_and_allowed() =>
        Assert.That(Run(Eligible(With)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Silent_where_no_activation_asks() =>
        Assert.That(
            Run(Eligible(Without, settings => settings with { Mfa = false })).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_one_person_once_and_looks_at_members_and_owners_of_groups() =>
        Assert.That(
            Run(
                Registered(Without, Without with { UserId = A.Id("Mira Solberg") })
                    .Users("Ines Falk", "Mira Solberg")
                    .Groups(Agents)
                    .Assigned(Agents, "User Administrator")
                    .Assigned(Agents, "Helpdesk Administrator")
                    .EligibleMember(Agents, "Ines Falk")
                    .EligibleOwner(Agents, "Mira Solberg")
                    .GroupSettings(Agents)
                    .GroupSettings(Agents, GroupAccess.Owner)
            ).Subjects,
            Is.EquivalentTo(new[] { "Ines Falk", "Mira Solberg" })
        );

    [Test]
    public void A_context_that_no_policy_targets_makes_PIM_ask_itself() =>
        Assert.That(Run(Eligible(Without, Context)).Subjects, Is.EqualTo(new[] { "Ines Falk" }));

    [Test]
    public void A_context_that_is_enforced_asks() =>
        Assert.That(Run(Eligible(Without, Context).Policy("c1")).Subjects, Is.EqualTo(new[] { "Ines Falk" }));

    [Test]
    public void A_context_that_is_enforced_under_conditions_asks_too() =>
        Assert.That(
            Run(Eligible(Without, Context).Policy("c1", policy => policy with { NarrowedBy = ["location"] })).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void A_context_whose_policy_is_off_asks_for_nothing() =>
        Assert.That(
            Run(
                Eligible(Without, Context).Policy("c1", policy => policy with { State = PolicyState.Disabled })
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_the_policies_of_a_context_were_not_read() =>
        Assert.That(
            Run(Eligible(Without, Context).Lose(SnapshotParts.ConditionalAccessPolicies)).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void A_method_is_enough_whatever_was_not_read() =>
        Assert.That(
            Run(Eligible(With, Context).Lose(SnapshotParts.ConditionalAccessPolicies)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_the_settings_do_not_tell() =>
        Assert.That(
            Run(Eligible(Without, settings => settings with { Mfa = null })).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_where_the_settings_of_the_role_were_not_read() =>
        Assert.That(
            Run(Eligible(Without).Lose(SnapshotParts.RoleSettings, A.Role(Exchange))).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_on_a_person_whom_the_report_does_not_list() =>
        Assert.That(Run(Eligible()).Blind, Is.EqualTo(new[] { "Ines Falk" }));

    [TestCase("Guest", false)]
    [TestCase(null, false)]
    [TestCase("Member", true)]
    [TestCase("Member", null)]
    public void Blind_on_people_whose_methods_may_be_elsewhere(string? userType, bool? isSynchronised) =>
        Assert.That(
            Run(
                Registered(Without)
                    .User("Ines Falk", user => user with { UserType = userType, IsSynchronised = isSynchronised })
                    .Eligible("Ines Falk", Exchange)
                    .Settings(Exchange)
            ).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_on_an_external_method() =>
        Assert.That(
            Run(Eligible(Without with { Methods = ["externalAuthMethod"] })).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_where_it_was_not_read_whether_the_account_is_enabled() =>
        Assert.That(
            Run(
                Registered(Without)
                    .User("Ines Falk", user => user with { IsEnabled = null })
                    .Eligible("Ines Falk", Exchange)
                    .Settings(Exchange)
            ).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Leaves_disabled_people_to_another_rule() =>
        Assert.That(
            Run(
                Registered()
                    .User("Ines Falk", user => user with { IsEnabled = false })
                    .Eligible("Ines Falk", Exchange)
                    .Settings(Exchange)
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_standing_holders_or_emergency_accounts() =>
        Assert.That(
            Run(
                Registered()
                    .Users("Ines Falk", "Glass")
                    .Assigned("Ines Falk", Exchange)
                    .Emergency("Glass")
                    .Eligible("Glass", Exchange)
                    .Settings(Exchange)
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Not_evaluated_without_the_report() =>
        Assert.That(
            Run(Eligible(Without).Refuse(SnapshotParts.RegistrationDetails)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static readonly RegistrationDetails Without = new(
        A.Id("Ines Falk"),
        IsMfaRegistered: false,
        IsMfaCapable: false,
        IsAdmin: true,
        Methods: ["email"],
        A.TakenAt.AddDays(-1)
    );

    private static readonly RegistrationDetails With = Without with { IsMfaRegistered = true, IsMfaCapable = true };

    private static RoleSettings Context(RoleSettings settings) =>
        settings with
        {
            Mfa = false,
            ContextRequired = true,
            AuthenticationContext = "c1",
        };

    private static TenantSnapshot Eligible(
        RegistrationDetails? row = null,
        Func<RoleSettings, RoleSettings>? settings = null
    ) =>
        (row is null ? A.Tenant : Registered(row))
            .Users("Ines Falk")
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, settings);

    private static TenantSnapshot Registered(params RegistrationDetails[] rows) =>
        A.Tenant with
        {
            RegistrationDetails = [.. rows],
        };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<HolderWithoutMfaMethod>(tenant);
}
