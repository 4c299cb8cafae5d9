using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests.OwnRules;

public sealed class CustomRuleTests
{
    private const string Eligible = """
        SELECT principal_id AS subject, role_id AS role, scope, id AS evidence,
          'eligible' AS observed, 'nobody' AS expected FROM eligible_assignments
        """;

    private static TenantSnapshot TwoEligible { get; } =
        A.Tenant.Users("Ada", "Bo").Eligible("Ada", "Helpdesk Administrator").Eligible("Bo", "Helpdesk Administrator");

    [Test]
    public void Each_row_is_a_finding_about_the_object_that_the_snapshot_knows_by_the_id()
    {
        var run = Own.Run(TwoEligible, Eligible);

        Assert.That(run.Said, Is.EquivalentTo([("Ada", "eligible", "nobody"), ("Bo", "eligible", "nobody")]));
        Assert.That(run.Findings.Select(finding => finding.Subject.Kind), Is.All.EqualTo(ObjectKind.User));
        Assert.That(run.Outcome, Is.EqualTo(RuleOutcome.Fail));
    }

    [Test]
    public void The_identity_is_subject_role_scope_and_every_identity_column()
    {
        var run = Own.Run(
            A.Tenant.Users("Ada").Groups("RAG").Eligible("Ada", "Helpdesk Administrator"),
            $"""
            SELECT principal_id AS subject, role_id AS role, scope, '{A.Id("RAG"):D}' AS identity, 'x-1' AS identity_2,
              'a' AS observed, 'b' AS expected FROM eligible_assignments
            """
        );

        Assert.That(
            run.Identity,
            Is.EqualTo([
                $"group:{A.Id("RAG"):D}",
                "other:x-1",
                $"role:{A.Role("Helpdesk Administrator"):D}",
                "scope:/",
                $"user:{A.Id("Ada"):D}",
            ])
        );
    }

    [Test]
    public void A_row_that_the_query_names_is_the_evidence()
    {
        var run = Own.Run(A.Tenant.Users("Ada").Eligible("Ada", "Helpdesk Administrator"), Eligible);

        Assert.That(
            run.Findings.Single().Evidence,
            Is.EqualTo([
                new Evidence(SnapshotParts.EligibleAssignments, RolesOf.RowId("re", "Ada", "Helpdesk Administrator")),
            ])
        );
    }

    [Test]
    public void Without_one_the_objects_are_the_evidence()
    {
        var run = Own.Run(
            A.Tenant.Users("Ada").Eligible("Ada", "Helpdesk Administrator"),
            "SELECT id AS subject, 'a' AS observed, 'b' AS expected FROM people"
        );

        Assert.That(
            run.Findings.Single().Evidence,
            Is.EqualTo([new Evidence(SnapshotParts.Principals, A.Id("Ada").ToString("D"))])
        );
    }

    [Test]
    public void Two_rows_with_one_identity_are_one_finding_the_heaviest()
    {
        var run = Own.Run(
            A.Tenant.Users("Ada").Eligible("Ada", "Helpdesk Administrator"),
            """
            SELECT id AS subject, 'low' AS severity, 'light' AS observed, 'b' AS expected FROM people
            UNION ALL SELECT id, 'high', 'heavy', 'b' FROM people
            """
        );

        Assert.That(run.Said, Is.EqualTo([("Ada", "heavy", "b")]));
        Assert.That(run.Severities, Is.EqualTo([("Ada", Severity.High)]));
    }

    [Test]
    public void Findings_do_not_hang_on_the_order_of_rows()
    {
        var turned = Own.Judge(TwoEligible, Own.Rule(Eligible + " ORDER BY principal_id DESC"));
        var straight = Own.Judge(TwoEligible, Own.Rule(Eligible + " ORDER BY principal_id"));

        Assert.That(
            turned.Findings.Select(finding => finding.Fingerprint),
            Is.EqualTo(straight.Findings.Select(finding => finding.Fingerprint))
        );
    }

