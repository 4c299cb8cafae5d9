using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ActivatedTooOftenTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_four_within_a_day_and_says_when() =>
        Assert.That(
            Audit.With<ActivatedTooOften>(Activated(100, 92, 84, 76)).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Ines Falk",
                        "4 activations within 24 h, from 2026-09-27 02:00 UTC",
                        "fewer than four within 24 h"
                    ),
                }
            )
        );

    [Test]
    public void Three_within_a_day_are_fine() =>
        Assert.That(Audit.With<ActivatedTooOften>(Activated(100, 92, 84)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Four_in_more_than_a_day_are_fine() =>
        Assert.That(Audit.With<ActivatedTooOften>(Activated(100, 92, 84, 75.9)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Finds_the_densest_stretch_wherever_it_lies() =>
        Assert.That(
            Audit
                .With<ActivatedTooOften>(Activated(400, 300, 100, 99, 98, 97, 96, 20))
                .Findings.Single()
                .Evidence.Select(row => row.Id),
            Is.EqualTo(new[] { "entry 3", "entry 4", "entry 5", "entry 6", "entry 7" })
        );

    [Test]
    public void Activations_of_two_roles_are_not_added_up() =>
        Assert.That(
            Audit
                .With<ActivatedTooOften>(
                    Activated(100, 92)
                        .Activation("Ines Falk", "Security Reader", Hours(80))
                        .Activation("Ines Falk", "Security Reader", Hours(78))
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Activations_of_two_people_are_not_added_up() =>
        Assert.That(
            Audit
                .With<ActivatedTooOften>(
                    Activated(100, 92)
                        .Users("Mira Solberg")
                        .Activation("Mira Solberg", Exchange, Hours(80))
                        .Activation("Mira Solberg", Exchange, Hours(78))
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Looks_at_memberships_too()
    {
        var tenant = A.Tenant.Users("Ines Falk").Groups("RAG - Helpdesk");
        foreach (var hours in new[] { 40, 38, 36, 34 })
            tenant = tenant.GroupActivation("Ines Falk", "RAG - Helpdesk", Hours(hours));

        Assert.That(
            Audit.With<ActivatedTooOften>(tenant).Identity,
            Is.EqualTo(new[] { $"group:{A.Id("RAG - Helpdesk"):D}", $"user:{A.Id("Ines Falk"):D}" })
        );
    }

    [Test]
    public void The_limits_are_parameters() =>
        Assert.That(
            Audit.With<ActivatedTooOften>(Activated(100, 99), ("times", "2"), ("hours", "1")).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_on_somebody_of_whom_it_was_not_read_whether_he_is_gone() =>
        Assert.That(
            Audit
                .With<ActivatedTooOften>(Activated(100, 99, 98, 97).Lose(SnapshotParts.Principals, A.Id("Ines Falk")))
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_evaluated_without_the_audit_log() =>
        Assert.That(
            Audit.With<ActivatedTooOften>(Activated(100, 99, 98, 97).Refuse(SnapshotParts.AuditEvents)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Activated(params double[] hoursAgo) =>
        hoursAgo.Aggregate(
            A.Tenant.Users("Ines Falk"),
            (tenant, hours) => tenant.Activation("Ines Falk", Exchange, Hours(hours))
        );

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
