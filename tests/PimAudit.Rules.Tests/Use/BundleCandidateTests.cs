using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class BundleCandidateTests
{
    private const string Users = "User Administrator";
    private const string Passwords = "Password Administrator";
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Teams = "Teams Administrator";

    [Test]
    public void Reports_three_roles_that_are_activated_together_twice() =>
        Assert.That(
            Audit
                .With<BundleCandidate>(Together(10, Users, Passwords, Helpdesk).And(5, Helpdesk, Users, Passwords))
                .Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Ines Falk",
                        "two times within 15 min: Helpdesk Administrator, Password Administrator, User Administrator",
                        "one activation for roles that are needed together"
                    ),
                }
            )
        );

    [Test]
    public void Once_is_no_habit() =>
        Assert.That(
            Audit.With<BundleCandidate>(Together(10, Users, Passwords, Helpdesk).And(5, Users)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Two_roles_are_no_bundle() =>
        Assert.That(
            Audit.With<BundleCandidate>(Together(10, Users, Passwords).And(5, Users, Passwords)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Other_roles_each_time_are_no_bundle() =>
        Assert.That(
            Audit
                .With<BundleCandidate>(
                    Together(10, Users, Passwords, Helpdesk).And(5, Teams, "Security Reader", "Reports Reader")
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Proposes_only_what_comes_together_again() =>
        Assert.That(
            Audit
                .With<BundleCandidate>(
                    Together(10, Users, Passwords, Helpdesk, Teams).And(5, Users, Passwords, Helpdesk)
                )
                .Findings.Single()
                .Related.Select(one => one.Object.Label),
            Is.EquivalentTo(new[] { Users, Passwords, Helpdesk })
        );

    [TestCase(15, 1)]
    [TestCase(15.1, 0)]
    public void Within_minutes_of_the_first(double minutes, int findings)
    {
        var tenant = A.Tenant.Users("Ines Falk");
        foreach (var start in new[] { TimeSpan.FromDays(9), TimeSpan.FromDays(4) })
            tenant = tenant
                .Activation("Ines Falk", Users, start)
                .Activation("Ines Falk", Passwords, start - TimeSpan.FromMinutes(3))
                .Activation("Ines Falk", Helpdesk, start - TimeSpan.FromMinutes(minutes));

        Assert.That(Audit.With<BundleCandidate>(tenant).Findings, Has.Length.EqualTo(findings));
    }

    [Test]
    public void A_membership_is_a_bundle_already()
    {
        var tenant = A.Tenant.Users("Ines Falk").Groups("G1", "G2", "G3");
        foreach (var days in new[] { 9, 4 })
        foreach (var group in new[] { "G1", "G2", "G3" })
            tenant = tenant.GroupActivation("Ines Falk", group, TimeSpan.FromDays(days));

        Assert.That(Audit.With<BundleCandidate>(tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));
    }

    [Test]
    public void Two_people_are_not_taken_for_one()
    {
        var tenant = Together(10, Users, Passwords).And(5, Users, Passwords).Users("Mira Solberg");
        foreach (var days in new[] { 10, 5 })
            tenant = tenant.Activation("Mira Solberg", Helpdesk, TimeSpan.FromDays(days));

        Assert.That(Audit.With<BundleCandidate>(tenant).Findings, Is.Empty);
    }

    [Test]
    public void Blind_on_somebody_of_whom_it_was_not_read_whether_he_is_gone() =>
        Assert.That(
            Audit
                .With<BundleCandidate>(
                    Together(10, Users, Passwords, Helpdesk)
                        .And(5, Users, Passwords, Helpdesk)
                        .Lose(SnapshotParts.Principals, A.Id("Ines Falk"))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_evaluated_without_the_audit_log() =>
        Assert.That(
            Audit
                .With<BundleCandidate>(
                    Together(10, Users, Passwords, Helpdesk)
                        .And(5, Users, Passwords, Helpdesk)
                        .Refuse(SnapshotParts.AuditEvents)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Together(int daysAgo, params string[] roles) =>
        A.Tenant.Users("Ines Falk").And(daysAgo, roles);
}

/// <summary>A further occasion, one role a minute.</summary>
internal static class OccasionOf
{
    public static TenantSnapshot And(this TenantSnapshot tenant, int daysAgo, params string[] roles) =>
        roles
            .Index()
            .Aggregate(
                tenant,
                (so, one) =>
                    so.Activation("Ines Falk", one.Item, TimeSpan.FromDays(daysAgo) - TimeSpan.FromMinutes(one.Index))
            );
}
