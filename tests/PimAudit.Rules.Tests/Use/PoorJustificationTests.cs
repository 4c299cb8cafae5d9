using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PoorJustificationTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Same = "Daily business";

    [Test]
    public void Reports_reasons_below_the_limit_and_counts_them() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("Restore a mailbox", "123456789", "", null)).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Ines Falk",
                        "3 of 4 activations give no reason or one of fewer than 10 letters",
                        "reasons of at least 10 letters that differ, such as a task and its ticket number"
                    ),
                }
            )
        );

    [Test]
    public void Ten_letters_are_a_reason() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("1234567890", " 0987654321 ")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blanks_around_a_reason_do_not_lengthen_it() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("  123456789  ")).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [TestCase(2, 0)]
    [TestCase(3, 1)]
    public void The_same_reason_is_a_habit_from_the_third_time(int times, int findings) =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons([.. Enumerable.Repeat(Same, times)])).Findings,
            Has.Length.EqualTo(findings)
        );

    [Test]
    public void One_reason_that_differs_is_no_habit() =>
        Assert.That(Audit.With<PoorJustification>(Reasons(Same, Same, Same, "Restore a mailbox")).Findings, Is.Empty);

    [Test]
    public void Cites_the_entries_and_names_the_role_in_the_identity()
    {
        var run = Audit.With<PoorJustification>(Reasons("Restore a mailbox", "fix"));

        Assert.That(
            run.Findings.Single().Evidence,
            Is.EqualTo(new[] { new Evidence(SnapshotParts.AuditEvents, "entry 2") })
        );
        Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", $"user:{A.Id("Ines Falk"):D}" }));
    }

    [Test]
    public void The_limit_is_a_parameter() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("fix it"), ("minLength", "6")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_emergency_account_is_not_asked() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("fix").Emergency("Ines Falk")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Somebody_who_is_gone_is_not_asked() =>
        Assert.That(
            Audit
                .With<PoorJustification>(A.Tenant.Activation("Ines Falk", Exchange, TimeSpan.FromDays(3), "fix"))
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_on_somebody_of_whom_it_was_not_read_whether_he_is_gone() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("fix").Lose(SnapshotParts.Principals, A.Id("Ines Falk"))).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_evaluated_without_the_audit_log() =>
        Assert.That(
            Audit.With<PoorJustification>(Reasons("fix").Refuse(SnapshotParts.AuditEvents)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Reasons(params string?[] reasons) =>
        reasons
            .Index()
            .Aggregate(
                A.Tenant.Users("Ines Falk"),
                (tenant, one) => tenant.Activation("Ines Falk", Exchange, TimeSpan.FromDays(20 - one.Index), one.Item)
            );
}
