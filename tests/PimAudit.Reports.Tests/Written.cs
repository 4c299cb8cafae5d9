using System.Reflection;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Tests;

/// <summary>What a writer of a text format wrote.</summary>
internal static class Written
{
    public static readonly ReportFacts Facts = new(SampleIds.Hash("result"));

    public static byte[] Bytes(Action<AuditResult, ReportFacts, Stream> writer, AuditResult result)
    {
        using var stream = new MemoryStream();
        writer(result, Facts, stream);
        return stream.ToArray();
    }

    public static string Text(Action<AuditResult, ReportFacts, Stream> writer, AuditResult result) =>
        Encoding.UTF8.GetString(Bytes(writer, result));

    /// <summary>A file that is part of the tests.</summary>
    public static Stream Resource(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The tests hold no {name}.");
}
