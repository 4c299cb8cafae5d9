using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ActivationTooLongTests
{
    private const string Exchange = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.HighestRolesSettled().Users("Ines Falk");

    [Test]
    public void Names_the_role_and_both_durations() =>
        Assert.That(
            Audit.With<ActivationTooLong>(Activating(TimeSpan.FromHours(10.5))).Said,
            Is.EqualTo(new[] { (Exchange, "10 h 30 min", "at most 8 h") })
        );

    [TestCase(4 * 60)]
    [TestCase(8 * 60)]
    public void Silent_up_to_the_limit(int minutes) =>
        Assert.That(
            Audit.With<ActivationTooLong>(Activating(TimeSpan.FromMinutes(minutes))).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(8 * 60 + 1, "8 h 1 min")]
    [TestCase(24 * 60, "24 h")]
    public void Reports_from_the_first_minute_over_the_limit(int minutes, string observed) =>
        Assert.That(
            Audit.With<ActivationTooLong>(Activating(TimeSpan.FromMinutes(minutes))).Said,
            Is.EqualTo(new[] { (Exchange, observed, "at most 8 h") })
        );

    [Test]
    public void Does_not_look_at_roles_that_nobody_activates() =>
        Assert.That(
            Audit.With<ActivationTooLong>(Tenant.Assigned("Ines Falk", Exchange).Settings(Exchange, Long)).Findings,
            Is.Empty
        );

    [Test]
    public void Looks_at_highly_privileged_roles_while_nobody_is_eligible() =>
        Assert.That(
            Audit
                .With<ActivationTooLong>(
                    A.Tenant.Settings("Global Administrator", Long).Settings("Privileged Role Administrator")
                )
                .Said,
            Is.EqualTo(new[] { ("Global Administrator", "10 h", "at most 8 h") })
        );

    [Test]
    public void Has_a_limit_of_its_own_for_highly_privileged_roles() =>
        Assert.That(
            Audit.With<ActivationTooLong>(Tenant, ("maxHoursHighlyPrivileged", "4")).Said,
            Is.EquivalentTo(
                new[]
                {
                    ("Global Administrator", "8 h", "at most 4 h"),
                    ("Privileged Role Administrator", "8 h", "at most 4 h"),
                }
            )
        );

    [Test]
    public void Looks_at_the_group_and_not_at_the_role_behind_it_where_membership_is_activated()
    {
        var run = Audit.With<ActivationTooLong>(
            Tenant
                .Groups("RAG - Exchange")
                .Assigned("RAG - Exchange", Exchange)
                .EligibleMember("RAG - Exchange", "Ines Falk")
                .Settings(Exchange, Long)
                .GroupSettings("RAG - Exchange", GroupAccess.Member, Long)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Said, Is.EqualTo(new[] { ("RAG - Exchange", "10 h", "at most 8 h") }));
            Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id("RAG - Exchange"):D}" }));
        }
    }

    [Test]
    public void Blind_on_settings_that_could_not_be_read() =>
        Assert.That(
            Audit
                .With<ActivationTooLong>(
                    Tenant.Eligible("Ines Falk", Exchange).Gap(SnapshotParts.RoleSettings, A.Role(Exchange))
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Blind_where_the_policy_does_not_say() =>
        Assert.That(
            Audit
                .With<ActivationTooLong>(
                    Tenant
                        .Eligible("Ines Falk", Exchange)
                        .Settings(Exchange, settings => settings with { LongestActivation = null })
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused()
    {
        var run = Audit.With<ActivationTooLong>(Tenant.Refuse(SnapshotParts.RoleSettings));

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Permission)));
    }

    [Test]
    public void No_pass_where_an_active_principal_may_be_a_group_that_was_not_read() =>
        Assert.That(
            Audit.With<ActivationTooLong>(Tenant.Assigned("Somebody", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Activating(TimeSpan longest) =>
        Tenant
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, settings => settings with { LongestActivation = longest });

    private static RoleSettings Long(RoleSettings settings) =>
        settings with
        {
            LongestActivation = TimeSpan.FromHours(10),
        };
}
