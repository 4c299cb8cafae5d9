using System.IO.Compression;
using NUnit.Framework;

namespace PimAudit.Archive.Tests.Evidence;

/// <summary>Runs in a zip archive that anybody may have made.</summary>
public sealed class ArchiveOfRunsTests
{
    [Test]
    public async Task An_archive_of_a_chain_holds_as_its_folders_do()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(3, TestCertificates.Signer(certificate));
        var verified = await runs.VerifyAsync(runs.Zip(), TrustedCertificates.Of(certificate));

        Assert.That((verified.Holds, verified.Runs.Length, verified.Ends.Single().Runs), Is.EqualTo((true, 3, 3)));
    }

    [Test]
    public async Task A_changed_file_and_a_missing_run_are_named_in_it()
    {
        using var runs = await ChainedRuns.OfAsync(3);
        await File.AppendAllTextAsync(runs.PathOf(2, "findings.csv"), " ");
        Directory.Delete(runs.FolderOf(0), recursive: true);

        Assert.That(
            await runs.ProblemsAsync(runs.Zip()),
            Is.EquivalentTo(new[] { "1: MissingRun manifest.json", "2: ChangedFile findings.csv" })
        );
    }

    [Test]
    public async Task A_file_that_stands_twice_in_it_is_named()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var path = runs.Zip();
        await Add(path, $"{ChainedRuns.Tenant:D}/{Path.GetFileName(runs.FolderOf(0))}/findings.csv", "forged");

        Assert.That(await runs.ProblemsAsync(path), Is.EqualTo(new[] { "0: ShadowingFile findings.csv" }));
    }

    [TestCase("../result.json")]
    [TestCase("/result.json")]
    [TestCase("a/../../b/result.json")]
    [TestCase(@"a\result.json")]
    [TestCase("C:/result.json")]
    [TestCase("a//result.json")]
    public async Task A_name_that_leads_elsewhere_spoils_it(string name)
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var path = runs.Zip();
        await Add(path, name, "x");

        Assert.That(
            (await runs.VerifyAsync(path)).Runs.Single().Problems.Single().Fault,
            Is.EqualTo(EvidenceFault.BadArchive)
        );
    }

    [Test]
    public async Task A_file_that_unpacks_to_far_more_than_it_packs_is_named()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        await File.WriteAllBytesAsync(runs.PathOf(0, "findings.csv"), new byte[32 << 20]);

        var problem = (await runs.VerifyAsync(runs.Zip())).Runs.Single().Problems.Single();
        Assert.That(
            (problem.Fault, problem.Seen),
            Is.EqualTo((EvidenceFault.ChangedFile, $"It holds more than {Allowed(runs.Zip())} bytes."))
        );
    }

    [Test]
    public async Task A_truncated_archive_is_named()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var path = runs.Zip();
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..^100]);

        Assert.That(
            (await runs.VerifyAsync(path)).Runs.Single().Problems.Single().Fault,
            Is.EqualTo(EvidenceFault.BadArchive)
        );
    }

    [Test]
    public void What_is_no_archive_is_nothing_to_verify()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["a.zip"], "no zip");

        Assert.That(() => FoundEvidence.In([scratch["a.zip"]]), Throws.InstanceOf<ArchiveException>());
        Assert.That(() => FoundEvidence.In([scratch["none"]]), Throws.InstanceOf<ArchiveException>());
    }

    /// <summary>A bomb may unpack to 250 times its size.</summary>
    private static long Allowed(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return zip.Entries.Single(entry => entry.Name == "findings.csv").CompressedLength * 250;
    }

    private static async Task Add(string archive, string name, string text)
    {
        await using var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Update);
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
        await writer.WriteAsync(text);
    }
}
