using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class WaiverExpiredTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Tenant.TakenAt.UtcDateTime);

    [Test]
    public void Names_the_waiver_its_last_day_and_its_approver()
    {
        var finding = Findings(Waived(-2)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Title, Is.EqualTo("The waiver of PIM603 for Ben has expired"));
            Assert.That(
                finding.Observed,
                Is.EqualTo($"last day {Today.AddDays(-2):yyyy-MM-dd}, 2 days ago; approved by Head of security")
            );
            Assert.That(
                finding.Expected,
                Is.EqualTo($"removed, or approved again until {Today.AddDays(366):yyyy-MM-dd} at the latest")
            );
            Assert.That(
                finding.Identity.Select(part => part.Key),
                Is.EqualTo(new[] { $"waiver:PIM603/{A.Id("Ben"):D}" })
            );
            Assert.That(finding.Related.Select(one => one.Object.Label), Is.EqualTo(new[] { "Ben" }));
        }
    }

    [TestCase(-1, 1)]
    [TestCase(0, 0)]
    [TestCase(30, 0)]
    [TestCase(1000, 0)]
    public void The_last_day_itself_still_counts(int days, int findings) =>
        Assert.That(Findings(Waived(days)).Count(), Is.EqualTo(findings));

    [Test]
    public void A_waiver_that_was_renewed_is_not_held_against_the_old_entry() =>
        Assert.That(Findings(Waived(-30), Waived(30)), Is.Empty);

    /// <summary>However its rule and its targets are spelled.</summary>
    [Test]
    public void Two_entries_of_the_same_are_one_finding() =>
        Assert.That(
            Findings(
                Waived(-30),
                Waived(-10) with
                {
                    Rule = nameof(DeadHolder),
                    Targets = [A.Id("Ben").ToString("D").ToUpperInvariant()],
                }
            ),
            Has.Exactly(1).Items
        );

    [Test]
    public void Judged_whether_or_not_the_rule_of_the_waiver_could_look()
    {
        var result = Judge(A.Tenant.Users("Ben").Refuse(SnapshotParts.RoleAssignments), Waived(-1));

        Assert.That(result.Findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { "PIM902" }));
    }

    [Test]
    public void Not_applicable_without_a_waiver() =>
        Assert.That(Audit.With<WaiverExpired>(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static Waiver Waived(int days) =>
        new("PIM603", [A.Id("Ben").ToString("D")], "Leaves in spring", "Head of security", Today.AddDays(days));

    private static IEnumerable<Finding> Findings(params Waiver[] waivers) =>
        Judge(A.Tenant.Users("Ben"), waivers).Findings;

    private static AuditResult Judge(TenantSnapshot tenant, params Waiver[] waivers) =>
        Audit.Judge(
            tenant,
            AuditConfiguration.Empty with
            {
                Waivers = [.. waivers],
            },
            new DeadHolder(),
            new WaiverExpired()
        );
}
