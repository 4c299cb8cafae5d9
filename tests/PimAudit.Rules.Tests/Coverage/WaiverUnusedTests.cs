using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class WaiverUnusedTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Tenant.TakenAt.UtcDateTime);

    private static readonly string Ben = A.Id("Ben").ToString("D");

    private static readonly string GlobalAdministrator = WellKnownRoles.GlobalAdministrator.ToString("D");

    [Test]
    public void Names_the_waiver_and_why_it_covers_nothing()
    {
        var finding = Judge(A.Tenant.Users("Ben"), Waived("PIM603", Ben)).Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Title, Is.EqualTo("The waiver of PIM603 for Ben covers nothing"));
            Assert.That(finding.Observed, Is.EqualTo("no finding of PIM603 holds all of its targets"));
            Assert.That(finding.Identity.Select(part => part.Key), Is.EqualTo(new[] { $"waiver:PIM603/{Ben}" }));
        }
    }

    [Test]
    public void Silent_where_it_covers_something()
    {
        var result = Judge(Standing, Waived("PIM101", Ben, GlobalAdministrator));

        Assert.That((Unused(result), result.Rules[^1].Outcome), Is.EqualTo((Array.Empty<string>(), RuleOutcome.Pass)));
    }

    [Test]
    public void A_broad_waiver_of_a_critical_finding_is_told_so() =>
        Assert.That(
            Unused(Judge(Standing, Waived("PIM101", Ben))),
            Is.EqualTo(new[] { "names only a part of 1 critical finding, and a broad waiver never covers one" })
        );

    [TestCase(366, 0)]
    [TestCase(367, 1)]
    public void A_waiver_that_lasts_too_long_covers_nothing(int days, int findings)
    {
        var waiver = Waived("PIM101", Ben, GlobalAdministrator) with { Expires = Today.AddDays(days) };

        var unused = Unused(Judge(Standing, waiver));

        Assert.That(unused, Has.Length.EqualTo(findings));
        Assert.That(
            unused,
            Has.All.EqualTo($"last day {waiver.Expires:yyyy-MM-dd}, 367 days ahead; the profile allows 366 days")
        );
    }

    [Test]
    public void An_expired_waiver_is_not_its_matter() =>
        Assert.That(
            Unused(Judge(A.Tenant.Users("Ben"), Waived("PIM603", Ben) with { Expires = Today.AddDays(-1) })),
            Is.Empty
        );

    [Test]
    public void Of_two_waivers_of_the_same_one_that_covers_speaks_for_both()
    {
        var waiver = Waived("PIM101", Ben, GlobalAdministrator);

        Assert.That(Unused(Judge(Standing, waiver with { Expires = Today.AddDays(900) }, waiver)), Is.Empty);
    }

    /// <summary>Whoever could not be seen may be the one for whom the waiver was written.</summary>
    [Test]
    public void Blind_where_the_rule_of_the_waiver_could_not_look()
    {
        var result = Judge(Standing.Refuse(SnapshotParts.RoleAssignments), Waived("PIM101", Ben));

        Assert.That(
            (Unused(result), result.Rules[^1].Outcome, result.Rules[^1].Reason),
            Is.EqualTo((Array.Empty<string>(), RuleOutcome.NotEvaluated, (MissingReason?)MissingReason.Permission))
        );
    }

    /// <summary>A rule that is switched off was not asked, so its waivers are nobody's business.</summary>
    [Test]
    public void Says_nothing_about_a_waiver_of_a_rule_that_is_off()
    {
        var off = ImmutableSortedDictionary<string, RuleChange>.Empty.Add(
            "PIM603",
            RuleChange.None with
            {
                Enabled = false,
            }
        );
        var result = Judge(
            A.Tenant.Users("Ben"),
            AuditConfiguration.Empty with
            {
                Rules = off,
                Waivers = [Waived("PIM603", Ben)],
            }
        );

        Assert.That(
            (Unused(result), result.Rules[^1].Outcome),
            Is.EqualTo((Array.Empty<string>(), RuleOutcome.NotApplicable))
        );
    }

    [Test]
    public void A_waiver_of_a_finding_about_missing_evidence_is_used()
    {
        var tenant = A.Tenant.HighestRolesSettled().Refuse(SnapshotParts.ConditionalAccessPolicies);

        var result = Audit.Judge(
            tenant,
            AuditConfiguration.Empty with
            {
                Waivers = [Waived("PIM901", "part:ConditionalAccessPolicies")],
            },
            new AuthenticationContextNotEnforced(),
            new CoverageGap(),
            new WaiverUnused()
        );

        Assert.That(
            result.Findings.Select(finding => $"{finding.RuleId} {finding.Status}"),
            Is.EqualTo(new[] { "PIM901 Waived" })
        );
    }

    /// <summary>A waiver about this rule covers its finding, and is not judged itself.</summary>
    [Test]
    public void Can_be_waived_by_the_id_that_it_prints()
    {
        var result = Judge(A.Tenant.Users("Ben"), Waived("PIM603", Ben), Waived("PIM903", $"waiver:PIM603/{Ben}"));

        Assert.That(
            result.Findings.Select(finding => $"{finding.RuleId} {finding.Status}"),
            Is.EqualTo(new[] { "PIM903 Waived" })
        );
    }

    private static TenantSnapshot Standing => A.Tenant.Users("Ben").Assigned("Ben", "Global Administrator");

    private static Waiver Waived(string rule, params string[] targets) =>
        new(rule, [.. targets], "Migration", "Head of security", Today.AddDays(30));

    private static string[] Unused(AuditResult result) =>
        [.. result.Findings.Where(finding => finding.RuleId == "PIM903").Select(finding => finding.Observed)];

    private static AuditResult Judge(TenantSnapshot tenant, params Waiver[] waivers) =>
        Judge(tenant, AuditConfiguration.Empty with { Waivers = [.. waivers] });

    private static AuditResult Judge(TenantSnapshot tenant, AuditConfiguration configuration) =>
        Audit.Judge(tenant, configuration, new PermanentActiveAssignment(), new DeadHolder(), new WaiverUnused());
}
