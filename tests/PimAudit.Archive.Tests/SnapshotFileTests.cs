using System.IO.Compression;
using CsCheck;
using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

public sealed class SnapshotFileTests
{
    [Test]
    public async Task A_snapshot_reads_back_as_it_was()
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["a.pimsnap"], CancellationToken.None);

        var read = await SnapshotFile.ReadAsync(scratch["a.pimsnap"], CancellationToken.None);

        var expected = await Snapshots.HashOf(Snapshots.Rich);
        Assert.That((read.Hash, await Snapshots.HashOf(read.Snapshot)), Is.EqualTo((expected, expected)));
        Assert.That(
            read.Snapshot.Users.Select(user => user.DisplayName),
            Is.EqualTo(Snapshots.Rich.Users.Select(user => user.DisplayName))
        );
        Assert.That(read.Snapshot.RoleSettings[1].LongestActivation, Is.Null);
        Assert.That(read.Snapshot.RoleSettings[1].Owner, Is.EqualTo(Snapshots.Rich.RoleSettings[1].Owner));
    }

    /// <summary>So the tests of this file say something about every table.</summary>
    [Test]
    public async Task Every_table_holds_a_row()
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["a.pimsnap"], CancellationToken.None);

        await using var zip = await ZipFile.OpenReadAsync(scratch["a.pimsnap"]);
        Assert.That(zip.Entries, Has.Count.EqualTo(37));
        Assert.That(zip.Entries.Where(entry => entry.Length == 0).Select(entry => entry.FullName), Is.Empty);
    }

    [Test]
    public async Task Credentials_that_were_not_read_are_not_read_back_as_none()
    {
        var snapshot = Snapshots.Rich with
        {
            Applications =
            [
                Snapshots.Rich.Applications[0] with
                {
                    Id = A.Id("unread"),
                    Credentials = null,
                },
                Snapshots.Rich.Applications[0] with
                {
                    Id = A.Id("none"),
                    Credentials = [],
                },
            ],
        };
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(snapshot, scratch["a.pimsnap"], CancellationToken.None);

        var read = await SnapshotFile.ReadAsync(scratch["a.pimsnap"], CancellationToken.None);

        Assert.That(
            read.Snapshot.Applications.Select(application => application.Credentials?.Length),
            Is.EqualTo(new int?[] { null, 0 })
        );
    }

    [Test]
    public async Task The_same_snapshot_gives_the_same_bytes()
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["a.pimsnap"], CancellationToken.None);
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["b.pimsnap"], CancellationToken.None);

        Assert.That(
            await File.ReadAllBytesAsync(scratch["b.pimsnap"]),
            Is.EqualTo(await File.ReadAllBytesAsync(scratch["a.pimsnap"]))
        );
    }

    [Test]
    public async Task A_folder_with_the_files_reads_the_same()
    {
        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["a.pimsnap"], CancellationToken.None);
        await ZipFile.ExtractToDirectoryAsync(scratch["a.pimsnap"], scratch["folder"]);

        var read = await SnapshotFile.ReadAsync(scratch["folder"], CancellationToken.None);

        Assert.That(read.Hash, Is.EqualTo(await Snapshots.HashOf(Snapshots.Rich)));
    }

    [Test]
    public async Task Only_the_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var scratch = new Scratch();
        await SnapshotFile.WriteAsync(Snapshots.Rich, scratch["a.pimsnap"], CancellationToken.None);

        Assert.That(
            File.GetUnixFileMode(scratch["a.pimsnap"]),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    [Test]
    public void Cancelled_writing_leaves_nothing_behind()
    {
        using var scratch = new Scratch();

        Assert.That(
            async () =>
                await SnapshotFile.WriteAsync(
                    Snapshots.Rich,
                    scratch["a.pimsnap"],
                    new CancellationToken(canceled: true)
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
        Assert.That(scratch.Names, Is.Empty);
    }

    [Test]
    public void Any_mixture_of_names_survives_the_file() =>
        Gen
            .String.Array[0, 8]
            .Sample(
                names =>
                {
                    var snapshot = A.Tenant with
                    {
                        Users =
                        [
                            .. names.Select(
                                (name, at) => A.User($"{at}") with { DisplayName = WithoutLoneSurrogates(name) }
                            ),
                        ],
                    };
                    using var scratch = new Scratch();
                    SnapshotFile.WriteAsync(snapshot, scratch["a"], CancellationToken.None).GetAwaiter().GetResult();
                    var read = SnapshotFile.ReadAsync(scratch["a"], CancellationToken.None).GetAwaiter().GetResult();
                    return read
                        .Snapshot.Users.Select(user => user.DisplayName)
                        .SequenceEqual(snapshot.Users.Select(user => user.DisplayName));
                },
                iter: 50,
                threads: 1
            );

    /// <summary>JSON, and so Graph, cannot carry one.</summary>
    private static string WithoutLoneSurrogates(string text) =>
        new([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);
}
