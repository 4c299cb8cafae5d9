using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NUnit.Framework;

namespace PimAudit.Archive.Tests;

public sealed class RunFolderTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("content");

    [Test]
    public async Task Files_appear_together_and_the_manifest_names_their_hashes()
    {
        using var scratch = new Scratch();
        using (var folder = RunFolder.Open(scratch["run"], "r1", ["a.txt"], force: false))
        {
            await folder.StageAsync("a.txt", Content, CancellationToken.None);
            Assert.That(File.Exists(scratch["run/a.txt"]), Is.False);
            await folder.CommitAsync(Manifest("r1"), CancellationToken.None);
        }

        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(scratch["run/manifest.json"]));
        var file = manifest.RootElement.GetProperty("files").EnumerateArray().Single();
        Assert.That(
            (
                file.GetProperty("name").GetString(),
                file.GetProperty("bytes").GetInt64(),
                file.GetProperty("sha256").GetString()
            ),
            Is.EqualTo(("a.txt", 7L, Convert.ToHexStringLower(SHA256.HashData(Content))))
        );
    }

    [Test]
    public async Task What_was_staged_and_not_committed_is_gone()
    {
        using var scratch = new Scratch();
        using (var folder = RunFolder.Open(scratch.Folder, "r1", ["a.txt"], force: false))
            await folder.StageAsync("a.txt", Content, CancellationToken.None);

        Assert.That(scratch.Names, Is.Empty);
    }

    [Test]
    public async Task Another_run_is_not_replaced()
    {
        using var scratch = new Scratch();
        await Write(scratch, "r1", force: false);

        Assert.That(
            () => RunFolder.Open(scratch.Folder, "r2", ["a.txt"], force: false),
            Throws.InstanceOf<ArchiveException>().With.Message.Contains("holds the run r1, and this is the run r2")
        );
    }

    [Test]
    public async Task The_same_run_under_another_tenant_id_is_another_one()
    {
        using var scratch = new Scratch();
        await Write(scratch, "r1", force: false);
        var tenant = Manifest("r1").Tenant;

        Assert.That(
            () => RunFolder.Open(scratch.Folder, "r1", ["a.txt"], force: false, Guid.NewGuid()),
            Throws.InstanceOf<ArchiveException>()
        );
        Assert.That(
            () => RunFolder.Open(scratch.Folder, "r1", ["a.txt"], force: false, tenant).Dispose(),
            Throws.Nothing
        );
    }

    [Test]
    public async Task The_same_run_may_be_written_again()
    {
        using var scratch = new Scratch();
        await Write(scratch, "r1", force: false);
        await Write(scratch, "r1", force: false);

        Assert.That(scratch.Names, Is.EqualTo(new[] { "a.txt", "manifest.json" }));
    }

    [Test]
    public async Task Another_run_is_replaced_by_force()
    {
        using var scratch = new Scratch();
        await Write(scratch, "r1", force: false);
        await Write(scratch, "r2", force: true);

        Assert.That(await File.ReadAllTextAsync(scratch["manifest.json"]), Does.Contain("\"runId\": \"r2\""));
    }

    [Test]
    public async Task Files_of_unknown_origin_are_not_replaced()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["a.txt"], "mine");

        Assert.That(
            () => RunFolder.Open(scratch.Folder, "r1", ["a.txt"], force: false),
            Throws.InstanceOf<ArchiveException>().With.Message.Contains("files of unknown origin")
        );
    }

    [Test]
    public async Task Other_files_of_the_folder_are_nobodys_business()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["notes.txt"], "mine");
        await Write(scratch, "r1", force: false);

        Assert.That(await File.ReadAllTextAsync(scratch["notes.txt"]), Is.EqualTo("mine"));
    }

    private static async Task Write(Scratch scratch, string runId, bool force)
    {
        using var folder = RunFolder.Open(scratch.Folder, runId, ["a.txt"], force);
        await folder.StageAsync("a.txt", Content, CancellationToken.None);
        await folder.CommitAsync(Manifest(runId), CancellationToken.None);
    }

    private static RunManifest Manifest(string runId) =>
        new(
            RunManifest.CurrentSchemaVersion,
            runId,
            "1",
            Guid.Empty,
            "s",
            "p",
            "c",
            Previous: null,
            default,
            default,
            []
        );
}
