using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Csv;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Junit;
using PimAudit.Reports.Ndjson;
using PimAudit.Reports.Pdf;
using PimAudit.Reports.Sarif;

namespace PimAudit.Reports.Tests;

/// <summary>What holds for every format alike.</summary>
public sealed class FormatTests
{
    private static IEnumerable<TestCaseData> Writers =>
        new (string Name, Action<AuditResult, ReportFacts, Stream> Writer)[]
        {
            ("csv", CsvReport.Write),
            ("junit", JunitReport.Write),
            ("ndjson", NdjsonReport.Write),
            ("pdf", (result, facts, output) => output.Write(PdfReport.Write(result, facts))),
            ("sarif", SarifReport.Write),
            ("xlsx", ExcelReport.Write),
        }.Select(format => new TestCaseData(format.Writer).SetArgDisplayNames(format.Name));

    [TestCaseSource(nameof(Writers))]
    public void Gives_the_same_bytes_twice(Action<AuditResult, ReportFacts, Stream> writer) =>
        Assert.That(
            Written.Bytes(writer, SampleResult.TwoProfiles),
            Is.EqualTo(Written.Bytes(writer, SampleResult.TwoProfiles)).And.Length.GreaterThan(1000)
        );

    /// <summary>The folder of a run reckons hashes on the way and cannot go back; a file of one's own choice can.</summary>
    [TestCaseSource(nameof(Writers))]
    public void Gives_the_same_bytes_to_a_stream_that_cannot_go_back(Action<AuditResult, ReportFacts, Stream> writer)
    {
        using var base64 = new MemoryStream();
        using (var forward = new CryptoStream(base64, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true))
            writer(SampleResult.Clean, Written.Facts, forward);

        Assert.That(
            Convert.FromBase64String(Encoding.ASCII.GetString(base64.ToArray())),
            Is.EqualTo(Written.Bytes(writer, SampleResult.Clean))
        );
    }

    [TestCaseSource(nameof(Writers))]
    public void Leaves_the_stream_open(Action<AuditResult, ReportFacts, Stream> writer)
    {
        using var stream = new MemoryStream();
        writer(SampleResult.Clean, Written.Facts, stream);

        Assert.That(stream.CanWrite, Is.True);
    }

    [TestCaseSource(nameof(Writers))]
    public void A_disk_that_is_full_is_no_silent_end(Action<AuditResult, ReportFacts, Stream> writer)
    {
        using var disk = new FullDisk(bytes: 2000);

        Assert.That(() => writer(SampleResult.TwoProfiles, Written.Facts, disk), Throws.InstanceOf<IOException>());
    }
}
