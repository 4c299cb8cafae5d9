using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Tests.Excel;

namespace PimAudit.Reports.Tests.Sarif;

public sealed class SarifReportTests
{
    private static readonly SarifFile Contoso = SarifFile.Of(SampleResult.Contoso);

    private static IEnumerable<TestCaseData> Results =>
        new (string Name, AuditResult Result)[]
        {
            ("findings", SampleResult.Contoso),
            ("two profiles", SampleResult.TwoProfiles),
            ("clean", SampleResult.Clean),
            ("nothing evaluated", SampleResult.NothingEvaluated),
            ("against a baseline", Compared),
        }.Select(one => new TestCaseData(one.Result).SetArgDisplayNames(one.Name));

    private static AuditResult Compared =>
        SampleResult.Contoso with
        {
            Baseline = new(SampleIds.Hash("baseline"), "best-practices", SampleResult.TakenAt, "7f3a91c2ae784aa1", 3),
            Findings =
            [
                SampleResult.Contoso.Findings[0] with
                {
                    Status = FindingStatus.New,
                },
                SampleResult.Contoso.Findings[1] with
                {
                    Status = FindingStatus.Open,
                    BaselinedAs = Severity.High,
                },
                SampleResult.Contoso.Findings[2] with
                {
                    Status = FindingStatus.Open,
                    BaselinedAs = Severity.High,
                    NotConfirmed = "The rule could not look.",
                },
                SampleResult.Contoso.Findings[3] with
                {
                    Status = FindingStatus.Resolved,
                    BaselinedAs = Severity.High,
                },
            ],
        };

    [TestCaseSource(nameof(Results))]
    public void Fits_the_published_schema(AuditResult result) =>
        Assert.That(SarifFile.Problems(SarifFile.Of(result).Text), Is.Empty);

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Fits_the_published_schema_whatever_the_tenant_writes(string text)
    {
        var file = SarifFile.Of(Hostile.Everywhere(text));

        Assert.That(SarifFile.Problems(file.Text), Is.Empty);
        Assert.That(file.Results.Count(), Is.EqualTo(SampleResult.Contoso.Findings.Length));
    }

    [TestCase("\"level\": \"error\"", "\"level\": \"dreadful\"")]
    [TestCase("\"version\": \"2.1.0\"", "\"version\": \"3\"")]
    [TestCase("\"kind\": \"external\"", "\"kin\": \"external\"")]
    public void The_schema_refuses_what_is_not_sarif(string what, string by) =>
        Assert.That(SarifFile.Problems(Contoso.Text.Replace(what, by, StringComparison.Ordinal)), Is.Not.Empty);

    [Test]
    public void Every_finding_is_a_result_with_its_fingerprint() =>
        Assert.That(
            Contoso.Strings(result => result.GetProperty("partialFingerprints").GetProperty("pimaudit/v1")),
            Is.EqualTo(SampleResult.Contoso.Findings.Select(finding => finding.Fingerprint))
        );

    [TestCase(Severity.Critical, "error")]
    [TestCase(Severity.High, "error")]
    [TestCase(Severity.Medium, "warning")]
    [TestCase(Severity.Low, "note")]
    [TestCase(Severity.Info, "note")]
    public void The_level_follows_the_severity(Severity severity, string level)
    {
        var one = SampleResult.Contoso with
        {
            Findings = [SampleResult.Contoso.Findings[0] with { Severity = severity }],
        };

        Assert.That(SarifFile.Of(one).Strings(result => result.GetProperty("level")), Is.EqualTo(new[] { level }));
    }

    [Test]
    public void A_place_is_made_of_ids_alone_and_outlives_a_new_name()
    {
        static IEnumerable<string?> Places(SarifFile file) =>
            file
                .Results.SelectMany(result =>
                    result.GetProperty("locations")[0].GetProperty("logicalLocations").EnumerateArray()
                )
                .Select(place => place.GetProperty("fullyQualifiedName").GetString());
        var finding = SampleResult.Contoso.Findings[0];

        Assert.That(Places(Contoso), Is.EqualTo(Places(SarifFile.Of(SampleResult.Named("somebody else")))));
        Assert.That(Places(Contoso).First(), Is.EqualTo($"{SampleIds.Tenant:D}/{finding.Subject.Key}"));
    }

