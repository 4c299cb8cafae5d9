using System.Text.Json;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class SpotCheckTests
{
    private const string Role = "Exchange Administrator";

    private static readonly string[] Verbs =
    [
        "who-can",
        "what-can",
        "active-now",
        "expiring",
        "orphans",
        "diagnose",
        "plan",
    ];

    [Test]
    public async Task Tells_who_can_use_a_role_now_and_later()
    {
        using var world = new World();

        var code = await world.RunAsync("who-can", "Global Administrator", "--demo");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            Lines(world.Out),
            Is.EqualTo([
                "Global Administrator, whole tenant",
                "contoso.example, snapshot 2026-10-01 06:00 UTC, 0 min old",
                "Now   3   usable without activation",
                "Principal       Path  Through  Gates  Longest  Until      Note",
                "───────────────────────────────────────────────────────────────────────────",
                "Break Glass 01  ●──■  direct   none   -        permanent  emergency account",
                "Marcus Webb     ●──■  direct   none   -        permanent",
                "Nadia Haddad    ●──■  direct   none   -        permanent",
                "Within 1 h   0   after activation",
                "Later   4   once somebody approves, who has 24 h to do so",
                "Principal       Path     Through              Gates    Longest  Until       Note",
                "──────────────────────────────────────────────────────────────────────────────────────────────────",
                "Break Glass 02  ●┄┄■     direct               M J - A  4 h      2027-06-23  emergency account; ap…",
                "Ji-woo Park     ●──○┄┄■  RAG - Global Admins  M J - A  4 h      2027-03-30  approved by Samuel Ad…",
                "Marcus Webb     ●──○┄┄■  RAG - Global Admins  M J - A  4 h      2027-03-30  approved by Samuel Ad…",
                "Nadia Haddad    ●──○┄┄■  RAG - Global Admins  M J - A  4 h      2027-03-30  approved by Samuel Ad…",
                "Blocked   0   cannot be used as things are",
                "── standing   ┄┄ must be activated   ·· owner   ○ group   ■ role",
                "M MFA or context   J justification   T ticket   A approval",
                "Group memberships yet to begin were not collected ('collect: { groupSchedules: true }').",
                "1 owner could take the role over: add --takeover.",
                "Coverage: every fact this answer rests on was read.",
            ])
        );
    }

    /// <summary>Read over HTTP, from the schedules: no list of what holds shows them.</summary>
    [Test]
    public async Task Names_whoever_can_use_a_role_by_a_schedule_to_come()
    {
        using var world = new World();
        var builder = new TenantBuilder(SampleTenants.Contoso());
        var start = builder.Now.AddHours(20);
        await using var graph = await GraphEmulatorServer.StartAsync(
            builder
                .WillBeEligible("Ivan Horvat", "Application Developer", start)
                .WillBeAssigned("Marcus Webb", "Application Developer", start)
                .Build(),
            new()
        );
        world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken);
        await world.RunAsync("snapshot", "--out", "a.pimsnap", "--quiet");

        await world.RunAsync("who-can", "Application Developer", "--within", "2d", "--from", "a.pimsnap", "--json");
        var first = world.Out;
        var within = JsonDocument.Parse(first).RootElement.GetProperty("sections")[1].GetProperty("rows");
        await world.RunAsync("what-can", "Marcus Webb", "--from", "a.pimsnap", "--json");
        var toCome = JsonDocument
            .Parse(world.Out[first.Length..])
            .RootElement.GetProperty("sections")
            .EnumerateArray()
            .Single(section => section.GetProperty("name").GetString() == "To come");

        Assert.That(
            within
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("principal")}: {row.GetProperty("note")}, {row.GetProperty("state")}"
                ),
            Is.EqualTo([
                $"Ivan Horvat: by schedule from {Say.Moment(start)}, eligible",
                $"Marcus Webb: by schedule from {Say.Moment(start)}, active",
            ])
        );
        Assert.That(
            toCome.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("role").GetString()),
            Is.EqualTo(["Application Developer"])
        );
    }

    [Test]
    public async Task Each_hop_can_be_found_in_the_snapshot_by_its_evidence()
    {
        using var world = new World();
        await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet");
        await world.RunAsync("who-can", "Global Administrator", "--from", "a.pimsnap", "--json");
        var ids = JsonDocument
            .Parse(world.Out)
            .RootElement.GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("rows").EnumerateArray())
            .SelectMany(row => row.GetProperty("path").EnumerateArray())
            .SelectMany(hop => hop.GetProperty("evidence").EnumerateArray())
            .Select(row => row.GetProperty("id").GetString()!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var snapshot = (await SnapshotFile.ReadAsync(world.PathOf("a.pimsnap"), default)).Snapshot;
        var rows = snapshot
            .RoleAssignments.Select(row => row.Id)
            .Concat(snapshot.RoleAssignmentInstances.Select(row => row.Id))
            .Concat(snapshot.RoleEligibilities.Select(row => row.Id))
            .Concat(snapshot.GroupAssignments.Select(row => row.Id))
            .Concat(snapshot.GroupEligibilities.Select(row => row.Id))
            .Concat(snapshot.Memberships.Select(row => $"{row.GroupId:D}/{row.PrincipalId:D}"));

        Assert.That(ids, Has.Count.GreaterThan(3).And.SubsetOf(rows));
    }

    [Test]
    public async Task The_other_verbs_name_what_they_found()
    {
        using var world = new World();
        int[] codes =
        [
            await world.RunAsync("what-can", "Tariq Aziz", "--demo", "--markdown"),
            await world.RunAsync("active-now", "--demo", "--csv", "--allow-incomplete"),
            await world.RunAsync("expiring", "--demo", "--days", "100", "--csv", "--allow-incomplete"),
            await world.RunAsync("orphans", "--demo", "--csv"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0, 0, 0 }), world.Error);
        Assert.That(
            world.Out,
            Does.Contain("| User Administrator | RAG \\- Helpdesk Admins | M J \\- \\- |")
                .And.Match("In progress,Oscar Delgado,.*,4 h,")
                .And.Match("Ending,Robert Hale,.*,90 days,")
                .And.Match("Gone,Yara Mansour,.*,was deleted on 2026-09-05,")
        );
    }

    [Test]
    public async Task What_was_not_read_stands_under_the_answer_and_in_the_exit_code()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new() { Faults = [new("roleManagement/directory/roleEligibilityScheduleInstances", FaultKind.Refused)] }
        );
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap", "--quiet");

        var code = await world.RunAsync("who-can", "Global Administrator", "--from", "a.pimsnap");
        var accepted = await world.RunAsync(
            "who-can",
            "Global Administrator",
            "--from",
            "a.pimsnap",
            "--allow-incomplete"
        );

        Assert.That((code, accepted), Is.EqualTo((3, 0)));
        Assert.That(world.Out, Does.Contain("Not read: Eligible assignments.").And.Not.Contain("every fact"));
    }

    [Test]
    public async Task Tells_the_age_against_the_clock()
    {
        using var world = new World();
        await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet");
        var surroundings = world.Surroundings() with { Time = new FixedTime(SampleTenants.ContosoNow.AddMinutes(134)) };

        var code = await CommandLine.RunAsync(["orphans", "--from", "a.pimsnap"], surroundings);

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("snapshot 2026-10-01 06:00 UTC, 2 h 14 min old"));
    }

    [TestCase(80, "Marcus Webb     direct  none  permanent")]
    [TestCase(80, "M MFA or context   J justification   T ticket   A approval")]
    [TestCase(60, "Principal: Marcus Webb")]
    public async Task A_narrow_terminal_gets_less(int width, string line)
    {
        using var world = new World();
        var surroundings = world.Surroundings() with { Width = width };

        await CommandLine.RunAsync(["who-can", "Global Administrator", "--demo"], surroundings);

        Assert.That(Lines(world.Out), Has.Member(line).And.None.Contains("●"));
        Assert.That(
            world.Out.Split('\n').Where(text => text.StartsWith(' ')).Max(text => text.Length),
            Is.LessThanOrEqualTo(width)
        );
    }

    [Test]
    public async Task An_ambiguous_name_lists_the_candidates()
    {
        using var world = new World();
        await SaveAsync(world, A.Tenant.Users("Ada").User("Twin", user => user with { DisplayName = "Ada" }));

        Assert.That(await world.RunAsync("what-can", "ada", "--from", "a.pimsnap"), Is.EqualTo(2));
        Assert.That(
            world.Error,
            Does.Contain("The name of the user is ambiguous.")
                .And.Contain($"{A.Id("Ada"):D}  user  Ada")
                .And.Contain($"{A.Id("Twin"):D}  user  Ada")
        );
    }

    [TestCase("", "U+001B[2J=cmd|x")]
    [TestCase("--csv", "U+001B[2J=cmd|x")]
    [TestCase("--markdown", "U\\+001B\\[2J\\=cmd\\|x")]
    [TestCase("--json", "\\u001B[2J=cmd|x")]
    public async Task A_hostile_name_is_harmless_in_every_format(string format, string shown)
    {
        using var world = new World();
        var tenant = A.Tenant.User("Eve", user => user with { DisplayName = "\e[2J=cmd|x" });
        await SaveAsync(world, tenant.Assigned("Eve", "Global Administrator"));
        string[] arguments = ["who-can", "Global Administrator", "--from", "a.pimsnap", format];

        await world.RunAsync([.. arguments.Where(one => one.Length > 0)]);

        Assert.That(world.Out, Does.Contain(shown).And.Not.Contain("\e"), world.Error);
    }

    [TestCase("who-can", "Nobody's Role")]
    [TestCase("what-can", "nobody@contoso.example")]
    public async Task A_name_that_is_not_there_is_refused(string verb, string name)
    {
        using var world = new World();

        Assert.That(await world.RunAsync(verb, name, "--demo"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain($"'{name}' is neither an id nor a name in it."));
    }

    [TestCase("who-can", "Global Administrator", "--demo", "--within", "soon")]
    [TestCase("who-can", "Global Administrator", "--demo", "--within", "0h")]
    [TestCase("expiring", "--demo", "--days", "0")]
    [TestCase("orphans", "--demo", "--json", "--csv")]
    [TestCase("orphans", "--demo", "--from", "a.pimsnap")]
    [TestCase("orphans", "--from", "missing.pimsnap")]
    public async Task What_cannot_be_meant_is_refused(params string[] arguments)
    {
        using var world = new World();

        Assert.That((await world.RunAsync(arguments), world.Out), Is.EqualTo((2, "")), world.Error);
    }

    [Test]
    public async Task A_scope_is_named_and_narrows_the_answer()
    {
        using var world = new World();
        var unit = $"/administrativeUnits/{A.Id("Sales"):D}";
        var tenant = A.Tenant.Users("Ada", "Ben").Assigned("Ada", Role, scope: unit).Assigned("Ben", Role) with
        {
            AdministrativeUnits = [new(A.Id("Sales"), "Sales", IsRestricted: false)],
        };
        await SaveAsync(world, tenant);

        await world.RunAsync("who-can", Role, "--from", "a.pimsnap", "--scope", "sales");
        await world.RunAsync("who-can", Role, "--from", "a.pimsnap", "--scope", "/", "--csv");

        Assert.That(
            Lines(world.Out),
            Has.Member($"{Role}, Sales")
                .And.Some.StartsWith("Ada        ●──■  direct, at Sales")
                .And.Some.StartsWith($"Now,Ben,{A.Id("Ben"):D}")
                .And.None.StartsWith("Now,Ada")
        );
        Assert.That(await world.RunAsync("who-can", Role, "--from", "a.pimsnap", "--scope", "Moon"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_terminal_without_unicode_gets_ascii()
    {
        using var world = new World();
        using var bytes = new MemoryStream();
        await using var writer = new StreamWriter(bytes, System.Text.Encoding.ASCII);

        await CommandLine.RunAsync(
            ["who-can", "Global Administrator", "--demo"],
            world.Surroundings() with
            {
                Out = writer,
            }
        );
        await writer.FlushAsync();

        Assert.That(
            Lines(System.Text.Encoding.ASCII.GetString(bytes.ToArray())),
            Has.Some.StartsWith("Ji-woo Park     o--O..#  RAG - Global Admins  M J - A").And.None.Contains("?")
        );
    }

    [Test]
    public async Task Every_verb_is_listed_by_help()
    {
        using var world = new World();
        await world.RunAsync("--help");

        Assert.That(Verbs.Where(verb => !world.Out.Contains(verb, StringComparison.Ordinal)), Is.Empty);
    }

    private static Task SaveAsync(World world, TenantSnapshot snapshot) =>
        SnapshotFile.WriteAsync(snapshot, world.PathOf("a.pimsnap"), CancellationToken.None);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
