using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pdf;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>A report as programs of other people find it.</summary>
public sealed class ReadBackTests
{
    [Test]
    public void Every_finding_is_found_by_number_title_and_object()
    {
        var text = Squeezed(PrintedReport.Of(SampleResult.Contoso).Text);

        Assert.That(Missing(SampleResult.Contoso, text), Is.Empty);
    }

    [Test]
    public void Greek_and_cyrillic_names_are_printed_as_they_are() =>
        Assert.That(
            Squeezed(PrintedReport.Of(SampleResult.Named("Ελένη Жукова")).Text),
            Does.Contain("ΕλένηЖукова").And.Not.Contain("U+0")
        );

    [Test]
    public void Pdftotext_reads_every_finding()
    {
        var text = Run("pdftotext", file => ["-enc", "UTF-8", file, "-"], exitCode: 0);

        Assert.That(Missing(SampleResult.Contoso, Squeezed(text)), Is.Empty);
    }

    [Test]
    public void Qpdf_finds_no_fault() =>
        Assert.That(
            Run("qpdf", file => ["--check", file], exitCode: 0),
            Does.Contain("No syntax or stream encoding errors")
        );

    private static IEnumerable<string> Missing(AuditResult result, string text) =>
        result
            .Findings.SelectMany(finding => new[] { finding.ShortId, finding.Title, finding.Subject.Id })
            .Where(words => !text.Contains(Squeezed(words), StringComparison.Ordinal));

    /// <summary>Other programs break lines elsewhere.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Run(string program, Func<string, string[]> arguments, int exitCode)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(file, PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts));
        try
        {
            using var process = Start(program, arguments(file));
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.EqualTo(exitCode), text);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    StandardOutputEncoding = System.Text.Encoding.UTF8,
                }
            )!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is not installed, so nobody but PdfPig has read the report back.");
            throw;
        }
    }
}
