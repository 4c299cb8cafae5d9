using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace PimAudit.Archive.Tests.Evidence;

/// <summary>Files of a run that are missing, too many, or at odds with its manifest.</summary>
public sealed class RunFileTests
{
    [Test]
    public async Task A_missing_file_is_named()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        File.Delete(runs.PathOf(0, "snapshot.pimsnap"));

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "0: MissingFile snapshot.pimsnap" }));
    }

    [Test]
    public async Task A_file_that_nobody_named_is_said_and_is_no_fault()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        await File.WriteAllTextAsync(runs.PathOf(0, "minutes.txt"), "signed");
        var run = (await runs.VerifyAsync()).Runs.Single();

        Assert.That(run.Problems, Is.Empty);
        Assert.That(run.Notes.Single(), Does.StartWith("minutes.txt is not of this run"));
    }

    [TestCase("findings.pdf")]
    [TestCase("Result.json")]
    [TestCase("result.json ")]
    [TestCase("res\u200Bult.json")]
    [TestCase("manifest.pruned.json")]
    [TestCase("MANIFEST.JSON")]
    public async Task A_file_that_could_be_taken_for_evidence_is_named(string name)
    {
        using var runs = await ChainedRuns.OfAsync(1);
        await File.WriteAllTextAsync(runs.PathOf(0, name), "forged");
        if (!File.Exists(runs.PathOf(0, name)) || Directory.GetFiles(runs.FolderOf(0)).Length == 4)
            Assert.Ignore("This file system takes the two names for one.");

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { $"0: ShadowingFile {name}" }));
    }

    [Test]
    public async Task Every_cut_of_a_manifest_is_refused_with_its_place()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var whole = await File.ReadAllBytesAsync(runs.PathOf(0, "manifest.json"));

        Assert.That(
            Enumerable.Range(0, whole.Length).Select(length => MessageOf(whole.AsMemory(0, length))),
            Has.All.Match(@"^line \d+, byte \d+: ")
        );
    }

    [TestCase("runId", "0000000000000001", "run id")]
    [TestCase("tenant", "00000000-0000-0000-0000-000000000001", "tenant")]
    [TestCase("snapshotHash", "00", "hash of the snapshot")]
    [TestCase("profileHash", "00", "hash of the profile")]
    [TestCase("configurationHash", "00", "hash of the configuration")]
    [TestCase("toolVersion", "9", "version of the program")]
    public async Task A_manifest_that_was_edited_and_sealed_again_contradicts_the_result(
        string member,
        string value,
        string expected
    )
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var path = runs.PathOf(0, "manifest.json");
        var edited = JsonNode.Parse(await File.ReadAllBytesAsync(path))!;
        edited[member] = value;
        edited["seal"] = null;
        var manifest = ManifestFile.Read(Encoding.UTF8.GetBytes(edited.ToJsonString()));
        await File.WriteAllBytesAsync(path, ManifestFile.Bytes(manifest));

        Assert.That(
            (await runs.VerifyAsync()).Runs.SelectMany(run => run.Problems).Select(problem => problem.Failed),
            Has.Member($"Manifest and result.json name another {expected}.")
        );
    }

    [TestCase("""{ "schemaVersion": 2 }""", "schema version 2")]
    [TestCase("[]", "no schema version")]
    [TestCase("null", "no schema version")]
    [TestCase("""{ "schemaVersion": 1 }""", "line ")]
    public void A_manifest_of_something_else_is_refused(string text, string expected) =>
        Assert.That(MessageOf(Encoding.UTF8.GetBytes(text)), Does.Contain(expected));

    [TestCase("../result.json")]
    [TestCase("/etc/passwd")]
    [TestCase(@"..\result.json")]
    [TestCase("C:result.json")]
    [TestCase("..")]
    [TestCase("")]
    [TestCase("manifest.json")]
    [TestCase("Manifest.json.p7s")]
    public async Task A_manifest_that_names_a_file_elsewhere_is_refused(string name)
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var manifest = runs.ManifestOf(0);
        manifest = manifest with { Files = [.. manifest.Files, manifest.Files[0] with { Name = name }] };

        Assert.That(MessageOf(ManifestFile.Bytes(manifest)), Does.Contain("no name of a file"));
    }

    [Test]
    public async Task A_manifest_with_nothing_in_a_list_is_refused()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var text = await File.ReadAllTextAsync(runs.PathOf(0, "manifest.json"));

        Assert.That(
            MessageOf(
                Encoding.UTF8.GetBytes(text.Replace("\"files\": [", "\"files\": [ null,", StringComparison.Ordinal))
            ),
            Does.Contain("A list in it holds null")
        );
    }

    [Test]
    public async Task A_manifest_of_a_version_without_seals_holds_and_says_so()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var path = runs.PathOf(0, "manifest.json");
        var old = JsonNode.Parse(await File.ReadAllBytesAsync(path))!.AsObject();
        old.Remove("seal");
        await File.WriteAllTextAsync(path, old.ToJsonString());
        var run = (await runs.VerifyAsync()).Runs.Single();

        Assert.That(
            (run.Problems.IsEmpty, run.Notes.Single()),
            Is.EqualTo((true, "Its manifest is of a version that neither sealed nor chained."))
        );
    }

    private static string MessageOf(ReadOnlyMemory<byte> manifest)
    {
        try
        {
            ManifestFile.Read(manifest);
            return "It was read.";
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }
    }
}
