using System.Text;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

/// <summary>The corpus through <c>result.json</c> and back.</summary>
public sealed class HostileResultTests
{
    private static readonly AuditResult Result = Audit.Judge(
        Snapshots.Rich,
        AuditConfiguration.Empty,
        [.. Catalogue.All]
    ) with
    {
        Waivers =
        [
            .. Corpus.Strings.Select(text => new WaiverRow(
                "PIM105",
                [text],
                text,
                text,
                new DateOnly(2027, 1, 31),
                DaysLeft: 1,
                WaiverState.Used,
                IsBroad: false,
                Covered: 1
            )),
        ],
    };

    /// <summary>Half a character has no place in UTF-8: it comes back as the mark for what cannot be shown.</summary>
    [Test]
    public async Task Every_string_comes_back_as_it_was()
    {
        using var stream = new MemoryStream();
        await ResultFile.WriteAsync(Result, stream, CancellationToken.None);
        stream.Position = 0;

        var read = await ResultFile.ReadAsync(stream, CancellationToken.None);

        Assert.That(read.Waivers.Select(row => row.Reason), Is.EqualTo(Corpus.Strings.Select(Whole)));
    }

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
