using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

/// <summary>Audit events stay in the file and are read from there each time.</summary>
public sealed class EventTableTests
{
    private const string Table = "events.ndjson";

    /// <summary>Some buffers full, so that lines lie across their ends.</summary>
    private const int Many = 5000;

    /// <summary>Bytes; a longer line is no event.</summary>
    private const int Longest = 4 << 20;

    [TestCase(false)]
    [TestCase(true)]
    public async Task Many_events_read_back_in_order_as_often_as_one_likes(bool isFolder)
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Busy, scratch["a.pimsnap"], CancellationToken.None);
        if (isFolder)
            await ZipFile.ExtractToDirectoryAsync(scratch["a.pimsnap"], scratch["folder"]);

        var read = await SnapshotFile.ReadAsync(scratch[isFolder ? "folder" : "a.pimsnap"], CancellationToken.None);

        var expected = Lines(Busy.Events);
        Assert.That(Lines(read.Snapshot.Events), Is.EqualTo(expected));
        Assert.That(Lines(read.Snapshot.Events), Is.EqualTo(expected));
        Assert.That(await Snapshots.HashOf(read.Snapshot), Is.EqualTo(read.Hash));
    }

    [Test]
    public async Task Two_readers_at_once_do_not_disturb_each_other()
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Busy, scratch["a.pimsnap"], CancellationToken.None);
        var events = (await SnapshotFile.ReadAsync(scratch["a.pimsnap"], CancellationToken.None)).Snapshot.Events;

        Assert.That(
            events.Zip(events.Skip(1), (one, next) => $"{one.Id} {next.Id}"),
            Is.EqualTo(Busy.Events.Zip(Busy.Events.Skip(1), (one, next) => $"{one.Id} {next.Id}"))
        );
    }

    [Test]
    public async Task A_log_that_was_read_and_is_empty_is_not_one_that_was_not_read()
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Busy with { Events = [] }, scratch["read"], CancellationToken.None);
        await SnapshotFile.WriteAsync(
            Busy with
            {
                Events = [],
                EventsSince = null,
            },
            scratch["unread"],
            CancellationToken.None
        );

        var read = (await SnapshotFile.ReadAsync(scratch["read"], CancellationToken.None)).Snapshot;
        var unread = (await SnapshotFile.ReadAsync(scratch["unread"], CancellationToken.None)).Snapshot;

        Assert.That((read.EventsSince, unread.EventsSince), Is.EqualTo((Busy.EventsSince, (DateTimeOffset?)null)));
        Assert.That(read.Events.Concat(unread.Events), Is.Empty);
    }

    /// <summary>The hash in the manifest is right, so that the row alone is to blame.</summary>
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("")]
    [TestCase("{\"id\":\"e\"")]
    public async Task A_row_that_is_no_event_is_refused_at_once(string row)
    {
        using var scratch = await Unpacked();
        var text = await File.ReadAllTextAsync(scratch["folder/" + Table]);
        await File.WriteAllTextAsync(scratch["folder/" + Table], $"{text}{row}\n");
        await NameAgain(scratch, Many + 1);

        Assert.That(
            () => SnapshotFile.ReadAsync(scratch["folder"], CancellationToken.None),
            Throws.TypeOf<ArchiveException>().With.Message.Contains(Table)
        );
    }

    /// <summary>So the tests of wrong rows are not refused for their manifest.</summary>
    [Test]
    public async Task A_manifest_that_was_made_anew_is_accepted()
    {
        using var scratch = await Unpacked();
        var lines = await File.ReadAllLinesAsync(scratch["folder/" + Table]);
        await File.WriteAllTextAsync(scratch["folder/" + Table], string.Join('\n', lines[1..]) + "\n");
        await NameAgain(scratch, Many - 1);

        var read = await SnapshotFile.ReadAsync(scratch["folder"], CancellationToken.None);

        Assert.That(Lines(read.Snapshot.Events), Is.EqualTo(Lines(Busy.Events.Skip(1))));
    }

    [Test]
    public async Task A_changed_event_is_refused()
    {
        using var scratch = await Unpacked();
        var text = await File.ReadAllTextAsync(scratch["folder/" + Table]);
        await File.WriteAllTextAsync(
            scratch["folder/" + Table],
            text.Replace("\"event 4999\"", "\"event 4998\"", StringComparison.Ordinal)
        );

        Assert.That(
            () => SnapshotFile.ReadAsync(scratch["folder"], CancellationToken.None),
            Throws.TypeOf<ArchiveException>().With.Message.Contains($"{Table} is not the file that the manifest names")
        );
    }

    [Test]
    public void A_file_without_a_line_holds_no_event()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["events"], "");

        Assert.That(EventFile.Read(scratch["events"]), Is.Empty);
    }

    [Test]
    public void The_last_line_may_lack_its_line_feed()
    {
        using var scratch = new Scratch();
        var lines = Lines(Busy.Events.Take(3));
        File.WriteAllText(scratch["events"], string.Join('\n', lines));

        Assert.That(Lines(EventFile.Read(scratch["events"])), Is.EqualTo(lines));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_line_of_the_greatest_length_is_read(bool isEnded)
    {
        using var scratch = new Scratch();
        var line = LineOf(Longest);
        File.WriteAllText(scratch["events"], isEnded ? $"{line}\n" : line);

        Assert.That(Lines(EventFile.Read(scratch["events"])), Is.EqualTo(new[] { line }));
    }

    [Test]
    public void A_line_that_is_too_long_is_refused()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["events"], LineOf(Longest + 1));

        Assert.That(
            () => EventFile.Read(scratch["events"]).Count(),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo($"A line is longer than {Longest} bytes.")
        );
    }

    private static TenantSnapshot Busy { get; } =
        Snapshots.Rich with
        {
            EventsSince = A.TakenAt.AddDays(-30),
            Events = [.. Enumerable.Range(0, Many).Select(at => Event($"event {at}"))],
        };

    private static PimEvent Event(string id) => Snapshots.Rich.Events.First() with { Id = id };

    /// <summary>An event as it is written, with an id that makes it so many bytes long.</summary>
    private static string LineOf(int bytes) =>
        Lines([Event(new string('x', bytes - Encoding.UTF8.GetByteCount(Lines([Event("")])[0])))])[0];

    private static string[] Lines(IEnumerable<PimEvent> events)
    {
        using var stream = new MemoryStream();
        foreach (var row in events)
            EventFile.Append(stream, row);
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<Scratch> Unpacked()
    {
        var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Busy, scratch["a.pimsnap"], CancellationToken.None);
        await ZipFile.ExtractToDirectoryAsync(scratch["a.pimsnap"], scratch["folder"]);
        return scratch;
    }

    /// <summary>Puts rows, length and hash of the table as it lies there into the manifest.</summary>
    private static async Task NameAgain(Scratch scratch, int rows)
    {
        var bytes = await File.ReadAllBytesAsync(scratch["folder/" + Table]);
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(
            await File.ReadAllTextAsync(scratch["folder/manifest.json"])
        )!;
        var entry = manifest["files"]!.AsArray().Single(file => file!["name"]!.GetValue<string>() == Table)!;
        entry["rows"] = rows;
        entry["bytes"] = bytes.LongLength;
        entry["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await File.WriteAllTextAsync(scratch["folder/manifest.json"], manifest.ToJsonString(JsonSerializerOptions.Web));
    }
}
