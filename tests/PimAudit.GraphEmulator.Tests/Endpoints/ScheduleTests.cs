namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class ScheduleTests
{
    private const string Roles = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";
    private const string Teams = "Teams Administrator";

    private static EmulatedTenant Tenant =>
        A
            .Tenant.Users("Ada", "Ben", "Cleo")
            .Group("Team")
            .MakeEligible("Ada", Teams, end: A.Now.AddDays(30))
            .Activate("Ada", Teams, A.Now.AddHours(2))
            .Assign("Ben", Teams, outsidePim: true)
            .Assign("Ben", "Reports Reader")
            .WillBeEligible("Cleo", Teams, A.Now.AddDays(1), A.Now.AddDays(2))
            .WillBeAssigned("Cleo", "Reports Reader", A.Now.AddDays(1))
            .AddMember("Ben", "Team")
            .GroupEligible("Ada", "Team")
            .WillBeGroupEligible("Cleo", "Team", A.Now.AddDays(1))
            .WillBeGroupAssigned("Cleo", "Team", A.Now.AddDays(1), side: GroupSide.Owner)
            .Build();

    [TestCase("roleEligibility", "roleEligibilityScheduleId")]
    [TestCase("roleAssignment", "roleAssignmentScheduleId")]
    public async Task Every_instance_has_its_schedule_and_what_is_coming_has_a_schedule_only(
        string list,
        string property
    )
    {
        await using var graph = await GraphClient.StartAsync(Tenant);
        var instances = await graph.GetAsync($"{Roles}{list}ScheduleInstances");
        var schedules = await graph.GetAsync($"{Roles}{list}Schedules");

        Assert.Multiple(() =>
        {
            Assert.That(schedules.Column("id").SkipLast(1), Is.EqualTo(instances.Column(property)));
            Assert.That(
                schedules.Rows[^1]["scheduleInfo"]!["startDateTime"]!.ToString(),
                Is.EqualTo("2026-10-02T06:00:00Z")
            );
        });
    }

    [Test]
    public async Task Made_outside_pim_is_created_using_nothing_and_without_expiration()
    {
        await using var graph = await GraphClient.StartAsync(Tenant);
        var rows = (await graph.GetAsync(Roles + "roleAssignmentSchedules")).Rows;

        Assert.That(
            rows.Select(row =>
                (
                    row["createdUsing"] is null,
                    row["createdDateTime"] is null,
                    row["scheduleInfo"]!["expiration"]!["type"]!.ToString()
                )
            ),
            Is.EqualTo([
                (false, false, "afterDateTime"),
                (true, true, "noExpiration"),
                (false, false, "noExpiration"),
                (false, false, "noExpiration"),
            ])
        );
    }

    [Test]
    public async Task A_schedule_in_the_future_is_no_assignment()
    {
        var tenant = Tenant;
        await using var graph = await GraphClient.StartAsync(tenant);

        Assert.That(
            (await graph.GetAsync($"{Roles}roleAssignments?$filter=principalId eq '{tenant.IdOf("Cleo")}'")).Rows,
            Is.Empty
        );
    }

    [Test]
    public async Task An_activation_names_the_schedule_that_it_uses()
    {
        await using var graph = await GraphClient.StartAsync(Tenant);
        var active = await graph.GetAsync(Roles + "roleAssignmentSchedules?$expand=activatedUsing,principal");
        var eligible = await graph.GetAsync(Roles + "roleEligibilitySchedules");

        Assert.Multiple(() =>
        {
            Assert.That(active.Rows[0]["activatedUsing"]!["id"]!.ToString(), Is.EqualTo(eligible.Column("id")[0]));
            Assert.That(active.Rows[1]["activatedUsing"], Is.Null);
            Assert.That(active.Rows[0]["principal"]!["displayName"]!.ToString(), Is.EqualTo("Ada"));
        });
    }

    [Test]
    public async Task Schedules_are_filtered()
    {
        var tenant = Tenant;
        await using var graph = await GraphClient.StartAsync(tenant);
        var path = $"{Roles}roleAssignmentSchedules?$select=principalId&$filter=assignmentType eq 'Assigned'";

        Assert.That(
            (await graph.GetAsync($"{path} and principalId eq '{tenant.IdOf("Ben")}'")).Rows,
            Has.Count.EqualTo(2)
        );
    }

    [TestCase("eligibility", "member Ada,member Cleo")]
    [TestCase("assignment", "member Ben,owner Cleo")]
    public async Task Schedules_of_a_group_hold_what_is_coming(string list, string rows)
    {
        var tenant = Tenant;
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(
            $"{GroupPim}{list}Schedules?$filter=groupId eq '{tenant.IdOf("Team")}'&$expand=principal"
        );
        var instances = await graph.GetAsync(
            $"{GroupPim}{list}ScheduleInstances?$filter=groupId eq '{tenant.IdOf("Team")}'"
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                string.Join(',', reply.Rows.Select(row => $"{row["accessId"]} {row["principal"]!["displayName"]}")),
                Is.EqualTo(rows)
            );
            Assert.That(instances.Rows, Has.Count.EqualTo(1));
            Assert.That(reply.Column("id")[0], Is.EqualTo(instances.Column($"{list}ScheduleId")[0]));
        });
    }

    [Test]
    public async Task Schedules_of_a_principal_are_found_in_every_group()
    {
        var tenant = Tenant;
        await using var graph = await GraphClient.StartAsync(tenant);

        Assert.That(
            (
                await graph.GetAsync(
                    $"{GroupPim}assignmentSchedules?$filter=principalId eq '{tenant.IdOf("Cleo")}'&$select=groupId"
                )
            ).Column("groupId"),
            Is.EqualTo([$"{tenant.IdOf("Team")}"])
        );
    }

    [TestCase(Roles + "roleEligibilitySchedules?$top=5", "InvalidFilter")]
    [TestCase(Roles + "roleAssignmentSchedules?$expand=principal($select=id)", "InvalidFilter")]
    [TestCase(Roles + "roleAssignmentSchedules?$filter=createdUsing eq null", "InvalidFilter")]
    [TestCase(GroupPim + "eligibilitySchedules", "MissingProvider")]
    [TestCase(GroupPim + "assignmentSchedules?$filter=accessId eq 'owner'", "MissingProvider")]
    public async Task Schedules_refuse_as_instances_do(string path, string code)
    {
        await using var graph = await GraphClient.StartAsync(Tenant);
        var reply = await graph.GetAsync(path);

        Assert.Multiple(() =>
        {
            Assert.That(reply.Status, Is.EqualTo(400));
            Assert.That(reply.Body.ToJsonString(), Does.Contain(code));
        });
    }

    [Test]
    public void What_will_be_has_not_begun() =>
        Assert.That(() => A.Tenant.Users("Ada").WillBeEligible("Ada", Teams, A.Now), Throws.ArgumentException);
}
