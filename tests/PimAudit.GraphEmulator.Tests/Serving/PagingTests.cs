namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class PagingTests
{
    private static readonly string[] Names = ["Ada", "Ben", "Cleo", "Dan", "Eve"];

    private static EmulatedTenant Five => A.Tenant.Users(Names).Build();

    [Test]
    public async Task Pages_follow_each_other_over_a_link_on_the_own_origin()
    {
        await using var graph = await GraphClient.StartAsync(Five, new EmulatorOptions { PageSize = 2 });

        var first = await graph.GetAsync("users?$select=displayName");
        var all = await graph.AllAsync("users?$select=displayName");

        Assert.Multiple(() =>
        {
            Assert.That(first.Column("displayName"), Is.EqualTo(["Ada", "Ben"]));
            Assert.That(first.Text("@odata.nextLink"), Does.StartWith($"{graph.Server.BaseAddress}v1.0/users?"));
            Assert.That(all.Select(row => row["displayName"]!.ToString()), Is.EqualTo(Names));
        });
    }

    [Test]
    public async Task A_link_leads_back_to_the_host_that_was_asked_also_out_of_a_batch()
    {
        await using var graph = await GraphClient.StartAsync(Five, new EmulatorOptions { PageSize = 2 });
        graph.Http.DefaultRequestHeaders.Host = "localhost:8877";

        var alone = await graph.GetAsync("users?$select=displayName");
        var batched = await graph.BatchAsync("users?$select=displayName");

        Assert.Multiple(() =>
        {
            Assert.That(alone.Text("@odata.nextLink"), Does.StartWith("http://localhost:8877/v1.0/users?"));
            Assert.That(batched[0]["body"]!["@odata.nextLink"]!.ToString(), Is.EqualTo(alone.Text("@odata.nextLink")));
        });
    }

    [Test]
    public async Task Top_sets_the_size_of_a_page_where_the_service_takes_it()
    {
        await using var graph = await GraphClient.StartAsync(Five, new EmulatorOptions { PageSize = 2 });

        Assert.That((await graph.GetAsync("users?$top=4")).Rows, Has.Count.EqualTo(4));
    }

    [TestCase("users?$top=999", 200)]
    [TestCase("users?$top=1000", 400)]
    [TestCase("users?$top=0", 400)]
    [TestCase("users?$top=500&$select=signInActivity", 200)]
    [TestCase("users?$top=501&$select=signInActivity", 400)]
    public async Task Top_has_a_limit(string path, int status)
    {
        await using var graph = await GraphClient.StartAsync(Five);

        Assert.That((await graph.GetAsync(path)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_token_is_good_only_for_its_own_query()
    {
        await using var graph = await GraphClient.StartAsync(Five, new EmulatorOptions { PageSize = 2 });
        var first = await graph.GetAsync("users");
        var token = first.Text("@odata.nextLink")!.Split("$skiptoken=")[1];

        Assert.That((await graph.GetAsync($"groups?$skiptoken={token}")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task The_count_stands_on_the_first_page_only()
    {
        await using var graph = await GraphClient.StartAsync(Five, new EmulatorOptions { PageSize = 3 });

        var first = await graph.GetAsync("users?$count=true", eventual: true);
        var link = first.Text("@odata.nextLink")!.Split("/v1.0/")[1];
        var second = await graph.GetAsync(link, eventual: true);
        var withoutHeader = await graph.GetAsync(link);

        Assert.Multiple(() =>
        {
            Assert.That(first.Text("@odata.count"), Is.EqualTo("5"));
            Assert.That(second.Rows, Has.Count.EqualTo(2));
            Assert.That(second.Text("@odata.count"), Is.Null);
            Assert.That(withoutHeader.Status, Is.EqualTo(400), "Headers are not repeated by themselves.");
        });
    }

    [Test]
    public async Task The_first_page_can_be_empty_and_have_a_next_one()
    {
        await using var graph = await GraphClient.StartAsync(
            Five,
            new EmulatorOptions { PageSize = 2, EmptyFirstPages = true }
        );

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await graph.GetAsync("users")).Rows, Is.Empty);
            Assert.That(await graph.AllAsync("users"), Has.Count.EqualTo(5));
        });
    }
}
