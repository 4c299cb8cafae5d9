using System.Net.Http.Headers;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class OutageTests
{
    private static Task<GraphClient> With(params EmulatorFault[] faults) =>
        GraphClient.StartAsync(A.Tenant.Users("Ada", "Ben").Build(), new EmulatorOptions { Faults = faults });

    [TestCase(FaultKind.ServiceUnavailable, "9", 503, "9")]
    [TestCase(FaultKind.ServiceUnavailable, null, 503, null)]
    [TestCase(FaultKind.GatewayTimeout, "9", 504, null)]
    public async Task A_service_can_be_away(FaultKind kind, string? header, int status, string? retryAfter)
    {
        await using var graph = await With(new EmulatorFault("users", kind) { RetryAfter = header });
        var outer = await graph.GetAsync("users");
        var inner = (await graph.BatchAsync("users")).Single();

        Assert.That(
            (
                outer.Status,
                outer.RetryAfter,
                inner["status"]!.GetValue<int>(),
                inner["headers"]!["Retry-After"]?.ToString()
            ),
            Is.EqualTo((status, retryAfter, status, retryAfter))
        );
    }

    [TestCase(false, """{"displayName":"Ada"}""")]
    [TestCase(true, """{"displayName":"Ada","id":7}""")]
    public async Task The_first_row_can_be_malformed(bool wrongType, string first)
    {
        await using var graph = await With(
            new EmulatorFault("users", FaultKind.MalformedEntity) { WrongType = wrongType }
        );
        var rows = (await graph.GetAsync("users?$select=id,displayName")).Rows;

        Assert.Multiple(() =>
        {
            Assert.That(rows[0].ToJsonString(), Is.EqualTo(first));
            Assert.That(Guid.TryParse(rows[1]["id"]!.ToString(), out _), Is.True);
        });
    }

    [Test]
    public async Task A_malformed_answer_does_not_spoil_the_next()
    {
        await using var graph = await With(new EmulatorFault("users", FaultKind.MalformedEntity, Times: 1));
        await graph.GetAsync("users?$select=id");

        Assert.That((await graph.GetAsync("users?$select=id")).Rows[0].ContainsKey("id"), Is.True);
    }

    [TestCase(FaultKind.ForeignPort, "http", 1)]
    [TestCase(FaultKind.ForeignScheme, "https", 0)]
    public async Task A_next_link_can_leave_the_origin(FaultKind kind, string scheme, int ports)
    {
        await using var graph = await With(new EmulatorFault("users", kind));
        var link = new Uri((await graph.GetAsync("users?$top=5")).Text("@odata.nextLink")!);

        Assert.That(
            (link.Scheme, link.Host, link.Port, link.PathAndQuery),
            Is.EqualTo((scheme, "127.0.0.1", graph.Server.BaseAddress.Port + ports, "/v1.0/users?$top=5"))
        );
    }

    [Test]
    public async Task A_batch_can_lose_an_answer()
    {
        await using var graph = await With(new EmulatorFault("users", FaultKind.LostInnerAnswer, Times: 1));
        var outer = await graph.GetAsync("users");
        var answers = await graph.BatchAsync("organization", "users", "groups");

        Assert.Multiple(() =>
        {
            Assert.That(outer.Status, Is.EqualTo(200));
            Assert.That(answers.Select(answer => answer["id"]!.ToString()), Is.EqualTo(["0", "2"]));
            Assert.That(graph.Server.Requests.Select(request => request.Status), Is.EqualTo([200, 200, 0, 200, 200]));
        });
    }

    [Test]
    public async Task An_expired_token_is_dead_and_another_lives()
    {
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Build(),
            new EmulatorOptions
            {
                AccessToken = "first",
                MoreAccessTokens = ["second"],
                Faults = [new EmulatorFault("/groups", FaultKind.TokenExpired, Times: 1)],
            }
        );
        var inner = await graph.BatchAsync("users", "groups", "users");
        var dead = await graph.GetAsync("users");
        graph.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "second");
        var alive = await graph.GetAsync("groups");

        Assert.Multiple(() =>
        {
            Assert.That(inner.Select(answer => answer["status"]!.GetValue<int>()), Is.EqualTo([200, 401, 401]));
            Assert.That(
                (dead.Status, dead.ErrorCode, alive.Status),
                Is.EqualTo((401, "InvalidAuthenticationToken", 200))
            );
        });
    }

    [TestCase(1, 3)]
    [TestCase(0, 2)]
    public async Task A_batch_waits_once_and_for_its_slowest_on_the_clock_that_was_given(int slow, int seconds)
    {
        var time = new HeldTime();
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Build(),
            new EmulatorOptions
            {
                Time = time,
                Latency = TimeSpan.FromSeconds(2),
                Faults = [new EmulatorFault("users", FaultKind.Slow, slow)],
            }
        );
        var asked = graph.BatchAsync("users", "users", "groups");
        var waits = await time.WaitsAsync(1);
        time.End();
        var answers = await asked;

        Assert.Multiple(() =>
        {
            Assert.That(waits, Is.EqualTo([TimeSpan.FromSeconds(seconds)]));
            Assert.That(answers.Select(answer => answer["status"]!.GetValue<int>()), Is.EqualTo([200, 200, 200]));
        });
    }
}
