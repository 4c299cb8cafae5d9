using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class DurationUnusedTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_a_maximum_of_which_half_is_not_used() =>
        Assert.That(
            Audit.With<DurationUnused>(Used(Enumerable.Repeat(100.0, 10))).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        Exchange,
                        "nine in ten of 10 activations ended within 1 h 40 min; 8 h are allowed",
                        "a maximum near what is used, such as 2 h"
                    ),
                }
            )
        );

    [TestCase(239, 1)]
    [TestCase(240, 0)]
    public void Half_of_the_time_is_used_enough(double minutes, int findings) =>
        Assert.That(
            Audit.With<DurationUnused>(Used(Enumerable.Repeat(minutes, 10))).Findings,
            Has.Length.EqualTo(findings)
        );

    [Test]
    public void Nine_activations_say_too_little() =>
        Assert.That(
            Audit.With<DurationUnused>(Used(Enumerable.Repeat(100.0, 9))).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase(1, 1)]
    [TestCase(2, 0)]
    public void One_long_one_in_ten_is_an_exception(int longOnes, int findings) =>
        Assert.That(
            Audit
                .With<DurationUnused>(
                    Used([.. Enumerable.Repeat(60.0, 10 - longOnes), .. Enumerable.Repeat(400.0, longOnes)])
                )
                .Findings,
            Has.Length.EqualTo(findings)
        );

    [Test]
    public void What_ended_nowhere_in_the_log_does_not_count() =>
        Assert.That(
            Audit
                .With<DurationUnused>(
                    Used(Enumerable.Repeat(100.0, 9)).Activation("Ines Falk", Exchange, TimeSpan.FromHours(1))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Never_proposes_less_than_an_hour() =>
        Assert.That(
            Audit.With<DurationUnused>(Used(Enumerable.Repeat(5.0, 10))).Said.Single().Expected,
            Does.EndWith("such as 1 h")
        );

    [Test]
    public void An_hour_is_short_enough() =>
        Assert.That(
            Audit
                .With<DurationUnused>(
                    Used(
                        Enumerable.Repeat(5.0, 10),
                        settings => settings with { LongestActivation = TimeSpan.FromHours(1) }
                    )
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_the_maximum_was_not_told() =>
        Assert.That(
            Audit
                .With<DurationUnused>(
                    Used(Enumerable.Repeat(5.0, 10), settings => settings with { LongestActivation = null })
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Judges_the_member_side_of_a_group_by_its_own_settings()
    {
        var tenant = A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Groups("RAG - Helpdesk")
            .Assigned("RAG - Helpdesk", "Helpdesk Administrator")
            .EligibleMember("RAG - Helpdesk", "Ines Falk")
            .GroupSettings("RAG - Helpdesk");
        for (var day = 20; day > 10; day--)
            tenant = tenant.GroupActivation(
                "Ines Falk",
                "RAG - Helpdesk",
                TimeSpan.FromDays(day),
                used: TimeSpan.FromHours(1)
            );

        var run = Audit.With<DurationUnused>(tenant);

        Assert.That(run.Subjects, Is.EqualTo(new[] { "RAG - Helpdesk" }));
        Assert.That(run.Identity, Does.Contain("access:member"));
        Assert.That(run.Findings.Single().Fix.Command, Does.Contain("maximumDuration = 'PT1H'"));
    }

    [Test]
    public void Not_evaluated_without_the_audit_log() =>
        Assert.That(
            Audit.With<DurationUnused>(Used(Enumerable.Repeat(100.0, 10)).Refuse(SnapshotParts.AuditEvents)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Blind_on_settings_of_somebody_of_whom_it_was_not_read_whether_he_is_gone() =>
        Assert.That(
            Audit
                .With<DurationUnused>(
                    Used(Enumerable.Repeat(100.0, 10)).Lose(SnapshotParts.Principals, A.Id("Ines Falk"))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Used(IEnumerable<double> minutes, Func<RoleSettings, RoleSettings>? change = null) =>
        minutes
            .Index()
            .Aggregate(
                A.Tenant.HighestRolesSettled()
                    .Users("Ines Falk")
                    .Eligible("Ines Falk", Exchange)
                    .Settings(Exchange, change),
                (tenant, one) =>
                    tenant.Activation(
                        "Ines Falk",
                        Exchange,
                        TimeSpan.FromDays(25 - one.Index),
                        used: TimeSpan.FromMinutes(one.Item)
                    )
            );
}
