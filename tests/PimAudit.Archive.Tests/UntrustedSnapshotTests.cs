using System.IO.Compression;
using System.Text;
using NUnit.Framework;

namespace PimAudit.Archive.Tests;

public sealed class UntrustedSnapshotTests
{
    [Test]
    public async Task A_file_that_is_no_archive_is_refused()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["a.pimsnap"], "hello");

        await Refuses(scratch, "archive");
    }

    [Test]
    public async Task Nothing_is_refused()
    {
        using var scratch = new Scratch();

        await Refuses(scratch, "a.pimsnap");
    }

    [TestCase("../evil.ndjson")]
    [TestCase("extra.ndjson")]
    [TestCase("/etc/passwd")]
    public async Task An_entry_that_no_snapshot_has_is_refused(string name)
    {
        using var scratch = new Scratch();
        await Changed(scratch, zip => Add(zip, name, "x"));

        await Refuses(scratch, "is no file of a snapshot");
    }

    [Test]
    public async Task An_entry_that_stands_twice_is_refused()
    {
        using var scratch = new Scratch();
        await Changed(scratch, zip => Add(zip, "users.ndjson", ""));

        await Refuses(scratch, "holds a file twice");
    }

    [Test]
    public async Task Too_many_entries_are_refused()
    {
        using var scratch = new Scratch();
        await Changed(
            scratch,
            zip =>
            {
                for (var at = 0; at < 64; at++)
                    Add(zip, $"{at}", "");
            }
        );

        await Refuses(scratch, "entries");
    }

    [Test]
    public async Task A_missing_file_is_refused()
    {
        using var scratch = new Scratch();
        await Changed(scratch, zip => zip.GetEntry("users.ndjson")!.Delete());

        await Refuses(scratch, "users.ndjson is missing");
    }

    [Test]
    public async Task A_missing_manifest_is_refused()
    {
        using var scratch = new Scratch();
        await Changed(scratch, zip => zip.GetEntry("manifest.json")!.Delete());

        await Refuses(scratch, "no manifest.json");
    }

    [Test]
    public async Task A_changed_row_is_refused()
    {
        using var scratch = new Scratch();
        await Changed(
            scratch,
            zip => Replace(zip, "users.ndjson", text => text.Replace("Ben", "Bob", StringComparison.Ordinal))
        );

        await Refuses(scratch, "users.ndjson is not the file that the manifest names");
    }

    private static IEnumerable<string> Tables
    {
        get
        {
            using var file = new MemoryStream();
            SnapshotFile.WriteAsync(Snapshots.Rich, file, CancellationToken.None).GetAwaiter().GetResult();
            using var zip = new ZipArchive(file);
            return
            [
                .. zip
                    .Entries.Select(entry => entry.FullName)
                    .Where(name => name.EndsWith(".ndjson", StringComparison.Ordinal)),
            ];
        }
    }

    [TestCaseSource(nameof(Tables))]
    public async Task A_row_without_what_it_must_have_is_refused(string table)
    {
        using var scratch = new Scratch();
        await Changed(scratch, zip => Replace(zip, table, _ => "{}\n"));

        await Refuses(scratch, table);
    }

    [TestCaseSource(nameof(Tables))]
    public async Task A_row_with_more_than_this_version_knows_is_refused(string table)
    {
        using var scratch = new Scratch();
        await Changed(
            scratch,
            zip => Replace(zip, table, text => string.Concat("{\"fromTheFuture\":1,", text.AsSpan(1)))
        );

        await Refuses(scratch, "fromTheFuture");
    }

    [TestCase("null")]
    [TestCase("\"1\"")]
    [TestCase("[]")]
    public async Task A_version_that_is_no_number_is_refused(string version)
    {
        using var scratch = new Scratch();
        await Changed(
            scratch,
            zip =>
                Replace(
                    zip,
                    "manifest.json",
                    text =>
                        text.Replace("\"schemaVersion\": 1", $"\"schemaVersion\": {version}", StringComparison.Ordinal)
                )
        );

        await Refuses(scratch, "names no schema version");
    }

    [Test]
    public async Task A_newer_version_is_refused()
    {
        using var scratch = new Scratch();
        await Changed(
            scratch,
            zip =>
                Replace(
                    zip,
                    "manifest.json",
                    text => text.Replace("\"schemaVersion\": 1", "\"schemaVersion\": 2", StringComparison.Ordinal)
                )
        );

        await Refuses(scratch, "schema version 2; this program reads version 1");
    }

    [Test]
    public async Task Deep_json_is_refused()
    {
        using var scratch = new Scratch();
        var deep = string.Concat(Enumerable.Repeat("[", 1000));
        await Changed(scratch, zip => Replace(zip, "manifest.json", _ => deep));

        await Refuses(scratch, "depth");
    }

    [Test]
    public async Task A_bomb_is_refused_before_it_is_unpacked()
    {
        using var scratch = new Scratch();
        var zeros = new string('0', 3 << 20);
        await Changed(
            scratch,
            zip =>
                Replace(
                    zip,
                    "users.ndjson",
                    text =>
                        string.Concat(
                            Enumerable.Repeat(
                                text.Split('\n')[0].Replace("Glass", zeros, StringComparison.Ordinal) + "\n",
                                20
                            )
                        )
                )
        );

        await Refuses(scratch, "more than");
    }

    [Test]
    public async Task An_endless_line_is_refused()
    {
        using var scratch = new Scratch();
        var noise = new StringBuilder();
        for (var at = 0; noise.Length < 5 << 20; at++)
            noise.Append(at * 7919 % 10007);
        await Changed(scratch, zip => Replace(zip, "users.ndjson", _ => noise.ToString()));

        await Refuses(scratch, "A line is longer");
    }

    [Test]
    public async Task A_cut_file_is_refused()
    {
        using var scratch = new Scratch();
        await Changed(scratch, _ => { });
        var bytes = await File.ReadAllBytesAsync(scratch["a.pimsnap"]);
        await File.WriteAllBytesAsync(scratch["a.pimsnap"], bytes[..(bytes.Length / 2)]);

        await Refuses(scratch, "Cannot read the snapshot");
    }

    private static async Task Refuses(Scratch scratch, string expected)
    {
        ArchiveException? refused = null;
        try
        {
            await SnapshotFile.ReadAsync(scratch["a.pimsnap"], CancellationToken.None);
        }
        catch (ArchiveException error)
        {
            refused = error;
        }

        Assert.That(refused?.Message, Does.Contain(expected));
        Assert.That(refused!.Message.Split('\n'), Has.Length.EqualTo(4));
    }

    private static async Task Changed(Scratch scratch, Action<ZipArchive> change)
    {
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["a.pimsnap"], CancellationToken.None);
        await using var zip = await ZipFile.OpenAsync(scratch["a.pimsnap"], ZipArchiveMode.Update);
        change(zip);
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static void Replace(ZipArchive zip, string name, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(name)!.Open()))
            text = reader.ReadToEnd();
        zip.GetEntry(name)!.Delete();
        Add(zip, name, change(text));
    }
}
