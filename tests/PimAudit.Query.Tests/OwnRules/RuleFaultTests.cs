using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests.OwnRules;

public sealed class RuleFaultTests
{
    private static TenantSnapshot Tenant { get; } = A.Tenant.Users("Ada").Eligible("Ada", "Helpdesk Administrator");

    [TestCase("SELECT id AS subject, nope AS observed, 'b' AS expected FROM people", "no such column: nope")]
    [TestCase("SELECT id AS subject, 'a' AS observed, 'b' AS expected FROM persons", "persons")]
    [TestCase("DELETE FROM people", "Writing is refused")]
    [TestCase("SELECT load_extension('x') AS subject, 'a' AS observed, 'b' AS expected", "refused")]
    [TestCase("SELECT id AS subject, 'b' AS expected FROM people", "has no column 'observed'")]
    [TestCase(
        "SELECT id AS subject, 'a' AS observed, 'b' AS expected, 'c' AS evidense FROM people",
        "'evidense' that means nothing here. Did you mean 'evidence'?"
    )]
    [TestCase(
        "SELECT id AS subject, 'a' AS observed, :most AS expected FROM people",
        "a parameter that nothing gives a value"
    )]
    [TestCase("", "There is no statement")]
    public void A_query_that_cannot_be_used_is_known_before_any_run_with_file_and_line(string sql, string expected)
    {
        var fault = Assert.Throws<RuleFaultException>(() => Own.Rule(sql))!;

        Assert.That(fault.Message, Does.StartWith("mine/rule.yaml, line 7: ").And.Contain(expected));
        Assert.That(fault.Gap.Reason, Is.EqualTo(MissingReason.Configuration));
    }

    [TestCase("'Ada'", "the subject 'Ada' is no id that the snapshot knows")]
    [TestCase("NULL", "the subject is NULL")]
    [TestCase("'00000000-0000-0000-0000-000000000001'", "is no id that the snapshot knows")]
    public void A_subject_that_nobody_knows_is_a_fault_and_no_pass(string subject, string expected) =>
        Broken($"SELECT {subject} AS subject, 'a' AS observed, 'b' AS expected FROM people", expected);

    [TestCase("display_name AS identity", "the identity 'Ada Ng; rm' is a name and no id")]
    [TestCase("display_name AS evidence", "The evidence 'Ada Ng; rm' is no row of the snapshot")]
    [TestCase("id AS role", "is no id of a role")]
    [TestCase("id AS scope", "is no scope")]
    [TestCase("'awful' AS severity", "the severity is 'awful'")]
    [TestCase("'3' AS severity", "the severity is '3'")]
    [TestCase("'group' AS subject_kind", "is called group but the snapshot knows a user")]
    [TestCase("'thing' AS subject_kind", "subject_kind is 'thing'")]
    [TestCase("printf('%.*c', 3000, 'x') AS title", "title has 3000 letters")]
    public void A_value_that_cannot_be_meant_is_a_fault_and_no_finding(string column, string expected) =>
        Broken(
            $"SELECT id AS subject, {column}, 'a' AS observed, 'b' AS expected FROM people",
            expected,
            A.Tenant.Users("Ada Ng; rm").Eligible("Ada Ng; rm", "Helpdesk Administrator")
        );

    [Test]
    public void More_rows_than_a_rule_may_find_are_never_cut_in_silence()
    {
        var numbers =
            $"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {CustomRule.MostFindings + 1})";

        Broken(
            $"{numbers} SELECT p.id AS subject, x AS observed, 'b' AS expected FROM n, people p",
            "finds more than 10000 rows"
        );
    }

    [Test]
    public void A_query_without_end_is_ended_and_says_so_in_words_for_rules()
    {
        using var check = SnapshotQuery.Open(Access.AccessMap.Resolve(Tenant));
        const string Bomb = """
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
            SELECT count(*) AS subject, 'a' AS observed, 'b' AS expected FROM n
            """;
        var short_ = CustomRule.Limits with { Time = TimeSpan.FromMilliseconds(50) };

        var refused = Assert.Throws<QueryRefusedException>(() => check.Ask(Bomb, short_))!;

        Assert.That(refused.Remedy, Does.Contain("split the rule").And.Not.Contain("--time-limit"));
        Assert.That(CustomRule.Limits.Time, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void A_rule_that_cannot_be_used_is_not_evaluated_and_the_next_one_runs()
    {
        var broken = new BrokenRule("ORG009", "Unusable", new("mine/b.yaml", 3), "id is missing.", new string('0', 64));
        var rules = Own.Judge(
            Tenant,
            broken,
            Own.Rule("SELECT id AS subject, 'a' AS observed, 'b' AS expected FROM people")
        ).Rules;

        Assert.That(
            rules.Select(rule => (rule.Id, rule.Outcome, rule.Reason, rule.Detail)),
            Is.EqualTo(
                new (string, RuleOutcome, MissingReason?, string?)[]
                {
                    ("ORG001", RuleOutcome.Fail, null, null),
                    (
                        "ORG009",
                        RuleOutcome.NotEvaluated,
                        MissingReason.Configuration,
                        "mine/b.yaml, line 3: id is missing."
                    ),
                }
            )
        );
    }

    private static void Broken(string sql, string expected, TenantSnapshot? tenant = null)
    {
        var run = Own.Run(tenant ?? Tenant, sql);

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Configuration)));
        Assert.That(run.Result.Detail, Does.StartWith("mine/rule.yaml, line 7: ").And.Contain(expected));
        Assert.That(run.Findings, Is.Empty);
    }
}
