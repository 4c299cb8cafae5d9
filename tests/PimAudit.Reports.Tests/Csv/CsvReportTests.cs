using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Csv;
using PimAudit.Reports.Tests.Excel;

namespace PimAudit.Reports.Tests.Csv;

public sealed class CsvReportTests
{
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    [Test]
    public void Every_line_has_a_field_for_each_name_of_the_header()
    {
        var records = Records(SampleResult.Contoso);

        Assert.That(records.Select(fields => fields.Length).Distinct(), Is.EqualTo(new[] { records[0].Length }));
        Assert.That(records[0], Does.Contain("fingerprint").And.Contain("subjectId").And.Contain("observed"));
    }

    [Test]
    public void Every_finding_is_a_line() =>
        Assert.That(
            Column(SampleResult.Contoso, "fingerprint").Where(text => text.Length > 0),
            Is.EqualTo(SampleResult.Contoso.Findings.Select(finding => finding.Fingerprint))
        );

    [Test]
    public void What_could_not_be_seen_is_a_line_too()
    {
        Assert.That(
            Column(SampleResult.NothingEvaluated, "ruleId").Where(text => text.Length > 0),
            Is.EqualTo(SampleResult.NothingEvaluated.Rules.Select(rule => rule.Id))
        );
        Assert.That(
            Column(SampleResult.NothingEvaluated, "kind").Distinct(),
            Is.EquivalentTo(new[] { "notEvaluated", "notRead" })
        );
    }

    [Test]
    public void A_subject_that_a_rule_could_not_judge_is_a_line_with_its_id()
    {
        var blind = new BlindSubject(
            new(ObjectKind.Group, SampleIds.Tenant, "Helpdesk"),
            SnapshotParts.GroupMembers,
            MissingReason.Throttled,
            "429"
        );
        var result = SampleResult.Clean with { Rules = [SampleResult.Clean.Rules[0] with { Blind = [blind] }] };

        Assert.That(
            Column(result, "kind").Zip(Column(result, "subjectId")),
            Is.EqualTo(new[] { ("blind", blind.Subject.Id) })
        );
    }

    [Test]
    public void A_clean_tenant_is_a_header_alone() => Assert.That(Records(SampleResult.Clean), Has.Count.EqualTo(1));

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void A_text_comes_back_as_it_was(string text)
    {
        var file = Hostile.Everywhere(text);

        Assert.That(Column(file, "observed").Take(file.Findings.Length).Select(CsvFile.Undo), Is.All.EqualTo(text));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Cases))]
    public void No_field_starts_a_formula_or_moves_a_terminal(string text)
    {
        var fields = Records(Hostile.Everywhere(text)).SelectMany(fields => fields).ToList();

        Assert.That(
            fields.Where(field => field.TrimStart(' ') is [var first, ..] && FormulaStarts.Contains(first)),
            Is.Empty
        );
        Assert.That(fields.Where(field => field.Any(char.IsControl)), Is.Empty);
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("'=1+1", "''=1+1")]
    [TestCase("a=b", "a=b")]
    [TestCase("\t=1", "\\u{9}=1")]
    [TestCase("a\u202Egnp", "a\\u{202E}gnp")]
    [TestCase("\\u{41}", "\\u{5C}u{41}")]
    [TestCase("C:\\users", "C:\\users")]
    public void Marks_only_what_needs_it(string text, string marked) =>
        Assert.That(CsvCell.Of(text), Is.EqualTo(marked));

    [TestCase("plain", "plain")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("a \"b\"", "\"a \"\"b\"\"\"")]
    [TestCase(" a", "\" a\"")]
    public void Quotes_only_what_needs_it(string field, string quoted) =>
        Assert.That(CsvCell.Quoted(field), Is.EqualTo(quoted));

    [Test]
    public void Starts_with_the_header_and_not_with_a_byte_order_mark() =>
        Assert.That(Written.Bytes(CsvReport.Write, SampleResult.Clean)[..5], Is.EqualTo("kind,"u8.ToArray()));

    private static List<string[]> Records(AuditResult result) => CsvFile.Read(Written.Text(CsvReport.Write, result));

    private static IEnumerable<string> Column(AuditResult result, string name)
    {
        var records = Records(result);
        var at = Array.IndexOf(records[0], name);
        return records.Skip(1).Select(fields => fields[at]);
    }
}
