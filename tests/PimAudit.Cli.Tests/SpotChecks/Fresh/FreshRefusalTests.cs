using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.SpotChecks.Fresh;

[Parallelizable(ParallelScope.All)]
public sealed class FreshRefusalTests
{
    private const string Role = "Exchange Administrator";
    private const string Team = "RAG - Messaging";

    private static readonly EmulatedTenant Tenant = TenantBuilder
        .Create("Contoso", SampleTenants.ContosoNow)
        .Users("Ana Silva", "Ben Okoye")
        .Group(Team, roleAssignable: true)
        .GroupEligible("Ben Okoye", Team)
        .Assign(Team, Role)
        .Assign("Ana Silva", Role)
        .Build();

    [TestCase("roleEligibilityScheduleInstances", "EligibleAssignments")]
    [TestCase("roleAssignmentScheduleInstances", "ActiveAssignments")]
    [TestCase("directory/roleAssignments", "RoleAssignments")]
    [TestCase("groups/.*/members", "GroupMembers")]
    [TestCase("group/eligibilityScheduleInstances", "GroupEligibilities")]
    [TestCase("group/assignmentScheduleInstances", "GroupAssignments")]
    [TestCase("scopeType eq 'Group'", "GroupSettings")]
    [TestCase("v1.0/users", "Principals")]
    public async Task What_cannot_be_read_again_is_unknown_and_not_what_it_was(string path, string part)
    {
        await using var times = await RefusedAsync(path, FaultKind.Refused);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.Multiple(() =>
        {
            Assert.That(fresh.Code, Is.EqualTo((int)ExitCode.Incomplete), fresh.Error);
            Assert.That(fresh.Unread, Does.Contain($"\"{part}\"").And.Contain("\"Permission\""));
        });
    }

    [Test]
    public async Task Old_members_of_a_group_that_is_refused_are_not_shown()
    {
        await using var times = await RefusedAsync("group/eligibilityScheduleInstances", FaultKind.Refused);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.That(fresh.People, Is.EqualTo(["Now: Ana Silva"]));
    }

    [Test]
    public async Task Role_settings_that_are_refused_leave_the_gates_unknown()
    {
        var eligible = new TenantBuilder(Tenant).MakeEligible("Ben Okoye", "Security Reader").Build();
        await using var times = await TwoTimes.OfAsync(
            eligible,
            eligible,
            new() { Faults = [new("scopeType eq 'DirectoryRole'", FaultKind.Refused)] }
        );

        var fresh = await times.AskFreshAsync("who-can", "Security Reader");

        Assert.Multiple(() =>
        {
            Assert.That(fresh.Code, Is.EqualTo((int)ExitCode.Incomplete), fresh.Error);
            Assert.That(fresh.Unread, Does.Contain("\"RoleSettings\"").And.Contain("\"Permission\""));
        });
    }

    [TestCase(FaultKind.ServerError)]
    [TestCase(FaultKind.Truncated)]
    [TestCase(FaultKind.Unlicensed)]
    public async Task Whatever_goes_wrong_with_a_group_is_told(FaultKind kind)
    {
        await using var times = await RefusedAsync("group/eligibilityScheduleInstances", kind);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.That(fresh.Code, Is.EqualTo((int)ExitCode.Incomplete), fresh.Error);
    }

    [Test]
    public async Task An_answer_that_allows_gaps_ends_with_0_and_tells_them()
    {
        await using var times = await RefusedAsync("groups/.*/members", FaultKind.Refused);

        var code = await times.World.RunAsync(
            "who-can",
            Role,
            "--from",
            "old.pimsnap",
            "--fresh",
            "--allow-incomplete"
        );

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(
                times.World.Out,
                Does.Contain("Not read: Group members of RAG - Messaging. Graph answered 403")
            );
        });
    }

    [Test]
    public async Task Another_tenant_is_refused_and_not_asked_further()
    {
        var other = TenantBuilder.Create("Fabrikam", SampleTenants.ContosoNow).Users("Ana Silva").Build();
        await using var times = await TwoTimes.OfAsync(Tenant, other);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.Multiple(() =>
        {
            Assert.That(fresh.Code, Is.EqualTo((int)ExitCode.Usage));
            Assert.That(fresh.Error, Does.Contain(Tenant.Id.ToString()).And.Contain(other.Id.ToString()));
            Assert.That(
                times.Graph.Requests.Select(request => request.PathAndQuery),
                Has.All.StartsWith("/v1.0/organization")
            );
        });
    }

    [Test]
    public async Task A_tenant_that_nobody_confirms_is_refused()
    {
        await using var times = await RefusedAsync("v1.0/organization", FaultKind.Refused);

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.Multiple(() =>
        {
            Assert.That(fresh.Code, Is.EqualTo((int)ExitCode.Usage));
            Assert.That(fresh.Error, Does.Contain("nothing told which"));
        });
    }

    [Test]
    public async Task A_token_that_Graph_does_not_take_ends_with_4()
    {
        await using var times = await TwoTimes.OfAsync(Tenant, Tenant);
        times.World.With("PIMAUDIT_ACCESS_TOKEN", "stale");

        var fresh = await times.AskFreshAsync("who-can", Role);

        Assert.That(fresh.Code, Is.EqualTo((int)ExitCode.SignIn), fresh.Error);
    }

    [Test]
    public async Task The_sample_tenant_has_nothing_fresher()
    {
        using var world = new World();

        var code = await world.RunAsync("who-can", Role, "--demo", "--fresh");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo((int)ExitCode.Usage));
            Assert.That(world.Error, Does.Contain("--demo and --fresh exclude each other."));
        });
    }

    [Test]
    public async Task Without_a_snapshot_there_is_nothing_to_refresh()
    {
        using var world = new World();

        var code = await world.RunAsync("who-can", Role, "--fresh");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo((int)ExitCode.Usage));
            Assert.That(world.Error, Does.Contain("'pimaudit snapshot' first"));
        });
    }

    private static Task<TwoTimes> RefusedAsync(string path, FaultKind kind) =>
        TwoTimes.OfAsync(Tenant, Tenant, new() { Faults = [new(path, kind)] });
}
