using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class BatchTests
{
    [Test]
    public async Task Each_request_has_its_own_status_and_body()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Users("Ada").Build());
        var answers = await graph.BatchAsync("users?$select=displayName", "users?$skip=1", "nonsense");

        Assert.Multiple(() =>
        {
            Assert.That(answers.Select(answer => answer["status"]!.GetValue<int>()), Is.EqualTo([200, 400, 400]));
            Assert.That(answers[0]["body"]!["value"]!.ToJsonString(), Is.EqualTo("""[{"displayName":"Ada"}]"""));
        });
    }

    [Test]
    public async Task Answers_come_in_another_order()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var reply = await graph.PostAsync("$batch", Of(Enumerable.Range(0, 3).Select(Step)));

        Assert.That(
            reply.Body["responses"]!.AsArray().Select(response => response!["id"]!.ToString()),
            Is.EqualTo(["2", "1", "0"])
        );
    }

    [TestCase("application/json", 200)]
    [TestCase("application/json; charset=utf-8", 200)]
    [TestCase("text/plain", 400)]
    public async Task A_batch_is_sent_as_JSON(string type, int status)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        using var content = new StringContent(Of([Step(0)]).ToJsonString());
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        using var answer = await graph.Http.PostAsync("v1.0/$batch", content);

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase(20, 200)]
    [TestCase(21, 400)]
    [TestCase(0, 400)]
    public async Task Twenty_requests_fit(int number, int status)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());

        Assert.That(
            (await graph.PostAsync("$batch", Of(Enumerable.Range(0, number).Select(Step)))).Status,
            Is.EqualTo(status)
        );
    }

    [Test]
    public async Task Ids_are_unique_whatever_their_case()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var body = Of([Step("a", "GET", "/users"), Step("A", "GET", "/users")]);

        Assert.That((await graph.PostAsync("$batch", body)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Headers_of_an_inner_request_are_its_own()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var eventual = Step("0", "GET", "/users?$count=true");
        eventual["headers"] = new JsonObject { ["consistencylevel"] = "eventual" };
        var reply = await graph.PostAsync("$batch", Of([eventual, Step("1", "GET", "/users?$count=true")]));

        Assert.That(
            reply.Body["responses"]!.AsArray().Select(response => $"{response!["id"]} {response["status"]}"),
            Is.EqualTo(["1 400", "0 200"])
        );
    }

    [Test]
    public async Task An_inner_write_is_not_allowed_and_a_batch_in_a_batch_neither()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var body = Of([
            Step("0", "POST", "/groups"),
            Step("1", "DELETE", "/groups/62e90394-69f5-4237-9190-012177145e10"),
            Step("2", "POST", "/$batch"),
        ]);
        var reply = await graph.PostAsync("$batch", body);

        Assert.That(
            reply.Body["responses"]!.AsArray().Select(response => $"{response!["id"]} {response["status"]}"),
            Is.EqualTo(["2 400", "1 405", "0 405"])
        );
    }

    [Test]
    public async Task The_record_tells_inner_from_outer()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        await graph.BatchAsync("users?$filter=startsWith(displayName,'A%20B')", "groups?$skip=1");

        Assert.That(
            graph.Server.Requests,
            Is.EqualTo([
                new RecordedRequest("GET", "/v1.0/users?$filter=startsWith(displayName,'A B')", IsInner: true, 200),
                new RecordedRequest("GET", "/v1.0/groups?$skip=1", IsInner: true, 400),
                new RecordedRequest("POST", "/v1.0/$batch", IsInner: false, 200),
            ])
        );
    }

    [Test]
    public async Task The_next_link_of_an_inner_answer_is_followed_outside()
    {
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Users("Ada", "Ben").Build(),
            new EmulatorOptions { PageSize = 1 }
        );
        var answers = await graph.BatchAsync("users?$select=displayName");
        var link = answers[0]["body"]!["@odata.nextLink"]!.ToString();

        Assert.That((await graph.GetAsync(link.Split("/v1.0/")[1])).Column("displayName"), Is.EqualTo(["Ben"]));
    }

    private static JsonObject Of(IEnumerable<JsonObject> steps) => new() { ["requests"] = new JsonArray([.. steps]) };

    private static JsonObject Step(int id) => Step($"{id}", "GET", "/organization");

    private static JsonObject Step(string id, string method, string url) =>
        new()
        {
            ["id"] = id,
            ["method"] = method,
            ["url"] = url,
        };
}
