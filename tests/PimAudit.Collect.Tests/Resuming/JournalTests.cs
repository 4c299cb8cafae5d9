using System.Text;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;
using PimAudit.Trials;

namespace PimAudit.Collect.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JournalTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pimaudit-{Guid.NewGuid():N}");

    private string Work => Path.Combine(folder, "tenant", "snapshot.pimsnap.resume");

    private string File => Path.Combine(Work, "journal");

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task What_was_put_down_is_not_asked_for_again_and_gives_the_same_snapshot()
    {
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        var plain = await Emulated.CollectAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal);
        var asked = server.Requests.Count;

        using var again = CollectionJournal.Open(Work);
        var snapshot = await CollectAsync(server, again);

        Assert.Multiple(() =>
        {
            Assert.That(
                server.Requests.Skip(asked).Select(request => request.PathAndQuery.Split('?')[0]),
                Is.EqualTo(["/v1.0/organization"])
            );
            Assert.That(Snapshots.Comparable(snapshot), Is.EqualTo(Snapshots.Comparable(plain.Snapshot)));
        });
    }

    [Test]
    public async Task Wherever_it_was_cut_the_rest_is_read_and_the_snapshot_is_the_same()
    {
        await using var server = await GraphEmulatorServer.StartAsync(
            SampleTenants.Fabrikam(),
            new EmulatorOptions { PageSize = 7 }
        );
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal, SampleTenants.FabrikamNow);
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        var expected = Snapshots.Comparable(
            (await Emulated.CollectAsync(SampleTenants.Fabrikam(), new EmulatorOptions { PageSize = 7 })).Snapshot
        );

        var snapshots = new List<string>();
        for (var part = 0; part < 12; part++)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..(whole.Length * part / 12)]);
            using var cut = CollectionJournal.Open(Work);
            snapshots.Add(Snapshots.Comparable(await CollectAsync(server, cut, SampleTenants.FabrikamNow)));
        }

        Assert.That(snapshots, Is.EqualTo(Enumerable.Repeat(expected, 12)));
    }

    [Test]
    public async Task The_start_stays_the_present_of_the_snapshot()
    {
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal);

        using var again = CollectionJournal.Open(Work);
        var snapshot = await CollectAsync(server, again, SampleTenants.ContosoNow.AddHours(5));

        Assert.That(snapshot.TakenAt, Is.EqualTo(SampleTenants.ContosoNow));
    }

    [TestCase(24, true)]
    [TestCase(25, false)]
    public async Task Answers_of_another_day_are_no_longer_one_picture_with_new_ones(int hours, bool isResumed)
    {
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal);

        using var again = CollectionJournal.Open(Work);
        Assert.That(
            () => CollectAsync(server, again, SampleTenants.ContosoNow.AddHours(hours)),
            isResumed ? Throws.Nothing : Throws.TypeOf<JournalMismatchException>()
        );
    }

    [Test]
    public async Task Another_tenant_does_not_go_on_with_it()
    {
        await using var contoso = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(contoso, journal);
        var port = contoso.BaseAddress.Port;
        await contoso.DisposeAsync();
        await using var fabrikam = await GraphEmulatorServer.StartAsync(
            SampleTenants.Fabrikam(),
            new EmulatorOptions { Port = port, AccessToken = contoso.AccessToken }
        );

        using var again = CollectionJournal.Open(Work);

        Assert.That(
            () => CollectAsync(fabrikam, again),
            Throws
                .TypeOf<JournalMismatchException>()
                .With.Message.Contains($"answered now")
                .And.Message.Contains("Run again without --resume")
        );
    }

    [Test]
    public async Task Other_questions_do_not_go_on_with_it()
    {
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal);

        using var again = CollectionJournal.Open(Work);
        using var connection = Connect(server);
        var other = Emulated.Options with { EmergencyAccounts = ["somebody@contoso.example"] };

        Assert.That(
            () =>
                new TenantCollector(connection, other, new ImpatientTime(SampleTenants.ContosoNow), again).CollectAsync(
                    null,
                    default
                ),
            Throws.TypeOf<JournalMismatchException>().With.Message.Contains("emergency accounts")
        );
    }

    [Test]
    public async Task A_second_look_does_not_see_the_first_answer()
    {
        var first = Small.Builder().RemoveFromInstances("Backup", "Directory Readers").Build();
        await using var server = await GraphEmulatorServer.StartAsync(first);
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal, Small.Now);

        using var again = CollectionJournal.Open(Work);
        var resumed = await CollectAsync(server, again, Small.Now);

        var plain = await Emulated.CollectAsync(first);
        Assert.That(Snapshots.Comparable(resumed), Is.EqualTo(Snapshots.Comparable(plain.Snapshot)));
    }

    [Test]
    public async Task A_read_that_ended_early_goes_on_when_more_is_wanted_of_it()
    {
        await using var server = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new EmulatorOptions { PageSize = 5 }
        );
        using var connection = Connect(server);
        var counts = new List<(int Rows, bool IsReplayed)>();
        foreach (var wanted in new[] { 1, 1, 7 })
        {
            using var journal = CollectionJournal.Open(Work);
            var whole = new TenantReads(new Questions(connection)).RoleAssignments();
            var read = new ListRead<RoleAssignmentRow, RoleAssignment>(
                whole.Question,
                GraphJson.Default.RoleAssignments,
                row => row.ToModel()
            )
            {
                IsEnough = rows => rows.Count >= wanted,
            };
            var calls = connection.Calls;
            await Readers.Over(connection, journal: journal).ReadAsync(read, CancellationToken.None);
            counts.Add((read.RowCount, connection.Calls == calls));
        }

        Assert.That(counts, Is.EqualTo([(5, false), (5, true), (10, false)]));
    }

    [TestCase("")]
    [TestCase("{\"done\":\"x\"")]
    [TestCase("not a journal at all\n")]
    [TestCase("\0\0\0\0\n")]
    public async Task What_was_torn_counts_as_never_written(string torn)
    {
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal);
        await System.IO.File.AppendAllTextAsync(File, torn, Encoding.UTF8);

        using var again = CollectionJournal.Open(Work);

        Assert.That((await CollectAsync(server, again)).TakenAt, Is.EqualTo(SampleTenants.ContosoNow));
    }

    /// <summary>As when somebody's tool has thinned the file out: a list of which a page got lost is asked for again.</summary>
    [TestCase("-0\",\"number\":0")]
    [TestCase("-0\",\"number\":1")]
    public async Task A_list_that_lost_a_page_is_asked_for_again(string lost)
    {
        var options = new EmulatorOptions { PageSize = 7 };
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam(), options);
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal, SampleTenants.FabrikamNow);
        var lines = await System.IO.File.ReadAllLinesAsync(File);
        var kept = lines.Where(line => !line.Contains(lost, StringComparison.Ordinal)).ToList();
        await System.IO.File.WriteAllLinesAsync(File, kept);

        using var again = CollectionJournal.Open(Work);
        var snapshot = await CollectAsync(server, again, SampleTenants.FabrikamNow);

        var plain = await Emulated.CollectAsync(SampleTenants.Fabrikam(), options);
        Assert.That(kept, Has.Count.LessThan(lines.Length));
        Assert.That(Snapshots.Comparable(snapshot), Is.EqualTo(Snapshots.Comparable(plain.Snapshot)));
    }

    /// <summary>As after a power cut: the journal reached the disk and the events did not, or as zeros.</summary>
    [TestCase(null)]
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task Events_that_got_lost_are_asked_for_again(int? halves)
    {
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using (var journal = CollectionJournal.Open(Work))
            await CollectAsync(server, journal);
        var events = Path.Combine(Work, "events.ndjson");
        var whole = await System.IO.File.ReadAllBytesAsync(events);
        if (halves is null)
            System.IO.File.Delete(events);
        else
            await System.IO.File.WriteAllBytesAsync(
                events,
                halves is 2 ? new byte[whole.Length] : whole[..(whole.Length * halves.Value / 2)]
            );

        using var again = CollectionJournal.Open(Work);
        var snapshot = await CollectAsync(server, again);

        var plain = await Emulated.CollectAsync(SampleTenants.Contoso());
        Assert.That(whole, Is.Not.Empty);
        Assert.That(Snapshots.Comparable(snapshot), Is.EqualTo(Snapshots.Comparable(plain.Snapshot)));
    }

    [Test]
    public void Two_processes_cannot_collect_in_one_folder()
    {
        using var first = CollectionJournal.Open(Work);

        Assert.That(() => CollectionJournal.Open(Work), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void Nobody_else_may_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var journal = CollectionJournal.Open(Work);

        Assert.That(
            (System.IO.File.GetUnixFileMode(Work), System.IO.File.GetUnixFileMode(File)),
            Is.EqualTo(
                (
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite
                )
            )
        );
    }

    [Test]
    public void Abandoned_it_leaves_no_folder_that_it_made()
    {
        Directory.CreateDirectory(folder);
        using var journal = CollectionJournal.Open(Work);

        journal.Abandon();

        Assert.That(
            (Directory.Exists(folder), Directory.EnumerateFileSystemEntries(folder).Count()),
            Is.EqualTo((true, 0))
        );
    }

    private static GraphConnection Connect(GraphEmulatorServer server) =>
        new(new(server.BaseAddress), new StaticToken(server.AccessToken));

    private static async Task<TenantSnapshot> CollectAsync(
        GraphEmulatorServer server,
        CollectionJournal journal,
        DateTimeOffset? at = null
    )
    {
        using var connection = Connect(server);
        var time = new ImpatientTime(at ?? SampleTenants.ContosoNow);
        return Snapshots.Detached(
            await new TenantCollector(connection, Emulated.Options, time, journal).CollectAsync(
                progress: null,
                CancellationToken.None
            )
        );
    }
}
