using NUnit.Framework;

namespace PimAudit.Reports.Tests.Pdf;

public sealed class TwoProfilesTests
{
    [Test]
    public void The_method_says_which_profile_decided_and_on_how_many_rules_they_differ()
    {
        var report = PrintedReport.Of(SampleResult.TwoProfiles);

        Assert.That(
            string.Concat(report.Text.Where(letter => !char.IsWhiteSpace(letter))),
            Does.Contain("best-practicesalonedecidedfindings,waiversandoutcome.")
                .And.Contain("judgedbycis-m365:of21rules,20differinoutcome,severityorthreshold.")
        );
    }

    [Test]
    public void A_report_of_one_profile_compares_nothing() =>
        Assert.That(PrintedReport.Of(SampleResult.Contoso).Text, Does.Not.Contain("alone decided"));
}
