namespace PimAudit.GraphEmulator.Tests.Building;

internal sealed class TenantBuilderTests
{
    private const string Roles = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";
    private const string Teams = "Teams Administrator";

    [Test]
    public async Task A_copy_changes_and_the_original_does_not()
    {
        var original = A.Tenant.Users("Ada").Assign("Ada", Teams).Build();
        var copy = new TenantBuilder(original).Users("Ben").Assign("Ben", Teams).Disable("Ada").Build();
        await using var before = await GraphClient.StartAsync(original);
        await using var after = await GraphClient.StartAsync(copy);
        const string Enabled = "users?$select=accountEnabled";

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await before.GetAsync(Enabled)).Column("accountEnabled"), Is.EqualTo(["true"]));
            Assert.That((await after.GetAsync(Enabled)).Column("accountEnabled"), Is.EqualTo(["false", "true"]));
            Assert.That((await before.GetAsync(Roles + "roleAssignments")).Rows, Has.Count.EqualTo(1));
            Assert.That((await after.GetAsync(Roles + "roleAssignments")).Rows, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void A_used_up_builder_says_so()
    {
        var builder = A.Tenant;
        builder.Build();

        Assert.That(() => builder.Users("Ada"), Throws.InvalidOperationException);
    }

    [Test]
    public void Names_must_be_there_and_only_once()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => A.Tenant.Users("Ada", "Ada"), Throws.ArgumentException);
            Assert.That(() => A.Tenant.Assign("Nobody", Teams), Throws.ArgumentException);
            Assert.That(() => A.Tenant.Users("Ada").Assign("Ada", "No Such Role"), Throws.ArgumentException);
            Assert.That(() => A.Tenant.Users("Ada").RemoveEligible("Ada", Teams), Throws.ArgumentException);
            Assert.That(
                () => A.Tenant.Users("Ada").Activate("Ada", Teams, A.Now.AddHours(1)),
                Throws.ArgumentException
            );
        });
    }

    [Test]
    public async Task An_activation_finds_its_eligibility_after_others_were_taken()
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben", "Cleo")
            .MakeEligible("Ada", Teams)
            .MakeEligible("Ben", Teams)
            .Activate("Ben", Teams, A.Now.AddHours(1))
            .RemoveEligible("Ada", Teams)
            .MakeEligible("Cleo", Teams)
            .Activate("Cleo", Teams, A.Now.AddHours(1))
            .Activate("Ben", Teams, A.Now.AddHours(2))
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(Roles + "roleAssignmentScheduleInstances?$expand=activatedUsing");

        Assert.That(
            reply.Rows.Select(row => row["activatedUsing"]!["principalId"]!.ToString()),
            Is.EqualTo(reply.Column("principalId"))
        );
    }

    [Test]
    public async Task What_has_ended_or_not_begun_is_among_the_instances_only()
    {
        var tenant = A
            .Tenant.Users("Over", "Now", "Coming")
            .Assign("Over", Teams, end: A.Now)
            .Assign("Now", Teams, end: A.Now.AddSeconds(1))
            .Assign("Coming", Teams, start: A.Now.AddSeconds(1))
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var assigned = await graph.GetAsync(Roles + "roleAssignments?$expand=principal");
        var instances = await graph.GetAsync(Roles + "roleAssignmentScheduleInstances");

        Assert.Multiple(() =>
        {
            Assert.That(assigned.Rows.Select(row => row["principal"]!["displayName"]!.ToString()), Is.EqualTo(["Now"]));
            Assert.That(instances.Rows, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public async Task The_lists_can_disagree_either_way()
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben")
            .Assign("Ada", Teams)
            .Assign("Ben", Teams)
            .RemoveFromInstances("Ada", Teams)
            .RemoveFromRoleAssignments("Ben", Teams)
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);

        Assert.That(
            (
                (await graph.GetAsync(Roles + "roleAssignments")).Column("principalId").Single(),
                (await graph.GetAsync(Roles + "roleAssignmentScheduleInstances")).Column("principalId").Single()
            ),
            Is.EqualTo(($"{tenant.IdOf("Ada")}", $"{tenant.IdOf("Ben")}"))
        );
    }

    [Test]
    public async Task Group_lists_can_disagree_either_way()
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben")
            .Group("Team")
            .AddMembers("Team", "Ada", "Ben")
            .RemoveFromGroupInstances("Ada", "Team")
            .RemoveFromDirectory("Ben", "Team")
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var group = tenant.IdOf("Team");
        var members = await graph.GetAsync($"groups/{group}/members");
        var rows = await graph.GetAsync(GroupPim + $"assignmentScheduleInstances?$filter=groupId eq '{group}'");

        Assert.That(
            (members.Column("id").Single(), rows.Column("principalId").Single()),
            Is.EqualTo(($"{tenant.IdOf("Ada")}", $"{tenant.IdOf("Ben")}"))
        );
    }

    [Test]
    public async Task A_dynamic_groups_members_are_known_to_the_directory_only()
    {
        var tenant = A.Tenant.Users("Ada").Group("Team").MakeDynamic("Team").AddMember("Ada", "Team").Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var group = tenant.IdOf("Team");
        var members = await graph.GetAsync($"groups/{group}/members");
        var rows = await graph.GetAsync(GroupPim + $"assignmentScheduleInstances?$filter=groupId eq '{group}'");

        Assert.That((members.Rows.Count, rows.Rows.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_scope_is_an_administrative_unit_or_an_object()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .AdministrativeUnit("Office")
            .ServicePrincipal("Robot")
            .Assign("Ada", "Helpdesk Administrator", scope: "Office")
            .Assign("Ada", "Application Administrator", scope: "Robot")
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(Roles + "roleAssignments");

        Assert.That(
            reply.Column("directoryScopeId"),
            Is.EqualTo([$"/administrativeUnits/{tenant.IdOf("Office")}", $"/{tenant.IdOf("Robot")}"])
        );
    }

    [Test]
    public async Task A_large_tenant_is_built_and_read()
    {
        var builder = A.Tenant.Users(Enumerable.Range(0, 5_000).Select(number => $"User {number}"));
        var last = Enumerable
            .Range(0, 500)
            .Aggregate(builder, (next, number) => next.Assign($"User {number}", "Reports Reader"));
        await using var graph = await GraphClient.StartAsync(last.Build(), new EmulatorOptions { PageSize = 400 });

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await graph.AllAsync("users?$top=999"), Has.Count.EqualTo(5_000));
            Assert.That(await graph.AllAsync(Roles + "roleAssignments"), Has.Count.EqualTo(500));
        });
    }
}
