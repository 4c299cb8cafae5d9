using System.Text.Json;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class PlanTests
{
    private const string Reader = "Reports Reader";

    [Test]
    public async Task Tells_the_approach_why_what_is_in_the_way_and_the_steps()
    {
        using var world = new World();

        var code = await CommandLine.RunAsync(
            ["plan", "Exchange Administrator", "RAG - Helpdesk Admins", "--demo"],
            world.Surroundings() with
            {
                Width = 300,
            }
        );

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            Lines(world.Out).Take(17),
            Is.EqualTo([
                "Exchange Administrator for RAG - Helpdesk Admins, whole tenant",
                "contoso.example, snapshot 2026-10-01 06:00 UTC, 0 min old",
                "Advice   3   reasons",
                "advice   Approach 1, in another group: RAG - Exchange Admins (acfe03a3-68dc-8a00-8370-36202621368d)",
                "because  Exchange Administrator must take effect at once: Approach 1.",
                "Document: Approach 1: Group Eligible for Role: \"Use for: Exchange Admin, SharePoint Admin, Purview roles, and any role requiring immediate access\"",
                "because  A membership that is activated may take effect late.",
                "Document: Approach 2: PIM-Controlled Group Membership: \"Group membership changes may take time to propagate to external services. Use Approach 1 for roles that require immediate enforcement.\"",
                "because  RAG - Helpdesk Admins follows Approach 2, which Exchange Administrator must not: another group is needed.",
                "Document: Best Practices Summary, Don't: \"Mix Approach 1 and 2 for the same role/group\"",
                "In the way   1   before anything else",
                "another group  RAG - Helpdesk Admins follows Approach 2 (active on Helpdesk Administrator, active on Password Administrator, active on User Administrator), so it cannot carry Exchange Administrator by Approach 1.",
                "Document: Best Practices Summary, Don't: \"Mix Approach 1 and 2 for the same role/group\"",
                "Prerequisites   0   to do; Microsoft 365 admin centre > Billing > Licenses",
                "done  License: Entra ID P2 or Entra ID Governance",
                "Now: AAD_PREMIUM_P2, 15 seats",
                "done  Role: Privileged Role Administrator or Global Administrator, for whoever does this",
            ])
        );
        Assert.That(
            Lines(world.Out),
            Has.Member("to do  Activation maximum duration: 4-8 hours")
                .And.Member("PimAudit writes nothing to a tenant: each step is yours to do.")
        );
    }

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(80)]
    [TestCase(140)]
    public async Task No_line_of_a_section_is_wider_than_the_terminal_and_nothing_is_cut(int width)
    {
        using var world = new World();

        await CommandLine.RunAsync(
            ["plan", "Global Administrator", "RAG - Helpdesk Admins", "--demo"],
            world.Surroundings() with
            {
                Width = width,
            }
        );

        Assert.That(
            world.Out.Split('\n').Where(text => text.StartsWith(' ')).Max(text => text.Length),
            Is.LessThanOrEqualTo(width)
        );
        Assert.That(world.Out, Does.Not.Contain("…"));
    }

    [Test]
    public async Task A_program_gets_states_places_and_the_words_of_the_document()
    {
        using var world = new World();

        await world.RunAsync("plan", Reader, "--new", "RAG - Reporting", "--demo", "--json");

        var sections = JsonDocument.Parse(world.Out).RootElement.GetProperty("sections").EnumerateArray().ToList();
        Assert.That(
            sections[0].GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()),
            Is.EqualTo([
                "Approach 1, in RAG - Reporting (new)",
                "Reports Reader is one ordinary role without a bundle to join: Approach 1.",
            ])
        );
        Assert.That(
            sections[3].GetProperty("rows")[1].EnumerateObject().Select(cell => $"{cell.Name}: {cell.Value}"),
            Is.EqualTo([
                "state: to do",
                "what: Microsoft Entra roles can be assigned to the group: Yes (permanent, at creation only)",
                "now: does not exist yet",
                "where: Entra ID > Groups > New group",
            ])
        );
    }

    [Test]
    public async Task What_was_not_read_is_said_and_ends_with_3()
    {
        using var world = new World();
        await SaveAsync(world, A.Tenant.Groups("RAG - Desk").Refuse(SnapshotParts.RoleSettings));
        string[] arguments = ["plan", Reader, "RAG - Desk", "--from", "a.pimsnap"];

        var code = await world.RunAsync(arguments);
        var accepted = await world.RunAsync([.. arguments, "--allow-incomplete"]);

        Assert.That((code, accepted), Is.EqualTo((3, 0)));
        Assert.That(
            Lines(world.Out),
            Has.Member("not known  Require MFA: Yes")
                .And.Member("Now: not known: was not read")
                .And.Some.StartsWith("Not read: Role settings of Reports Reader.")
        );
    }

    [TestCase("RAG - Exchange Admin", "give --new with the name if the group is yet to be created.")]
    [TestCase("RAG - Exchange", "'RAG - Exchange' is neither an id nor a name in it.")]
    [TestCase("", "'' is neither an id nor a name in it.")]
    public async Task A_name_that_is_nearly_right_is_not_guessed(string name, string hint)
    {
        using var world = new World();

        Assert.That((await world.RunAsync("plan", Reader, name, "--demo"), world.Out), Is.EqualTo((2, "")));
        Assert.That(string.Join(' ', Lines(world.Error)), Does.Contain(hint));
    }

    [TestCase("plan", Reader, "--demo")]
    [TestCase("plan", Reader, "RAG - Exchange Admins", "--new", "RAG - Other", "--demo")]
    [TestCase("plan", Reader, "--new", "rag - exchange admins", "--demo")]
    [TestCase("plan", Reader, "--new", " ", "--demo")]
    [TestCase("plan", "Reports", "RAG - Exchange Admins", "--demo")]
    [TestCase("plan", Reader, "RAG - Exchange Admins", "--scope", "Moon", "--demo")]
    public async Task What_cannot_be_meant_is_refused(params string[] arguments)
    {
        using var world = new World();

        Assert.That((await world.RunAsync(arguments), world.Out), Is.EqualTo((2, "")), world.Error);
    }

    [Test]
    public async Task Two_groups_of_one_name_are_listed()
    {
        using var world = new World();
        await SaveAsync(world, A.Tenant.Groups("Desk").Group("Twin", group => group with { DisplayName = "Desk" }));

        Assert.That(await world.RunAsync("plan", Reader, "desk", "--from", "a.pimsnap"), Is.EqualTo(2));
        Assert.That(
            world.Error,
            Does.Contain($"{A.Id("Desk"):D}  group  Desk").And.Contain($"{A.Id("Twin"):D}  group  Desk")
        );
    }

    [TestCase("", "U+001B[2J=cmd|x is not named by the convention.")]
    [TestCase("--csv", "U+001B[2J=cmd|x is not named by the convention.")]
    [TestCase("--markdown", "U\\+001B\\[2J\\=cmd\\|x is not named by the convention\\.")]
    [TestCase("--json", "\\u001B[2J=cmd|x is not named by the convention.")]
    public async Task A_hostile_name_is_harmless_in_every_format(string format, string shown)
    {
        using var world = new World();
        await SaveAsync(world, A.Tenant.Group("Desk", group => group with { DisplayName = "\e[2J=cmd|x" }));
        string[] arguments = ["plan", Reader, A.Id("Desk").ToString("D"), "--from", "a.pimsnap", format];

        await world.RunAsync([.. arguments.Where(one => one.Length > 0)]);

        Assert.That(world.Out, Does.Contain(shown).And.Not.Contain("\e"), world.Error);
    }

    private static Task SaveAsync(World world, TenantSnapshot snapshot) =>
        SnapshotFile.WriteAsync(snapshot, world.PathOf("a.pimsnap"), CancellationToken.None);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
