using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PermanentEligibleAllowedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange";

    [Test]
    public void Reports_settings_that_permit_it() =>
        Assert.That(
            Audit.With<PermanentEligibleAllowed>(Tenant(Permitting)).Said,
            Is.EqualTo(new[] { (Exchange, "allowed without end", "an end, after at most 365 days") })
        );

    [Test]
    public void Only_informs() =>
        Assert.That(
            Audit.With<PermanentEligibleAllowed>(Tenant(Permitting)).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.Info) })
        );

    [TestCase(1)]
    [TestCase(365)]
    public void Silent_up_to_the_limit(int days) =>
        Assert.That(Audit.With<PermanentEligibleAllowed>(Lasting(days)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_from_the_first_day_over_the_limit() =>
        Assert.That(
            Audit.With<PermanentEligibleAllowed>(Lasting(366)).Said,
            Is.EqualTo(new[] { (Exchange, "366 days", "an end, after at most 365 days") })
        );

    [Test]
    public void Has_a_limit_that_can_be_moved() =>
        Assert.That(
            Audit.With<PermanentEligibleAllowed>(Lasting(366), ("maxDays", "366")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_roles_that_nobody_activates() =>
        Assert.That(
            Audit
                .With<PermanentEligibleAllowed>(A.Tenant.HighestRolesSettled().Settings(Exchange, Permitting))
                .Findings,
            Is.Empty
        );

    [Test]
    public void Looks_at_the_group_and_not_at_the_role_behind_it_where_membership_is_activated()
    {
        var run = Audit.With<PermanentEligibleAllowed>(
            A.Tenant.HighestRolesSettled()
                .Users("Ines Falk")
                .Groups(Group)
                .Assigned(Group, Exchange)
                .EligibleMember(Group, "Ines Falk")
                .Settings(Exchange, Permitting)
                .GroupSettings(Group, GroupAccess.Member, Permitting)
        );

        Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id(Group):D}" }));
    }

    [Test]
    public void Blind_where_the_policy_does_not_say()
    {
        var silent = Tenant(settings => settings with { PermanentEligibleAllowed = null });
        var endless = Tenant(settings => settings with { LongestEligible = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Audit.With<PermanentEligibleAllowed>(silent).Blind, Is.EqualTo(new[] { Exchange }));
            Assert.That(Audit.With<PermanentEligibleAllowed>(endless).Blind, Is.EqualTo(new[] { Exchange }));
        }
    }

    [Test]
    public void Blind_on_settings_that_could_not_be_read() =>
        Assert.That(
            Audit
                .With<PermanentEligibleAllowed>(Tenant(Permitting).Lose(SnapshotParts.RoleSettings, A.Role(Exchange)))
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit.With<PermanentEligibleAllowed>(Tenant(Permitting).Lose(SnapshotParts.RoleSettings)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Lasting(int days) =>
        Tenant(settings => settings with { LongestEligible = TimeSpan.FromDays(days) });

    private static TenantSnapshot Tenant(Func<RoleSettings, RoleSettings> change) =>
        A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", Exchange).Settings(Exchange, change);

    private static RoleSettings Permitting(RoleSettings settings) => settings with { PermanentEligibleAllowed = true };
}
