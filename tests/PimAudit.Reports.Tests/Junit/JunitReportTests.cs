using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Junit;
using PimAudit.Reports.Tests.Excel;

namespace PimAudit.Reports.Tests.Junit;

public sealed class JunitReportTests
{
    private static readonly XDocument Contoso = Read(SampleResult.Contoso);

    private static IEnumerable<TestCaseData> Results =>
        new (string Name, AuditResult Result)[]
        {
            ("findings", SampleResult.Contoso),
            ("clean", SampleResult.Clean),
            ("nothing evaluated", SampleResult.NothingEvaluated),
        }.Select(one => new TestCaseData(one.Result).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Results))]
    public void Fits_the_schema(AuditResult result) => Assert.That(Problems(Read(result)), Is.Empty);

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Stays_whole_whatever_the_tenant_writes(string text)
    {
        var file = Read(Hostile.Everywhere(text));

        Assert.That(Problems(file), Is.Empty);
        Assert.That(file.Descendants("failure").Count(), Is.EqualTo(Contoso.Descendants("failure").Count()));
    }

    [Test]
    public void The_schema_refuses_what_is_no_report()
    {
        var file = Read(SampleResult.Contoso);
        file.Descendants("testcase").First().Attribute("name")!.Remove();

        Assert.That(Problems(file), Is.Not.Empty);
    }

    [Test]
    public void Every_rule_is_a_test_case_in_the_suite_of_its_family() =>
        Assert.That(
            Contoso
                .Descendants("testcase")
                .Select(one => (string?)one.Attribute("classname") + ": " + (string?)one.Attribute("name")),
            Is.EquivalentTo(
                SampleResult.Contoso.Rules.Select(rule => $"{RuleFamilies.TitleOf(rule.Id)}: {rule.Id} {rule.Name}")
            )
        );

    [Test]
    public void Every_open_finding_is_a_failure_of_its_rule() =>
        Assert.That(
            Contoso
                .Descendants("failure")
                .Select(one => (string?)one.Parent!.Attribute("name") + ": " + (string?)one.Attribute("message")),
            Is.EquivalentTo(
                SampleResult
                    .Contoso.Findings.Where(finding => finding.Status is FindingStatus.Open or FindingStatus.New)
                    .Select(finding => $"{finding.RuleId} {finding.RuleName}: {finding.Title}")
            )
        );

    [Test]
    public void A_rule_that_was_not_evaluated_is_an_error_and_never_passes()
    {
        var file = Read(SampleResult.NothingEvaluated);

        Assert.That(
            file.Descendants("testcase").Count(one => one.Element("error") is not null),
            Is.EqualTo(SampleResult.NothingEvaluated.Rules.Length)
        );
    }

    [Test]
    public void A_rule_that_found_something_and_was_blind_on_the_rest_is_failure_and_error()
    {
        var finding = SampleResult.Contoso.Findings.First(one => one.Status is FindingStatus.Open);
        var rule = SampleResult.Contoso.Rules.Single(one => one.Id == finding.RuleId);
        var file = Read(
            SampleResult.Contoso with
            {
                Findings = [finding],
                Rules = [rule with { Outcome = RuleOutcome.Fail, Counts = rule.Counts with { Blind = 3 } }],
            }
        );

        Assert.That(
            file.Descendants("testcase").Single().Elements().Select(one => one.Name.LocalName),
            Is.EqualTo(new[] { "error", "failure" })
        );
    }

    [TestCase(RuleOutcome.Off, "off. Switched off by hand.")]
    [TestCase(RuleOutcome.NotApplicable, "not applicable: everything was read, and there is nothing to judge.")]
    [TestCase(RuleOutcome.Waived, "waived: 2 findings under a valid waiver.")]
    public void What_is_no_verdict_is_skipped_with_the_reason(RuleOutcome outcome, string reason)
    {
        var rule = SampleResult.Clean.Rules[0] with
        {
            Outcome = outcome,
            Detail = "Switched off by hand.",
            Counts = new(2, 2, 2, 0),
        };
        var file = Read(SampleResult.Clean with { Rules = [rule] });

        Assert.That((string?)file.Descendants("skipped").Single().Attribute("message"), Is.EqualTo(reason));
    }

    [Test]
    public void A_pass_says_nothing() =>
        Assert.That(Read(SampleResult.Clean).Descendants("testcase").SelectMany(one => one.Elements()), Is.Empty);

    [Test]
    public void The_counts_are_those_of_the_test_cases()
    {
        var cases = Contoso.Descendants("testcase").ToList();
        string[] counted =
        [
            $"{cases.Count}",
            $"{cases.Count(one => one.Element("failure") is not null)}",
            $"{cases.Count(one => one.Element("error") is not null)}",
            $"{cases.Count(one => one.Element("skipped") is not null)}",
        ];

        Assert.That(
            new[] { "tests", "failures", "errors", "skipped" }.Select(name => (string?)Contoso.Root!.Attribute(name)),
            Is.EqualTo(counted)
        );
    }

    private static XDocument Read(AuditResult result) => XDocument.Parse(Written.Text(JunitReport.Write, result));

    private static List<string> Problems(XDocument file)
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Written.Resource("junit.xsd"));
        schemas.Add(targetNamespace: null, reader);
        var problems = new List<string>();
        file.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
