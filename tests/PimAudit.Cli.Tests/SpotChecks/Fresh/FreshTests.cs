using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.SpotChecks.Fresh;

public sealed class FreshTests
{
    private const string Role = "Exchange Administrator";
    private const string Team = "RAG - Messaging";

    private static TenantBuilder Before() =>
        TenantBuilder
            .Create("Contoso", SampleTenants.ContosoNow)
            .Users("Ana Silva", "Ben Okoye", "Carla Rossi", "Dev Patel")
            .Group(Team, roleAssignable: true)
            .GroupEligible("Ben Okoye", Team)
            .Assign(Team, Role)
            .Assign("Ana Silva", Role);

    [Test]
    public async Task Only_a_fresh_answer_knows_what_was_granted_since()
    {
        await using var times = await TwoTimes.OfAsync(Before().Build(), Before().Assign("Carla Rossi", Role).Build());

        var old = await times.AskAsync("who-can", Role);
        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.Multiple(() =>
        {
            Assert.That(old.People, Is.EqualTo(["Now: Ana Silva", "Within 1 h: Ben Okoye"]));
            Assert.That(fresh.People, Is.EqualTo(["Now: Ana Silva", "Now: Carla Rossi", "Within 1 h: Ben Okoye"]));
            Assert.That(fresh.Code, Is.Zero, fresh.Error);
        });
    }

    /// <summary>Only instances are read again.</summary>
    [Test]
    public async Task A_schedule_to_come_is_the_snapshots_and_the_answer_says_so()
    {
        var before = Before().WillBeEligible("Carla Rossi", Role, SampleTenants.ContosoNow.AddDays(30));
        await using var times = await TwoTimes.OfAsync(before.Build(), Before().Build());

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.That(fresh.People, Does.Contain("Later: Carla Rossi"));
        Assert.That(
            fresh.Body!.Value.GetProperty("notes").EnumerateArray().Select(note => note.GetString()),
            Has.Some.EndsWith("schedules are not read again.")
        );
    }

    [Test]
    public async Task What_was_revoked_since_vanishes()
    {
        var after = Before().RemoveAssignment("Ana Silva", Role).RemoveGroupEligible("Ben Okoye", Team).Build();
        await using var times = await TwoTimes.OfAsync(Before().Build(), after);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.That(fresh.People, Is.Empty);
    }

    [Test]
    public async Task A_group_that_the_snapshot_never_saw_is_read_with_the_groups_inside_it()
    {
        var after = Before()
            .Group("RAG - New", roleAssignable: true)
            .Group("Inner")
            .GroupEligible("Inner", "RAG - New")
            .AddMember("Dev Patel", "Inner")
            .MakeEligible("RAG - New", Role)
            .Build();
        await using var times = await TwoTimes.OfAsync(Before().Build(), after);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.Multiple(() =>
        {
            Assert.That(fresh.People, Is.EqualTo(["Now: Ana Silva", "Within 1 h: Ben Okoye", "Within 1 h: Dev Patel"]));
            Assert.That(fresh.Unread, Is.EqualTo("[]"));
        });
    }

    [Test]
    public async Task A_user_finds_a_group_that_took_him_in_since()
    {
        var after = Before().AddMember("Dev Patel", Team).Build();
        await using var times = await TwoTimes.OfAsync(Before().Build(), after);

        var old = await times.AskAsync("what-can", "Dev Patel");
        var fresh = await times.AskFreshAsync("what-can", "Dev Patel");

        Assert.Multiple(() =>
        {
            Assert.That(old.Code, Is.EqualTo((int)ExitCode.Usage));
            Assert.That(fresh.People, Is.EqualTo(["Usable now: Dev Patel"]));
        });
    }

    [Test]
    public async Task The_lists_of_the_other_verbs_are_read_again_too()
    {
        var end = SampleTenants.ContosoNow.AddDays(3).AddHours(2);
        var after = Before()
            .MakeEligible("Carla Rossi", "Helpdesk Administrator")
            .Activate("Carla Rossi", "Helpdesk Administrator", end, start: end.AddHours(-3))
            .MakeEligible("Dev Patel", "Security Reader", end: end)
            .Disable("Ana Silva")
            .Build();
        await using var times = await TwoTimes.OfAsync(Before().Build(), after);

        var active = await times.AskFreshAsync("active-now");
        var expiring = await times.AskFreshAsync("expiring");
        var orphans = await times.AskFreshAsync("orphans");

        Assert.Multiple(() =>
        {
            Assert.That(active.People, Is.EqualTo(["In progress: Carla Rossi"]));
            Assert.That(expiring.People, Is.EqualTo(["Ending: Dev Patel"]));
            Assert.That(orphans.People, Is.EqualTo(["Disabled: Ana Silva"]));
        });
    }

    [Test]
    public async Task A_row_that_ended_meanwhile_does_not_hold()
    {
        var tenant = Before().Assign("Carla Rossi", Role, end: SampleTenants.ContosoNow.AddDays(1)).Build();
        await using var times = await TwoTimes.OfAsync(tenant, tenant);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.That(fresh.People, Is.EqualTo(["Now: Ana Silva", "Within 1 h: Ben Okoye"]));
    }

    [Test]
    public async Task Both_ages_are_told()
    {
        await using var times = await TwoTimes.OfAsync(Before().Build(), Before().Build());

        await times.World.RunAsync("who-can", Role, "--from", "old.pimsnap", "--fresh");
        var fresh = (await times.AskFreshAsync("who-can", Role)).Body!.Value;
        var old = (await times.AskAsync("who-can", Role)).Body!.Value;

        Assert.Multiple(() =>
        {
            Assert.That(
                times.World.Out.ReplaceLineEndings("\n"),
                Does.Contain(
                    "contoso.example, snapshot 2026-10-01 06:00 UTC, 3 days old\nfresh: 1 role, 1 group, 2 people read at 2026-10-04 06:00 UTC"
                )
            );
            Assert.That(
                fresh.GetProperty("snapshot").GetProperty("takenAt").GetString(),
                Is.EqualTo("2026-10-01T06:00:00Z")
            );
            Assert.That(
                fresh.GetProperty("fresh").GetProperty("readAt").GetString(),
                Is.EqualTo("2026-10-04T06:00:00Z")
            );
            Assert.That(old.GetProperty("fresh").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        });
    }

    [Test]
    public async Task Nothing_is_written()
    {
        await using var times = await TwoTimes.OfAsync(Before().Build(), Before().Assign("Carla Rossi", Role).Build());
        var (bytes, files) = (times.SnapshotBytes, Files(times));

        foreach (var question in new[] { new[] { "who-can", Role }, ["what-can", "Ana Silva"], ["orphans"] })
            await times.AskFreshAsync(question);

        Assert.Multiple(() =>
        {
            Assert.That(times.SnapshotBytes, Is.EqualTo(bytes));
            Assert.That(Files(times), Is.EqualTo(files));
            Assert.That(
                times.Graph.Requests.Select(request => request.Method + " " + request.PathAndQuery.Split('?')[0]),
                Has.All.StartsWith("GET ")
                    .Or.EqualTo("POST /v1.0/$batch")
                    .Or.EqualTo("POST /v1.0/directoryObjects/getByIds")
            );
        });
    }

    private static string[] Files(TwoTimes times) =>
        [.. Directory.EnumerateFileSystemEntries(times.World.Folder, "*", SearchOption.AllDirectories).Order()];
}
