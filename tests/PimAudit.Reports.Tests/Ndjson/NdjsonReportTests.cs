using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Ndjson;
using PimAudit.Reports.Tests.Excel;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests.Ndjson;

public sealed class NdjsonReportTests
{
    private static readonly JsonElement Schema = JsonElement.Parse(NdjsonReport.Schema());

    private static IEnumerable<TestCaseData> Results =>
        new (string Name, AuditResult Result)[]
        {
            ("findings", SampleResult.Contoso),
            ("two profiles", SampleResult.TwoProfiles),
            ("clean", SampleResult.Clean),
            ("nothing evaluated", SampleResult.NothingEvaluated),
        }.Select(one => new TestCaseData(one.Result).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Results))]
    public void Every_line_fits_the_schema(AuditResult result) =>
        Assert.That(Lines(result).SelectMany(line => SchemaCheck.Problems(Schema, line)), Is.Empty);

    [TestCaseSource(nameof(Results))]
    public void A_line_holds_what_its_kind_names_and_nothing_else(AuditResult result) =>
        Assert.That(
            Lines(result).Select(line => string.Join(',', line.EnumerateObject().Select(property => property.Name))),
            Is.EqualTo(Lines(result).Select(line => $"kind,runId,tenantId,takenAt,{Kind(line)}"))
        );

    [Test]
    public void Tells_what_could_be_seen_before_what_was_found() =>
        Assert.That(
            Lines(SampleResult.TwoProfiles).Select(Kind).Distinct(),
            Is.EqualTo(
                new[]
                {
                    "run",
                    "coverage",
                    "rule",
                    "finding",
                    "waiver",
                    "emergencyAccount",
                    "group",
                    "roleSetting",
                    "access",
                    "crosswalk",
                }
            )
        );

    [Test]
    public void Nothing_is_left_out()
    {
        var result = SampleResult.Contoso;
        var counts = Lines(result).CountBy(Kind).ToDictionary();

        Assert.That(
            (counts["finding"], counts["rule"], counts["coverage"], counts["access"], counts["roleSetting"]),
            Is.EqualTo(
                (
                    result.Findings.Length,
                    result.Rules.Length,
                    result.Coverage.Length,
                    result.Access.Length,
                    result.RoleSettings.Length
                )
            )
        );
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void A_line_stays_a_line_whatever_the_tenant_writes(string text) =>
        Assert.That(
            Lines(Hostile.Everywhere(text)).Select(Kind),
            Is.EqualTo(Lines(SampleResult.Named("x")).Select(Kind))
        );

    private static string Kind(JsonElement line) => line.GetProperty("kind").GetString()!;

    private static List<JsonElement> Lines(AuditResult result) =>
        [
            .. Written
                .Text(NdjsonReport.Write, result)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonElement.Parse(line)),
        ];
}
