using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Samples;

internal sealed class SampleTenantTests
{
    private const string Roles = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";

    [Test]
    public async Task Contoso_has_the_size_that_its_page_says()
    {
        await using var graph = await GraphClient.StartAsync(SampleTenants.Contoso());
        var assigned = await graph.AllAsync(Roles + "roleAssignments");
        var eligible = await graph.AllAsync(Roles + "roleEligibilityScheduleInstances");

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await graph.AllAsync("users"), Has.Count.EqualTo(60), "57 people and three accounts");
            Assert.That(await graph.AllAsync("groups"), Has.Count.EqualTo(14));
            Assert.That(await graph.AllAsync("servicePrincipals"), Has.Count.EqualTo(1));
            Assert.That(await graph.AllAsync("directory/administrativeUnits"), Has.Count.EqualTo(1));
            Assert.That(
                assigned.Concat(eligible).Select(row => row["roleDefinitionId"]!.ToString()).Distinct().Count(),
                Is.EqualTo(25)
            );
        });
    }

    [Test]
    public async Task Only_miriams_assignment_is_in_one_list()
    {
        await using var graph = await GraphClient.StartAsync(SampleTenants.Contoso());
        var assignments = await IdsAsync(graph, Roles + "roleAssignments", "id");
        var instances = await IdsAsync(graph, Roles + "roleAssignmentScheduleInstances", "roleAssignmentOriginId");
        var row = (await graph.AllAsync(Roles + "roleAssignments")).Single(row =>
            !instances.Contains(row["id"]!.ToString())
        );

        Assert.Multiple(() =>
        {
            Assert.That(instances.Except(assignments), Is.Empty);
            Assert.That(row["principalId"]!.ToString(), Is.EqualTo($"{SampleTenants.Contoso().IdOf("Miriam Cohen")}"));
        });
    }

    [Test]
    public async Task Fabrikams_lists_agree_but_for_what_has_ended()
    {
        await using var graph = await GraphClient.StartAsync(SampleTenants.Fabrikam());
        var assignments = await IdsAsync(graph, Roles + "roleAssignments", "id");
        var instances = await graph.AllAsync(Roles + "roleAssignmentScheduleInstances");
        var onlyInstances = instances.Where(row => !assignments.Contains(row["id"]!.ToString()));

        Assert.Multiple(() =>
        {
            Assert.That(assignments.Except(instances.Select(row => row["id"]!.ToString())), Is.Empty);
            Assert.That(
                onlyInstances.Select(row => row["endDateTime"]!.ToString()),
                Is.EqualTo(["2026-09-30T06:00:00Z"])
            );
        });
    }

    [Test]
    public async Task People_at_work_are_directory_members_and_activated_in_pim()
    {
        var tenant = SampleTenants.Contoso();
        await using var graph = await GraphClient.StartAsync(tenant);
        var group = tenant.IdOf("RAG - Helpdesk Admins");
        var members = await graph.GetAsync($"groups/{group}/members?$select=displayName");
        var instances = await graph.GetAsync(GroupPim + $"assignmentScheduleInstances?$filter=groupId eq '{group}'");

        Assert.Multiple(() =>
        {
            Assert.That(members.Column("displayName"), Is.EqualTo(["Lucia Romano", "Emily Carter"]));
            Assert.That(
                instances.Rows.Select(row => $"{row["assignmentType"]} {row["accessId"]}"),
                Is.EqualTo(["Assigned owner", "Assigned member", "Activated member"])
            );
        });
    }

    [Test]
    public async Task The_deleted_person_is_among_the_deleted_items_only()
    {
        var tenant = SampleTenants.Contoso();
        await using var graph = await GraphClient.StartAsync(tenant);
        var id = tenant.IdOf("Yara Mansour");
        var deleted = await graph.GetAsync($"directory/deletedItems/{id}");
        var user = await graph.GetAsync($"users/{id}");

        Assert.That(
            (deleted.Text("@odata.type"), deleted.Text("deletedDateTime"), user.Status),
            Is.EqualTo(("#microsoft.graph.user", "2026-09-05T06:00:00Z", 404))
        );
    }

    [Test]
    public void Ids_are_the_same_in_every_build()
    {
        Assert.That(
            SampleTenants.Contoso().IdOf("Nadia Haddad"),
            Is.EqualTo(new Guid("44187c15-dace-836f-875d-878350ea5f1b"))
        );
    }

    [Test]
    public void The_configuration_names_the_emergency_accounts_by_id()
    {
        var tenant = SampleTenants.Fabrikam();

        Assert.That(
            SampleTenants.FabrikamConfiguration,
            Does.Contain($"tenant: {tenant.Id}")
                .And.Contain($"- {tenant.IdOf("Emergency Access One")} #")
                .And.Contain($"- {tenant.IdOf("Emergency Access Two")} #")
        );
    }

    private static async Task<HashSet<string>> IdsAsync(GraphClient graph, string path, string property) =>
        (await graph.AllAsync(path)).Select(row => Text(row, property)).ToHashSet(StringComparer.Ordinal);

    private static string Text(JsonObject row, string property) => row[property]!.ToString();
}