    [Test]
    public void A_waived_finding_is_suppressed_from_outside_with_the_reason_of_its_waiver()
    {
        var waiver = SampleResult.Contoso.Waivers.First(row => row.State is WaiverState.Used);
        var waived = Contoso.Results.Where(result => result.TryGetProperty("suppressions", out _)).ToList();

        Assert.That(
            waived
                .Select(result => result.GetProperty("suppressions")[0])
                .Select(one => (one.GetProperty("kind").GetString(), one.GetProperty("justification").GetString())),
            Does.Contain(("external", waiver.Reason))
        );
        Assert.That(
            waived,
            Has.Count.EqualTo(SampleResult.Contoso.Findings.Count(finding => finding.Status is FindingStatus.Waived))
        );
    }

    [Test]
    public void Against_a_baseline_each_result_says_how_it_stands() =>
        Assert.That(
            SarifFile.Of(Compared).Strings(result => result.GetProperty("baselineState")),
            Is.EqualTo(new[] { "new", "unchanged", "unchanged", "absent" })
        );

    [Test]
    public void Against_an_earlier_run_what_was_known_is_not_new() =>
        Assert.That(
            SarifFile
                .Of(
                    Compared with
                    {
                        Baseline = null,
                        Findings = [.. Compared.Findings.Select(finding => finding with { BaselinedAs = null })],
                    }
                )
                .Strings(result => result.GetProperty("baselineState")),
            Is.EqualTo(new[] { "new", "unchanged", "unchanged", "absent" })
        );

    [Test]
    public void A_waived_finding_that_the_baseline_does_not_know_is_new() =>
        Assert.That(
            SarifFile
                .Of(
                    Compared with
                    {
                        Findings = [Compared.Findings[1] with { Status = FindingStatus.Waived, BaselinedAs = null }],
                    }
                )
                .Strings(result => result.GetProperty("baselineState")),
            Is.EqualTo(new[] { "new" })
        );

    [Test]
    public void Without_a_baseline_no_result_speaks_of_one() =>
        Assert.That(
            SarifFile
                .Of(
                    SampleResult.Contoso with
                    {
                        Findings = [SampleResult.Contoso.Findings[0] with { Status = FindingStatus.Open }],
                    }
                )
                .Text,
            Does.Not.Contain("baselineState")
        );

    [Test]
    public void Rules_that_could_not_judge_are_notified()
    {
        var unsure = SampleResult
            .Contoso.Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0)
            .Select(rule => rule.Id)
            .ToList();
        var told = Contoso.Notifications("toolExecutionNotifications").ToList();

        Assert.That(unsure, Is.Not.Empty);
        Assert.That(unsure.Where(id => !told.Any(text => text.StartsWith(id, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Nothing_evaluated_is_told_although_there_is_no_result()
    {
        var file = SarifFile.Of(SampleResult.NothingEvaluated);

        Assert.That(file.Results, Is.Empty);
        Assert.That(
            file.Notifications("toolExecutionNotifications").Count(),
            Is.GreaterThanOrEqualTo(SampleResult.NothingEvaluated.Rules.Length)
        );
    }

    [Test]
    public void A_rule_that_is_off_is_a_note_about_the_configuration()
    {
        var off = SampleResult.Clean with
        {
            Rules = [SampleResult.Clean.Rules[0] with { Outcome = RuleOutcome.Off, Detail = "Switched off by hand." }],
        };

        Assert.That(
            SarifFile.Of(off).Notifications("toolConfigurationNotifications"),
            Is.EqualTo(new[] { $"{off.Rules[0].Id} {off.Rules[0].Name}: off. Switched off by hand." })
        );
    }

    [Test]
    public void A_name_is_neither_a_placeholder_nor_a_link()
    {
        var one = SampleResult.Contoso with
        {
            Findings = [SampleResult.Contoso.Findings[0] with { Title = "[x](1) {0}", Observed = "a", Expected = "b" }],
        };

        Assert.That(
            SarifFile.Of(one).Strings(result => result.GetProperty("message").GetProperty("text")),
            Is.EqualTo(new[] { "[x\\](1) {{0}}. Observed: a. Expected: b." })
        );
    }

    [Test]
    public void Results_point_at_their_rule_by_place() =>
        Assert.That(
            Contoso.Results.Select(result =>
                Contoso.Rules.ElementAt(result.GetProperty("ruleIndex").GetInt32()).GetProperty("id").GetString()
            ),
            Is.EqualTo(Contoso.Strings(result => result.GetProperty("ruleId")))
        );

    [Test]
    public void The_artifact_names_the_hash_of_the_result() =>
        Assert.That(
            Contoso.Run.GetProperty("artifacts")[0].GetProperty("hashes").GetProperty("sha-256").GetString(),
            Is.EqualTo(Written.Facts.ResultSha256)
        );
}
