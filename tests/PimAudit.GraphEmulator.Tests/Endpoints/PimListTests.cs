namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class PimListTests
{
    private const string Roles = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";
    private const string Exchange = "Exchange Administrator";

    private static EmulatedTenant Working =>
        A
            .Tenant.Users("Ada", "Ben")
            .Group("RAG - Exchange Admins", roleAssignable: true)
            .AddMember("Ada", "RAG - Exchange Admins")
            .MakeEligible("RAG - Exchange Admins", Exchange)
            .Activate("Ada", Exchange, A.Now.AddHours(4), @using: "RAG - Exchange Admins")
            .Assign("Ben", Exchange, outsidePim: true)
            .Build();

    [Test]
    public async Task An_activation_stands_in_both_lists()
    {
        await using var graph = await GraphClient.StartAsync(Working);
        var assignments = await graph.GetAsync(Roles + "roleAssignments");
        var instances = await graph.GetAsync(Roles + "roleAssignmentScheduleInstances");

        Assert.Multiple(() =>
        {
            Assert.That(instances.Column("assignmentType"), Is.EqualTo(["Activated", "Assigned"]));
            Assert.That(instances.Column("roleAssignmentOriginId"), Is.EqualTo(assignments.Column("id")));
        });
    }

    [Test]
    public async Task Activated_using_comes_with_expand_only_and_names_the_group()
    {
        var tenant = Working;
        await using var graph = await GraphClient.StartAsync(tenant);
        const string Path = Roles + "roleAssignmentScheduleInstances";
        var plain = await graph.GetAsync(Path);
        var expanded = await graph.GetAsync(Path + "?$expand=activatedUsing");

        Assert.Multiple(() =>
        {
            Assert.That(plain.Rows[0].ContainsKey("activatedUsing"), Is.False);
            Assert.That(
                expanded.Rows[0]["activatedUsing"]!["principalId"]!.ToString(),
                Is.EqualTo($"{tenant.IdOf("RAG - Exchange Admins")}")
            );
            Assert.That(expanded.Rows[1]["activatedUsing"], Is.Null);
        });
    }

    [Test]
    public async Task What_was_made_outside_pim_has_no_dates_and_its_own_id_as_schedule()
    {
        await using var graph = await GraphClient.StartAsync(Working);
        var reply = await graph.GetAsync(
            Roles + "roleAssignmentScheduleInstances?$filter=assignmentType eq 'Assigned'"
        );
        var row = reply.Rows.Single();

        Assert.That(
            (row["startDateTime"], row["endDateTime"], row["roleAssignmentScheduleId"]!.ToString()),
            Is.EqualTo((default(object), default(object), row["id"]!.ToString()))
        );
    }

    [Test]
    public async Task The_id_of_an_assignment_encodes_role_and_principal()
    {
        var tenant = Working;
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(Roles + $"roleAssignments?$filter=principalId eq '{tenant.IdOf("Ben")}'");
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(reply.Column("id").Single()!.AsSpan(0, 43));

        Assert.That(
            (new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16))),
            Is.EqualTo((tenant.IdOf(Exchange), tenant.IdOf("Ben")))
        );
    }

    [Test]
    public async Task Principals_that_are_gone_expand_to_null()
    {
        var tenant = new TenantBuilder(Working).Purge("Ben").Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(Roles + "roleAssignments?$expand=principal");

        Assert.That(
            reply.Rows.Select(row => row["principal"]?["displayName"]?.ToString()),
            Is.EqualTo(new[] { "Ada", null })
        );
    }

    [Test]
    public async Task All_built_in_roles_are_there_and_page()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var first = await graph.GetAsync(Roles + "roleDefinitions");
        var all = await graph.AllAsync(Roles + "roleDefinitions");

        Assert.That((first.Rows.Count, all.Count), Is.EqualTo((100, 145)));
    }

    [Test]
    public async Task A_custom_role_has_its_own_id_and_actions()
    {
        var tenant = A.Tenant.CustomRole("Group Writer", "microsoft.directory/groups/members/update").Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(Roles + "roleDefinitions?$filter=isBuiltIn eq false");
        var row = reply.Rows.Single();

        Assert.That(
            (row["id"]!.ToString(), row["rolePermissions"]![0]!["allowedResourceActions"]!.ToJsonString()),
            Is.EqualTo(($"{tenant.IdOf("Group Writer")}", """["microsoft.directory/groups/members/update"]"""))
        );
    }

    [Test]
    public async Task Group_rows_answer_for_a_group_or_a_principal()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Group("One")
            .Group("Two")
            .GroupEligible("Ada", "One")
            .GroupEligible("Ada", "Two", GroupSide.Owner)
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        const string Path = GroupPim + "eligibilityScheduleInstances?$filter=";
        var ofGroup = await graph.GetAsync($"{Path}groupId eq '{tenant.IdOf("One")}'&$expand=principal,group");
        var ofPrincipal = await graph.GetAsync($"{Path}principalId eq '{tenant.IdOf("Ada")}'");
        var ofNobody = await graph.GetAsync($"{Path}groupId eq '{Guid.Empty}'");

        Assert.Multiple(() =>
        {
            Assert.That(ofGroup.Rows.Single()["group"]!["displayName"]!.ToString(), Is.EqualTo("One"));
            Assert.That(ofGroup.Rows.Single()["principal"]!["displayName"]!.ToString(), Is.EqualTo("Ada"));
            Assert.That(ofPrincipal.Column("accessId"), Is.EqualTo(["member", "owner"]));
            Assert.That(ofNobody.Status, Is.EqualTo(404));
        });
    }

    [Test]
    public async Task A_plain_member_is_assigned_without_dates()
    {
        var tenant = A.Tenant.Users("Ada").Group("One").AddMember("Ada", "One").Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(
            GroupPim + $"assignmentScheduleInstances?$filter=groupId eq '{tenant.IdOf("One")}'"
        );
        var row = reply.Rows.Single();

        Assert.Multiple(() =>
        {
            Assert.That(
                (row["assignmentType"]!.ToString(), row["startDateTime"], row["endDateTime"]),
                Is.EqualTo(("Assigned", default(object), default(object)))
            );
            Assert.That(row["assignmentScheduleId"]!.ToString(), Is.EqualTo(row["id"]!.ToString()));
            Assert.That(row["id"]!.ToString(), Does.StartWith($"{tenant.IdOf("One")}_member_"));
        });
    }
}
