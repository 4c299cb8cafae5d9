using System.Text;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class DirectoryTests
{
    private static EmulatedTenant Team =>
        A
            .Tenant.User("Ada Stone", jobTitle: "Engineer")
            .User("Ben Wood", guest: true)
            .ServicePrincipal("Robot")
            .Group("Inner")
            .Group("RAG - Outer", roleAssignable: true)
            .AddMembers("Inner", "Ben Wood")
            .AddMembers("RAG - Outer", "Ada Stone", "Inner", "Robot")
            .AddOwner("Ada Stone", "RAG - Outer")
            .Build();

    [Test]
    public async Task Without_select_a_user_has_the_default_properties()
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var reply = await graph.GetAsync("users?$filter=displayName eq 'Ada Stone'");

        Assert.That(
            reply.Rows.Single().Select(property => property.Key),
            Is.EqualTo([
                "businessPhones",
                "displayName",
                "givenName",
                "jobTitle",
                "mail",
                "mobilePhone",
                "officeLocation",
                "preferredLanguage",
                "surname",
                "userPrincipalName",
                "id",
            ])
        );
    }

    [Test]
    public async Task Select_leaves_nothing_else()
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var reply = await graph.GetAsync("users?$select=accountEnabled,userType&$filter=userType eq 'Guest'");

        Assert.That(reply.Rows.Single().ToJsonString(), Is.EqualTo("""{"accountEnabled":true,"userType":"Guest"}"""));
    }

    [Test]
    public async Task Graph_says_null_and_not_false_for_an_ordinary_group()
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var all = await graph.GetAsync("groups?$select=isAssignableToRole,onPremisesSyncEnabled");
        var roleAssignable = await graph.GetAsync("groups?$filter=isAssignableToRole eq true&$select=displayName");

        Assert.Multiple(() =>
        {
            Assert.That(all.Column("isAssignableToRole"), Is.EqualTo(new[] { null, "true" }));
            Assert.That(all.Column("onPremisesSyncEnabled"), Is.EqualTo(new string?[] { null, null }));
            Assert.That(roleAssignable.Column("displayName"), Is.EqualTo(["RAG - Outer"]));
        });
    }

    [Test]
    public async Task Groups_are_found_by_the_beginning_of_their_name()
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var reply = await graph.GetAsync("groups?$filter=startsWith(displayName,'RAG - ')&$select=displayName");

        Assert.That(reply.Column("displayName"), Is.EqualTo(["RAG - Outer"]));
    }

    [TestCase(15, 200)]
    [TestCase(16, 400)]
    public async Task A_filter_takes_fifteen_ids(int number, int status)
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var ids = string.Join(
            ',',
            Enumerable.Range(0, number).Select(index => $"'{new Guid(index, 0, 0, new byte[8])}'")
        );

        Assert.That((await graph.GetAsync($"users?$filter=id in ({ids})")).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Ids_that_are_not_there_are_left_out_of_an_answer()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var (ada, group) = (tenant.IdOf("Ada Stone"), tenant.IdOf("Inner"));
        var reply = await graph.GetAsync($"users?$filter=id in ('{group}','{ada}','{Guid.Empty}')&$select=displayName");

        Assert.That(reply.Column("displayName"), Is.EqualTo(["Ada Stone"]));
    }

    [TestCase("ada.stone@contoso.example", "Ada Stone")]
    [TestCase("ADA.STONE@contoso.example", "Ada Stone")]
    [TestCase("ben.wood_partner.example%23EXT%23%40contoso.example", "Ben Wood")]
    public async Task A_user_is_found_by_user_principal_name(string name, string displayName)
    {
        await using var graph = await GraphClient.StartAsync(Team);

        Assert.That((await graph.GetAsync($"users/{name}")).Text("displayName"), Is.EqualTo(displayName));
    }

    [Test]
    public async Task Sign_in_activity_wants_the_object_id()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var byName = await graph.GetAsync("users/ada.stone@contoso.example?$select=signInActivity");
        var byId = await graph.GetAsync($"users/{tenant.IdOf("Ada Stone")}?$select=signInActivity");

        Assert.That((byName.Status, byId.Status), Is.EqualTo((400, 200)));
    }

    [Test]
    public async Task Members_of_several_kinds_carry_their_type()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var members = await graph.GetAsync($"groups/{tenant.IdOf("RAG - Outer")}/members?$select=id,displayName");
        var owners = await graph.GetAsync($"groups/{tenant.IdOf("RAG - Outer")}/owners");

        Assert.Multiple(() =>
        {
            Assert.That(
                members.Rows.Select(row => $"{row["@odata.type"]} {row["displayName"]}"),
                Is.EqualTo([
                    "#microsoft.graph.user Ada Stone",
                    "#microsoft.graph.group Inner",
                    "#microsoft.graph.servicePrincipal Robot",
                ])
            );
            Assert.That(owners.Column("displayName"), Is.EqualTo(["Ada Stone"]));
        });
    }

    [TestCase("graph.user", "Ada Stone|Ben Wood")]
    [TestCase("microsoft.graph.user", "Ada Stone|Ben Wood")]
    [TestCase("graph.group", "Inner")]
    [TestCase("microsoft.graph.group", "Inner")]
    public async Task Both_spellings_of_a_cast_are_taken(string cast, string names)
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var path = $"groups/{tenant.IdOf("RAG - Outer")}/transitiveMembers/{cast}?$select=displayName&$count=true";

        Assert.That((await graph.GetAsync(path, eventual: true)).Column("displayName"), Is.EqualTo(names.Split('|')));
    }

    [TestCase("?$count=true", false)]
    [TestCase("", true)]
    public async Task A_cast_wants_the_count_and_the_header(string query, bool eventual)
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var path = $"groups/{tenant.IdOf("RAG - Outer")}/members/microsoft.graph.user{query}";

        Assert.That((await graph.GetAsync(path, eventual)).ErrorCode, Is.EqualTo("Request_UnsupportedQuery"));
    }

    [Test]
    public async Task Groups_around_a_user_and_around_a_group_are_found()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        const string Cast = "microsoft.graph.group?$select=displayName&$count=true";
        var aroundBen = await graph.GetAsync(
            $"users/{tenant.IdOf("Ben Wood")}/transitiveMemberOf/{Cast}",
            eventual: true
        );
        var aroundInner = await graph.GetAsync($"groups/{tenant.IdOf("Inner")}/memberOf/{Cast}", eventual: true);

        Assert.Multiple(() =>
        {
            Assert.That(aroundBen.Column("displayName"), Is.EqualTo(["Inner", "RAG - Outer"]));
            Assert.That(aroundInner.Column("displayName"), Is.EqualTo(["RAG - Outer"]));
        });
    }

    [TestCase("Directory.Read.All", 0)]
    [TestCase("Directory.Read.All Member.Read.Hidden", 3)]
    public async Task A_hidden_membership_looks_empty_without_the_permission(string scopes, int members)
    {
        var tenant = new TenantBuilder(Team).HideMembership("RAG - Outer").Build();
        var claims = new JsonObject { ["scp"] = scopes }.ToJsonString();
        var token = $"e30.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.x";
        await using var graph = await GraphClient.StartAsync(tenant, new EmulatorOptions { AccessToken = token });
        var reply = await graph.GetAsync($"groups/{tenant.IdOf("RAG - Outer")}/members");

        Assert.That((reply.Status, reply.Rows.Count), Is.EqualTo((200, members)));
    }

    [Test]
    public async Task GetByIds_tells_the_kind_and_few_properties_and_leaves_out_what_is_not_there()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var ids = new JsonArray($"{tenant.IdOf("Robot")}", $"{Guid.Empty}", $"{tenant.IdOf("Ada Stone")}");
        var reply = await graph.PostAsync("directoryObjects/getByIds", new JsonObject { ["ids"] = ids });

        Assert.Multiple(() =>
        {
            Assert.That(
                reply.Column("@odata.type"),
                Is.EqualTo(["#microsoft.graph.servicePrincipal", "#microsoft.graph.user"])
            );
            Assert.That(reply.Rows[1].ContainsKey("accountEnabled"), Is.False);
            Assert.That(reply.Rows[1].ContainsKey("userType"), Is.False);
        });
    }

    [TestCase(1000, 200)]
    [TestCase(1001, 400)]
    public async Task GetByIds_takes_a_thousand(int number, int status)
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var ids = Enumerable.Range(0, number).Select(index => (JsonNode)$"{new Guid(index, 0, 0, new byte[8])}");
        var body = new JsonObject { ["ids"] = new JsonArray([.. ids]) };

        Assert.That((await graph.PostAsync("directoryObjects/getByIds", body)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task GetByIds_keeps_to_the_types_asked_for()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var body = new JsonObject
        {
            ["ids"] = new JsonArray($"{tenant.IdOf("Robot")}", $"{tenant.IdOf("Inner")}"),
            ["types"] = new JsonArray("group"),
        };

        Assert.That(
            (await graph.PostAsync("directoryObjects/getByIds", body)).Column("displayName"),
            Is.EqualTo(["Inner"])
        );
    }

    [Test]
    public async Task Deleted_foreign_and_living_are_told_apart()
    {
        var tenant = new TenantBuilder(Team).Foreign("Partner").Delete("Ben Wood").Build();
        await using var graph = await GraphClient.StartAsync(tenant);

        var statuses = new[]
        {
            (await graph.GetAsync($"directory/deletedItems/{tenant.IdOf("Ben Wood")}")).Status,
            (await graph.GetAsync($"directory/deletedItems/{tenant.IdOf("Partner")}")).Status,
            (await graph.GetAsync($"directory/deletedItems/{tenant.IdOf("Ada Stone")}")).Status,
        };

        Assert.That(statuses, Is.EqualTo([200, 404, 404]));
    }
}