    [Test]
    public void Nothing_found_is_a_pass_where_everything_was_read_and_there_was_something_to_look_at()
    {
        Assert.That(Own.Run(TwoEligible, Eligible + " WHERE 1 = 0").Outcome, Is.EqualTo(RuleOutcome.Pass));
        Assert.That(Own.Run(A.Tenant, Eligible).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));
    }

    [Test]
    public void A_part_that_the_query_touches_and_that_was_not_read_is_never_a_pass()
    {
        var run = Own.Run(TwoEligible.Lose(SnapshotParts.EligibleAssignments), Eligible);

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Permission)));
    }

    [Test]
    public void A_column_that_was_not_read_for_somebody_is_never_a_pass()
    {
        const string Disabled = """
            SELECT id AS subject, 'disabled' AS observed, 'enabled' AS expected FROM people WHERE is_enabled = 0
            """;
        var tenant = A
            .Tenant.User("Ada", user => user with { IsEnabled = null })
            .Eligible("Ada", "Helpdesk Administrator");

        Assert.That(Own.Run(tenant, Disabled).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));
        Assert.That(
            Own.Run(tenant, Disabled.Replace("is_enabled = 0", "is_guest = 1", StringComparison.Ordinal)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );
    }

    [Test]
    public void What_was_found_is_reported_beside_what_was_not_read()
    {
        var tenant = TwoEligible
            .Groups("RAG")
            .Assigned("RAG", "Helpdesk Administrator")
            .Gap(SnapshotParts.GroupMembers, "RAG");
        var run = Own.Run(
            tenant,
            "SELECT DISTINCT principal_id AS subject, 'a' AS observed, 'b' AS expected FROM access_paths"
        );

        Assert.That(run.Outcome, Is.EqualTo(RuleOutcome.Fail));
        Assert.That(run.Subjects, Is.EquivalentTo(["Ada", "Bo"]));
        Assert.That(run.Blind, Does.Contain("RAG"));
    }

    [Test]
    public void A_tenant_without_a_licence_is_judged_where_its_lists_are_known_to_be_empty()
    {
        var tenant = A.Tenant.Users("Ada").AssignedUnlisted("Ada", "Helpdesk Administrator").Unlicensed();

        Assert.That(
            Own.Run(
                tenant,
                "SELECT principal_id AS subject, 'a' AS observed, 'b' AS expected FROM active_assignments"
            ).Subjects,
            Is.EqualTo(["Ada"])
        );
        Assert.That(
            Own.Run(tenant, "SELECT owner_id AS subject, 'a' AS observed, 'b' AS expected FROM role_settings").Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );
    }

    [Test]
    public void Parameters_and_the_role_lists_of_the_profile_stand_in_the_query()
    {
        const string Sql = """
            SELECT principal_id AS subject, 'a' AS observed, :most || ' ' || :strict AS expected FROM eligible_assignments
            WHERE role_id IN (SELECT value FROM json_each(:highlyPrivilegedRoles))
              AND role_id NOT IN (SELECT value FROM json_each(:spared)) AND role_id IN (SELECT value FROM json_each(:privilegedRoles))
            """;
        var tenant = A
            .Tenant.Users("Ada", "Bo", "Cy")
            .Eligible("Ada", "Global Administrator")
            .Eligible("Bo", "Helpdesk Administrator")
            .Eligible("Cy", "Privileged Role Administrator");
        var rule = Own.Rule(
            Sql,
            "ORG001",
            RuleParameter.Number("most", 7, "m"),
            RuleParameter.Flag("strict", true, "s"),
            RuleParameter.Ids("spared", "i", A.Role("Privileged Role Administrator"))
        );

        var findings = Own.Judge(tenant, rule).Findings;

        Assert.That(
            findings.Select(finding => (finding.Subject.Label, finding.Expected)),
            Is.EqualTo([("Ada", "7 1")])
        );
    }

    [Test]
    public void What_the_query_reads_is_known_before_a_run()
    {
        var parts = Own.Rule("SELECT id AS subject, is_guest AS observed, 'b' AS expected FROM people").Info.LeansOn;

        Assert.That(
            (parts.HasFlag(SnapshotParts.Principals), parts.HasFlag(SnapshotParts.EligibleAssignments)),
            Is.EqualTo((true, true))
        );
        Assert.That(parts.HasFlag(SnapshotParts.SignInActivity), Is.False);
    }

    [Test]
    public void The_definition_is_part_of_the_run()
    {
        var one = Own.Judge(TwoEligible, Own.Rule(Eligible));
        var same = Own.Judge(TwoEligible, Own.Rule(Eligible));
        var other = Own.Judge(TwoEligible, Other(Eligible));

        Assert.That(same.Run.Id, Is.EqualTo(one.Run.Id));
        Assert.That(other.Run.Id, Is.Not.EqualTo(one.Run.Id));
    }

    private static CustomRule Other(string sql)
    {
        using var check = SnapshotQuery.Open(Access.AccessMap.Resolve(A.Tenant));
        return CustomRule.Of(Own.Definition(sql) with { Hash = new string('b', 64) }, check);
    }
}
