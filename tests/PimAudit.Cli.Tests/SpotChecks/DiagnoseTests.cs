using System.Text.Json;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class DiagnoseTests
{
    private const string Role = "Exchange Administrator";

    [Test]
    public async Task Checks_step_by_step_and_ends_with_one_thing_to_do()
    {
        using var world = new World();
        var surroundings = world.Surroundings() with { Width = 80 };

        var code = await CommandLine.RunAsync(
            ["diagnose", "Ivan Horvat", "Application Administrator", "--demo"],
            surroundings
        );

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            Lines(world.Out),
            Is.EqualTo([
                "Ivan Horvat, Application Administrator",
                "contoso.example, snapshot 2026-10-01 06:00 UTC, 0 min old",
                "Checks   8   1 fault",
                "  ✓  Account          is in the directory and enabled",
                "  ✓  Way to the role  is eligible for Application Administrator, until",
                "                      2026-11-30 06:00 UTC",
                "  ✓  Licence          the tenant and the person have Microsoft Entra ID P2 or ID",
                "                      Governance",
                "  ✓  MFA              a method is registered, as of 2026-09-30 18:00 UTC",
                "  ✗  Approver         nobody but the requester can approve Application",
                "                      Administrator",
                "  –  Active now       no activation was in progress at 2026-10-01 06:00 UTC",
                "  –  Takes effect     the role is none of those that a service reads late",
                "  –  Last attempt     none seen in 30 days of the audit log, since 2026-09-01",
                "                      06:00 UTC",
                "Do this   1   it mends the earliest cause",
                "  →  Name an approver other than Ivan Horvat, one whose account works, in the",
                "     role settings of Application Administrator.",
                "Activations and changes after the snapshot are not in it.",
                "Coverage: every fact this answer rests on was read.",
            ])
        );
    }

    [TestCase(
        "Tariq Aziz",
        "User Administrator",
        "Assign Tariq Aziz a licence that includes Microsoft Entra ID P2 or ID Governance."
    )]
    [TestCase("Robert Hale", "Security Operator", "Enable the account of Robert Hale.")]
    [TestCase(
        "Yara Mansour",
        "User Administrator",
        "Restore the deleted user Yara Mansour, which can be done until 2026-10-05."
    )]
    [TestCase(
        "Chloe Martin",
        Role,
        "Add Chloe Martin as a member to RAG - Exchange Admins, which is eligible for Exchange Administrator."
    )]
    [TestCase(
        "Oscar Delgado",
        Role,
        "Exchange Administrator is active until 2026-10-01 10:00 UTC: sign out and in again."
    )]
    [TestCase(
        "Bongani Dlamini",
        "User Administrator",
        "Activate the membership of RAG - Helpdesk Admins in My roles, Groups: User Administrator comes with it."
    )]
    [TestCase(
        "Elena Petrov",
        "--discover-groups",
        "Activate Privileged Role Administrator in My roles, Microsoft Entra roles, and look for Discover groups in Privileged Identity Management, Groups."
    )]
    [TestCase(
        "Zanele Khumalo",
        "Authentication Administrator",
        "Activate Authentication Administrator at Amsterdam Office in My roles, Microsoft Entra roles."
    )]
    public async Task Tells_each_person_of_the_sample_tenant_what_to_do(string user, string what, string advice)
    {
        using var world = new World();

        var code = await world.RunAsync("diagnose", user, what, "--demo", "--json");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(Advice(world).GetProperty("advice").GetString(), Is.EqualTo(advice));
    }

    [Test]
    public async Task JSON_holds_verdicts_evidence_and_the_id_of_what_to_change()
    {
        using var world = new World();
        await SaveAsync(world, Ended);

        await world.RunAsync("diagnose", "ada", Role, "--from", "a.pimsnap", "--json");

        var checks = Sections(world)[0].GetProperty("rows").EnumerateArray().ToList();
        Assert.That(
            checks.Select(row => row.GetProperty("verdict").GetString()),
            Is.EqualTo([
                "ok",
                "fault",
                "ok",
                "not applicable",
                "not applicable",
                "not applicable",
                "not applicable",
                "not applicable",
            ])
        );
        Assert.That(
            checks[1].GetProperty("evidence").EnumerateArray().Select(row => row.GetProperty("id").GetString()),
            Is.EqualTo([RolesOf.RowId("re", "Ada", Role)])
        );
        Assert.That(
            (Advice(world).GetProperty("objectId").GetString(), Advice(world).GetProperty("objectKind").GetString()),
            Is.EqualTo((A.Role(Role).ToString("D"), "role"))
        );
    }

    [Test]
    public async Task What_was_not_read_is_not_known_and_ends_with_3()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new() { Faults = [new("roleManagement/directory/roleEligibilityScheduleInstances", FaultKind.Refused)] }
        );
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap", "--quiet");

        var code = await world.RunAsync("diagnose", "Ji-woo Park", "Global Administrator", "--from", "a.pimsnap");
        var accepted = await world.RunAsync(
            "diagnose",
            "Ji-woo Park",
            "Global Administrator",
            "--from",
            "a.pimsnap",
            "--allow-incomplete"
        );

        Assert.That((code, accepted), Is.EqualTo((3, 0)));
        Assert.That(
            world.Out,
            Does.Contain("  ?  Way to the role")
                .And.Contain("no fault found, one not known")
                .And.Contain("Not read: Eligible assignments.")
                .And.Contain("Grant RoleEligibilitySchedule.Read.Directory to the reader")
        );
    }

    [Test]
    public async Task Who_is_not_in_the_snapshot_may_hold_nothing_and_is_told_the_groups()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("diagnose", "nobody@contoso.example", Role, "--demo"), Is.EqualTo(2));
        Assert.That(
            string.Join(' ', Lines(world.Error).Select(line => line.Trim())),
            Does.Contain("'nobody@contoso.example' is neither an id nor a name in it.")
                .And.Contain("if the name is right, this person holds nothing that was read")
                .And.Contain("Exchange Administrator is carried by RAG - Exchange Admins (")
        );
    }

    [Test]
    public async Task An_ambiguous_name_lists_the_candidates()
    {
        using var world = new World();
        await SaveAsync(world, Ended.User("Twin", user => user with { DisplayName = "Ada" }));

        Assert.That(await world.RunAsync("diagnose", "Ada", Role, "--from", "a.pimsnap"), Is.EqualTo(2));
        Assert.That(
            world.Error,
            Does.Contain($"{A.Id("Ada"):D}  user  Ada").And.Contain($"{A.Id("Twin"):D}  user  Ada")
        );
    }

    [TestCase("Chloe Martin", "No such role", "--demo")]
    [TestCase("Contoso HR Sync", "User Administrator", "--demo")]
    [TestCase("Chloe Martin", "--demo")]
    [TestCase("Chloe Martin", "User Administrator", "--discover-groups", "--demo")]
    [TestCase("Chloe Martin", "User Administrator", "--json", "--csv", "--demo")]
    public async Task What_cannot_be_meant_is_refused(params string[] arguments)
    {
        using var world = new World();

        Assert.That((await world.RunAsync(["diagnose", .. arguments]), world.Out), Is.EqualTo((2, "")), world.Error);
    }

    [TestCase("", "U+001B[2J=cmd|x")]
    [TestCase("--csv", "U+001B[2J=cmd|x")]
    [TestCase("--markdown", "U\\+001B\\[2J\\=cmd\\|x")]
    [TestCase("--json", "\\u001B[2J=cmd|x")]
    public async Task A_hostile_name_is_harmless_in_every_format(string format, string shown)
    {
        using var world = new World();
        var tenant = A.Tenant.User("Eve", user => user with { DisplayName = "\e[2J=cmd|x", IsEnabled = false });
        await SaveAsync(world, tenant.Assigned("Eve", Role));
        string[] arguments = ["diagnose", A.Id("Eve").ToString("D"), Role, "--from", "a.pimsnap", format];

        await world.RunAsync([.. arguments.Where(one => one.Length > 0)]);

        Assert.That(world.Out, Does.Contain(shown).And.Not.Contain("\e"), world.Error);
    }

    [TestCase(140, "users and applications ")]
    [TestCase(60, null)]
    public async Task A_wide_terminal_shows_the_evidence_and_none_cuts_a_text(int width, string? evidence)
    {
        using var world = new World();
        var surroundings = world.Surroundings() with { Width = width };

        await CommandLine.RunAsync(["diagnose", "Chloe Martin", Role, "--demo"], surroundings);

        Assert.That(
            world.Out.Contains("users and applications ", StringComparison.Ordinal),
            Is.EqualTo(evidence is not null)
        );
        Assert.That(world.Out, Does.Not.Contain("…"));
        Assert.That(
            world.Out.Split('\n').Where(text => text.StartsWith(' ')).Max(text => text.Length),
            Is.LessThanOrEqualTo(width)
        );
    }

    [Test]
    public async Task A_terminal_without_unicode_gets_ascii()
    {
        using var world = new World();
        using var bytes = new MemoryStream();
        await using var writer = new StreamWriter(bytes, System.Text.Encoding.ASCII);

        await CommandLine.RunAsync(
            ["diagnose", "Tariq Aziz", "User Administrator", "--demo"],
            world.Surroundings() with
            {
                Out = writer,
            }
        );
        await writer.FlushAsync();

        Assert.That(
            Lines(System.Text.Encoding.ASCII.GetString(bytes.ToArray())),
            Has.Some.StartsWith("  ok  Account          is in the directory")
                .And.Some.StartsWith("  x   Licence          no Microsoft Entra ID P2")
                .And.Some.StartsWith("  -   Active now       no activation")
                .And.Some.StartsWith("  ->  Assign Tariq Aziz")
        );
    }

    private static TenantSnapshot Ended { get; } =
        A.Tenant.Users("Ada").Eligible("Ada", Role, ends: TimeSpan.FromHours(-1));

    private static List<JsonElement> Sections(World world) =>
        [.. JsonDocument.Parse(world.Out).RootElement.GetProperty("sections").EnumerateArray()];

    private static JsonElement Advice(World world) => Sections(world)[1].GetProperty("rows")[0];

    private static Task SaveAsync(World world, TenantSnapshot snapshot) =>
        SnapshotFile.WriteAsync(snapshot, world.PathOf("a.pimsnap"), CancellationToken.None);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd());
}
