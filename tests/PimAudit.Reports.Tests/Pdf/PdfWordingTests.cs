using NUnit.Framework;
using PimAudit.Model;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>What pages say about what they cannot know.</summary>
public sealed class PdfWordingTests
{
    [Test]
    public void A_first_run_calls_nothing_new()
    {
        var summary = PrintedReport.Of(SampleResult.Clean).Pages[1];

        Assert.That(summary, Does.Contain("open findings,first run").And.Not.Contain("none new"));
    }

    [TestCase(221, "taken in 3 min 41 s")]
    [TestCase(1, "taken in 1 s")]
    public void The_cover_says_how_long_reading_took(int seconds, string expected) =>
        Assert.That(Cover(seconds), Does.Contain(expected));

    [Test]
    public void The_cover_says_no_time_where_none_passed() => Assert.That(Cover(0), Does.Not.Contain("taken in"));

    [TestCase("unknown", "Read with a token that does not name its holder, from https://graph.microsoft.com")]
    [TestCase("", "Read with a token that does not name its holder, from https://graph.microsoft.com")]
    [TestCase("application 1", "Read as application 1, from https://graph.microsoft.com")]
    public void Coverage_names_who_read_where_the_token_does(string identity, string expected)
    {
        var report = PrintedReport.Of(Collected(SampleCoverage.Collection with { Identity = identity }));

        Assert.That(Page(report, "Coverage"), Does.Contain(expected));
    }

    [Test]
    public void The_sign_off_names_a_check_that_anybody_can_do() =>
        Assert.That(
            PrintedReport.Of(SampleResult.Contoso).Pages[^1],
            Does.Contain("manifest.json beside this report").And.Contain("sha256sum").And.Contain("'pimaudit verify'")
        );

    [Test]
    public void Contents_print_the_longest_rule_name_in_full()
    {
        const string Longest = "AuthenticationContextPolicyNeverApplies";
        var finding = SampleFindings.All[0] with { RuleName = Longest };

        Assert.That(
            PrintedReport.Of(SampleResult.Contoso with { Findings = [finding] }).Pages[2],
            Does.Contain(Longest)
        );
    }

    [Test]
    public void The_table_of_findings_prints_a_long_observation_in_full()
    {
        const string Observed =
            "Approach 1 through RAG - HR Account Admins; Approach 2 through RAG - Helpdesk Admins and others";
        var finding = SampleFindings.All[3] with { Observed = Observed };
        var report = PrintedReport.Of(SampleResult.Contoso with { Findings = [finding] });

        Assert.That(
            Page(report, "Findings").Replace(" ", "", StringComparison.Ordinal),
            Does.Contain(Observed.Replace(" ", "", StringComparison.Ordinal))
        );
    }

    [Test]
    public void No_takeover_is_certain_only_where_owners_were_read()
    {
        const string Certain = "nobody could add himself through the ownership of a group.";
        var owners = SampleResult.Clean.Coverage[0];
        SnapshotParts[] missing =
        [
            SnapshotParts.GroupOwners,
            SnapshotParts.GroupParents,
            SnapshotParts.GroupAssignments,
        ];
        var read = SampleResult.Clean with
        {
            Coverage = [.. SampleResult.Clean.Coverage, .. missing.Select(part => owners with { Part = part })],
        };

        Assert.That(
            (
                Page(PrintedReport.Of(read), "Highest roles").Contains(Certain, StringComparison.Ordinal),
                Page(PrintedReport.Of(SampleResult.Clean), "Highest roles").Contains(Certain, StringComparison.Ordinal)
            ),
            Is.EqualTo((true, false))
        );
    }

    [Test]
    public void The_matrix_says_what_is_wrong_with_approvers()
    {
        var result = SampleResult.Contoso with
        {
            Findings = [SampleFindings.All[6] with { RuleId = "PIM208", Observed = "the approver is disabled" }],
            RoleSettings = [.. SampleSettings.Rows.Select(DeadApprover)],
        };

        Assert.That(Page(PrintedReport.Of(result), "Role settings"), Does.Contain("the approver is disabled"));
    }

    [Test]
    public void The_matrix_expects_what_meeting_settings_say() =>
        Assert.That(
            Page(
                PrintedReport.Of(
                    SampleResult.Contoso with
                    {
                        RoleSettings = [.. SampleSettings.Rows.Select(DeadApprover)],
                    }
                ),
                "Role settings"
            ),
            Does.Contain("at least 2").And.Not.Contain("approvers who can")
        );

    [Test]
    public void Settings_that_no_rule_could_judge_are_not_taken_for_a_pass()
    {
        var result = SampleResult.Contoso with
        {
            Rules = [.. SampleRules.All.Select(rule => rule.Id == "PIM201" ? SampleRules.NotEvaluated(rule) : rule)],
        };

        Assert.That(
            Page(PrintedReport.Of(result), "Role settings"),
            Does.Contain("Not evaluated: PIM201, PIM217 (see Coverage, page")
                .And.Contain("mean that it meets the profile.")
        );
    }

    [TestCase(RuleOutcome.Pass, true)]
    [TestCase(RuleOutcome.NotEvaluated, false)]
    public void Many_roles_meet_everything_only_where_everything_was_judged(RuleOutcome outcome, bool expected)
    {
        var first = SampleResult.Clean.RoleSettings.Where(row => row.Owner == GlobalAdmin).ToList();
        var roles = Enumerable.Range(1, 31).Select(number => new ObjectRef(ObjectKind.Role, $"role-{number:D2}"));
        var result = SampleResult.Clean with
        {
            RoleSettings = [.. roles.SelectMany(role => first.Select(row => row with { Owner = role }))],
            Rules =
            [
                .. SampleResult.Clean.Rules.Select(rule =>
                    rule.Id == "PIM201" ? rule with { Outcome = outcome } : rule
                ),
            ],
        };

        Assert.That(
            Page(PrintedReport.Of(result), "Role settings")
                .Contains("31 more meet everything", StringComparison.Ordinal),
            Is.EqualTo(expected)
        );
    }

    private static RoleSettingRow DeadApprover(RoleSettingRow row) =>
        row.Setting == "approvers" && row.Owner == ExchangeAdmin
            ? row with
            {
                Expected = "approvers who can",
                Verdict = SettingVerdict.Deviates,
                RuleId = "PIM208",
                Severity = Severity.High,
            }
            : row;

    private static string Cover(int seconds) =>
        PrintedReport.Of(Collected(SampleCoverage.Collection with { EndedAt = TakenAt.AddSeconds(seconds) })).Pages[0];

    private static AuditResult Collected(CollectionRecord collection) =>
        SampleResult.Contoso with
        {
            Snapshot = SampleResult.Contoso.Snapshot with { Collection = collection },
        };

    /// <summary>From the page where a section begins to the one where the next begins.</summary>
    private static string Page(PrintedReport report, string section)
    {
        var sections = report.Bookmarks.Where(mark => mark.Level == 0).ToList();
        var at = sections.FindIndex(mark => mark.Title == section);
        var (first, last) = (sections[at].Page, at + 1 < sections.Count ? sections[at + 1].Page : report.Pages.Length);
        return string.Concat(report.Pages.Skip(first - 1).Take(last - first + 1));
    }
}
