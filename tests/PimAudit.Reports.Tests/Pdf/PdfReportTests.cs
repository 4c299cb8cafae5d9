using NUnit.Framework;
using PimAudit.Reports.Pdf;

namespace PimAudit.Reports.Tests.Pdf;

public sealed class PdfReportTests
{
    private static readonly ReportFacts Facts = new(SampleIds.Hash("result"));

    [Test]
    public void Same_input_same_bytes()
    {
        var first = PdfReport.Write(SampleResult.Contoso, Facts);

        var second = PdfReport.Write(SampleResult.Contoso, Facts);

        Assert.That(second, Is.EqualTo(first));
    }
}
