using CsCheck;
using NUnit.Framework;

namespace PimAudit.Archive.Tests.Evidence;

/// <summary>One byte of a chain changes: the file is named, or the run whose manifest it was.</summary>
public sealed class ChangedByteTests
{
    private static readonly string[] Files =
    [
        "findings.csv",
        "manifest.json",
        "manifest.json.p7s",
        "result.json",
        "snapshot.pimsnap",
    ];

    [Test]
    public async Task Any_byte_of_any_file_names_the_file()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(3, TestCertificates.Signer(certificate));
        Assert.That(await runs.ProblemsAsync(), Is.Empty);

        Gen.Select(
                Gen.Int[0, 2],
                Gen.Int[0, Files.Length - 1].Select(one => Files[one]),
                Gen.Double.Unit,
                Gen.Byte[1, 255]
            )
            .Sample(
                (day, name, place, change) =>
                {
                    var named = Changed(runs, day, name, place, change);
                    return named.Any(problem =>
                        problem.StartsWith($"{day}: ", StringComparison.Ordinal)
                        && problem.Contains(name, StringComparison.Ordinal)
                    );
                },
                iter: 150,
                threads: 1
            );
    }

    /// <summary>Nothing but its seal holds the newest manifest while nobody continues or signs it.</summary>
    [Test]
    public async Task Every_byte_of_the_newest_manifest_is_held_without_a_signature()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var length = new FileInfo(runs.PathOf(0, "manifest.json")).Length;

        Assert.That(
            Enumerable
                .Range(0, (int)length)
                .Where(at => !Changed(runs, 0, "manifest.json", at / (double)length, 1).Any())
                .ToList(),
            Is.Empty
        );
    }

    [Test]
    public async Task Every_byte_of_a_signature_is_held()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(certificate));
        var length = new FileInfo(runs.PathOf(0, "manifest.json.p7s")).Length;

        Assert.That(
            Enumerable
                .Range(0, (int)length)
                .Where(at => !Changed(runs, 0, "manifest.json.p7s", at / (double)length, 1).Any())
                .ToList(),
            Is.Empty
        );
    }

    private static List<string> Changed(ChainedRuns runs, int day, string name, double place, byte change)
    {
        var path = runs.PathOf(day, name);
        var bytes = File.ReadAllBytes(path);
        var at = Math.Min(bytes.Length - 1, (int)Math.Round(place * bytes.Length));
        try
        {
            File.WriteAllBytes(path, [.. bytes[..at], (byte)(bytes[at] ^ change), .. bytes[(at + 1)..]]);
            return [.. runs.ProblemsAsync().GetAwaiter().GetResult()];
        }
        finally
        {
            File.WriteAllBytes(path, bytes);
        }
    }
}
