using System.Globalization;
using System.Text;
using System.Xml;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Junit;

/// <summary>
/// Writes a result as JUnit XML, for pipelines that show tests: a suite for each family of rules, a test case for each rule, a
/// failure for each open finding.
/// </summary>
public static class JunitReport
{
    private static readonly XmlWriterSettings Format = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        CloseOutput = false,
    };

    /// <summary>The stream stays open. The same input gives the same bytes.</summary>
    public static void Write(AuditResult result, ReportFacts facts, Stream output)
    {
        var cases = TestCase.Of(result);
        using (var xml = XmlWriter.Create(output, Format))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", $"PimAudit, {Words.Tenant(result.Tenant)}");
            Counts(xml, cases);
            foreach (var suite in cases.GroupBy(one => RuleFamilies.TitleOf(one.Rule.Id), StringComparer.Ordinal))
                Suite(xml, suite.Key, [.. suite], result, facts);
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Suite(
        XmlWriter xml,
        string family,
        IReadOnlyList<TestCase> cases,
        AuditResult result,
        ReportFacts facts
    )
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", family);
        Counts(xml, cases);
        Attribute(xml, "timestamp", Moment(result.Snapshot.TakenAt));
        xml.WriteStartElement("properties");
        foreach (var (name, value) in Properties(result, facts))
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        foreach (var one in cases)
            Case(xml, family, one);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string family, TestCase one)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", family);
        Attribute(xml, "name", $"{one.Rule.Id} {one.Rule.Name}");
        Attribute(xml, "time", "0");
        if (one.Skipped is { } reason)
            Element(xml, "skipped", reason, type: null, text: null);
        if (one.Error is { } error)
            Element(xml, "error", error, "notEvaluated", text: null);
        foreach (var finding in one.Open)
            Element(xml, "failure", finding.Title, Severity(finding), FailureText.Of(finding));
        if (one.Aside is { } aside)
            xml.WriteElementString("system-out", VisibleText.Of(aside));
        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<TestCase> cases)
    {
        Attribute(xml, "tests", Number(cases.Count));
        Attribute(xml, "failures", Number(cases.Count(one => one.Open.Length > 0)));
        Attribute(xml, "errors", Number(cases.Count(one => one.Error is not null)));
        Attribute(xml, "skipped", Number(cases.Count(one => one.Skipped is not null)));
        Attribute(xml, "time", "0");
    }

    private static IEnumerable<(string Name, string Value)> Properties(AuditResult result, ReportFacts facts) =>
        [
            ("tenant", result.Tenant.Id.ToString("D")),
            ("run", result.Run.Id),
            ("profile", string.Join(", ", result.Profiles.Select(profile => profile.Name))),
            ("snapshot", result.Snapshot.Hash),
            ("result.json", facts.ResultSha256),
            ("verdict", Verdict.Of(result)),
            ("coverage", Verdict.Coverage(result)),
            ("allowIncomplete", result.Run.AllowIncomplete ? "true" : "false"),
        ];

    private static void Element(XmlWriter xml, string name, string message, string? type, string? text)
    {
        xml.WriteStartElement(name);
        Attribute(xml, "message", message);
        if (type is not null)
            Attribute(xml, "type", type);
        if (text is not null)
            xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, VisibleText.Of(value));

    private static string Severity(Finding finding) => Say.Word(finding.Severity).ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
