using System.Xml.Linq;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class GraphTests
{
    private const string Role = "Exchange Administrator";

    [TestCase("Global Administrator", "7 paths of 5 principals")]
    [TestCase("62e90394-69f5-4237-9190-012177145e10", "7 paths of 5 principals")]
    [TestCase("Emily Carter", "6 paths to 3 roles")]
    [TestCase("emily.carter@contoso.example", "6 paths to 3 roles")]
    public async Task Draws_a_role_or_a_user(string name, string lead)
    {
        using var world = new World();

        var code = await world.RunAsync("graph", name, "--demo");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            Texts(world.Out),
            Has.Member(lead)
                .And.Member("contoso.example, snapshot 2026-10-01 06:00 UTC, 0 min old")
                .And.Member("Coverage: every fact this answer rests on was read.")
                .And.None.EqualTo("Takeover")
        );
        Assert.That(world.Error, Does.Contain("contoso.example, snapshot 2026-10-01 06:00 UTC, 0 min old"));
    }

    [Test]
    public async Task Takeover_is_a_band_of_its_own_and_named_where_it_is_left_out()
    {
        using var world = new World();
        using var other = new World();
        await world.RunAsync("graph", "Global Administrator", "--demo");
        await other.RunAsync("graph", "Global Administrator", "--demo", "--takeover");

        Assert.That(
            Texts(world.Out),
            Has.Member("Not drawn: 1 takeover through the ownership of a group; --takeover draws them.")
        );
        Assert.That(
            Texts(other.Out),
            Has.Member("Takeover").And.Member("owner, could add himself").And.None.StartsWith("Not drawn")
        );
    }

    [Test]
    public async Task Mermaid_is_text_for_a_wiki()
    {
        using var world = new World();

        var code = await world.RunAsync("graph", "Global Administrator", "--demo", "--mermaid", "--quiet");

        Assert.That((code, world.Error), Is.EqualTo((0, "")));
        Assert.That(
            world.Out.Split('\n'),
            Has.ItemAt(0)
                .EqualTo("flowchart LR")
                .And.Member("n6[[\"3 people<br/>users, enabled<br/>Ji-woo Park, Marcus Webb, Nadia Haddad\"]]")
        );
    }

    [Test]
    public async Task A_file_is_written_whole_and_never_replaced_unasked()
    {
        using var world = new World();
        string[] arguments = ["graph", "Global Administrator", "--demo", "--out", "pictures/a.svg"];
        int[] codes =
        [
            await world.RunAsync(arguments),
            await world.RunAsync(arguments),
            await world.RunAsync([.. arguments, "--force"]),
        ];

        Assert.That(codes, Is.EqualTo([0, 2, 0]), world.Error);
        Assert.That(world.Names("pictures"), Is.EqualTo(["a.svg"]));
        Assert.That(world.Out, Is.Empty);
        Assert.That(
            world.Error,
            Does.Contain($"Written to {world.PathOf("pictures/a.svg")}.")
                .And.Contain("The picture would replace what is there.")
        );
        Assert.That(
            Texts(await File.ReadAllTextAsync(world.PathOf("pictures/a.svg"))),
            Has.Member("Global Administrator")
        );
    }

    [Test]
    public async Task The_same_snapshot_gives_the_same_bytes()
    {
        using var world = new World();
        await world.RunAsync("graph", "User Administrator", "--demo", "--takeover", "--out", "a.svg");
        await world.RunAsync("graph", "User Administrator", "--demo", "--takeover", "--out", "b.svg");

        Assert.That(world.Bytes("a.svg"), Is.EqualTo(world.Bytes("b.svg")));
    }

    [Test]
    public async Task A_name_that_a_role_and_a_user_share_is_ambiguous()
    {
        using var world = new World();
        await SaveAsync(world, A.Tenant.Users(Role));

        Assert.That(await world.RunAsync("graph", Role, "--from", "a.pimsnap"), Is.EqualTo(2));
        Assert.That(world.Out, Is.Empty);
        Assert.That(
            world.Error,
            Does.Contain("The name of the user or role is ambiguous.")
                .And.Contain($"{A.Role(Role):D}  role  {Role}")
                .And.Contain($"{A.Id(Role):D}  user  {Role}")
        );
    }

    [TestCase("graph", "Nobody", "--demo")]
    [TestCase("graph", "Global Administrator", "--demo", "--svg", "--mermaid")]
    [TestCase("graph", "Global Administrator", "--demo", "--out", ".")]
    public async Task What_cannot_be_meant_is_refused(params string[] arguments)
    {
        using var world = new World();

        Assert.That((await world.RunAsync(arguments), world.Out), Is.EqualTo((2, "")), world.Error);
    }

    [Test]
    public async Task What_was_not_read_stands_in_the_picture_and_in_the_exit_code()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new() { Faults = [new("roleManagement/directory/roleEligibilityScheduleInstances", FaultKind.Refused)] }
        );
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap", "--quiet");
        string[] arguments = ["graph", "Global Administrator", "--from", "a.pimsnap"];

        var code = await world.RunAsync([.. arguments, "--out", "a.svg"]);
        var quiet = await world.RunAsync([.. arguments, "--mermaid", "--quiet"]);
        var accepted = await world.RunAsync([.. arguments, "--out", "b.svg", "--allow-incomplete"]);

        Assert.That((code, quiet, accepted), Is.EqualTo((3, 3, 0)));
        Assert.That(
            Texts(await File.ReadAllTextAsync(world.PathOf("a.svg"))),
            Has.Some.StartsWith("Not read: Eligible assignments.").And.None.Contains("every fact")
        );
        Assert.That(world.Out, Does.Contain("Not read#58; Eligible assignments.").And.Contain(" unknown\n"));
        Assert.That(world.Error, Does.Contain("Not read: Eligible assignments."));
    }

    [Test]
    public async Task A_context_that_no_policy_enforces_is_drawn_as_no_gate()
    {
        using var world = new World();
        var tenant = A
            .Tenant.Users("Ada")
            .Eligible("Ada", Role)
            .Settings(
                Role,
                settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
            )
            .Policy("c1", policy => policy with { State = PolicyState.Disabled });
        await SaveAsync(world, tenant);

        await world.RunAsync("graph", Role, "--from", "a.pimsnap");

        Assert.That(
            string.Join(' ', Texts(world.Out)),
            Does.Contain("no MFA: context c1 is not enforced").And.Contain("context c1 asks for nothing")
        );
    }

    [Test]
    public async Task Says_of_a_path_why_it_cannot_be_used_and_whose_it_is()
    {
        using var world = new World();
        var tenant = A.Tenant.User("Ada", user => user with { IsEnabled = false }).Assigned("Ada", Role);
        await SaveAsync(world, tenant.Emergency("Ada"));

        await world.RunAsync("graph", Role, "--from", "a.pimsnap");

        Assert.That(
            Texts(world.Out),
            Has.Member("blocked: is disabled").And.Member("emergency access account (break-glass)")
        );
    }

    private static List<string> Texts(string svg) =>
        [.. XDocument.Parse(svg).Descendants().Where(item => item.Name.LocalName == "text").Select(item => item.Value)];

    private static Task SaveAsync(World world, TenantSnapshot snapshot) =>
        SnapshotFile.WriteAsync(snapshot, world.PathOf("a.pimsnap"), CancellationToken.None);
}
