using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests;

/// <summary>The sample must hold every case that a report distinguishes.</summary>
public sealed class SampleResultTests
{
    [Test]
    public void Holds_every_severity() =>
        Assert.That(
            SampleResult.Contoso.Findings.Select(finding => finding.Severity).Distinct(),
            Is.EquivalentTo(Enum.GetValues<Severity>())
        );

    [Test]
    public void Holds_every_outcome() =>
        Assert.That(
            SampleResult.Contoso.Rules.Select(rule => rule.Outcome).Distinct(),
            Is.EquivalentTo(Enum.GetValues<RuleOutcome>())
        );

    [Test]
    public void No_two_findings_share_a_fingerprint() =>
        Assert.That(SampleResult.WithFindings(500).Findings.Select(finding => finding.Fingerprint), Is.Unique);

    [Test]
    public void No_two_access_rows_share_a_key() =>
        Assert.That(SampleResult.Contoso.Access.Select(row => row.Key), Is.Unique);
}
