using Microsoft.Extensions.Time.Testing;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class LimitTests
{
    private const string Pim = "roleManagement/directory/roleEligibilityScheduleInstances";
    private const string Audits = "auditLogs/directoryAudits";
    private const string Registrations = "reports/authenticationMethods/userRegistrationDetails";
    private const string ConditionalAccess = "identity/conditionalAccess/policies";

    private static Task<GraphClient> With(GraphLimits limits, FakeTimeProvider time, EmulatedTenant? tenant = null) =>
        GraphClient.StartAsync(
            tenant ?? A.Tenant.Group("Team").Build(),
            new EmulatorOptions { Limits = limits, Time = time }
        );

    [Test]
    public async Task Reports_share_five_requests_in_any_ten_seconds()
    {
        var time = new FakeTimeProvider(A.Now);
        await using var graph = await With(GraphLimits.Real, time);
        var seen = new List<(int, string?)>();

        async Task AskAsync(string path)
        {
            var reply = await graph.GetAsync(path);
            seen.Add((reply.Status, reply.RetryAfter));
        }

        await AskAsync(Audits);
        time.Advance(TimeSpan.FromSeconds(4));
        foreach (var path in new[] { Audits, Audits, Registrations, Registrations, Audits })
            await AskAsync(path);
        time.Advance(TimeSpan.FromMilliseconds(5_999));
        await AskAsync(Audits);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await AskAsync(Audits);
        await AskAsync(Audits);

        Assert.That(
            seen,
            Is.EqualTo([
                (200, null),
                (200, null),
                (200, null),
                (200, null),
                (200, null),
                (429, "6"),
                (429, "1"),
                (200, null),
                (429, "4"),
            ])
        );
    }

    [Test]
    public async Task Conditional_access_takes_one_a_second_and_does_not_say_when()
    {
        var time = new FakeTimeProvider(A.Now);
        await using var graph = await With(GraphLimits.Real, time);
        var first = await graph.GetAsync(ConditionalAccess);
        time.Advance(TimeSpan.FromMilliseconds(999));
        var second = await graph.GetAsync("identity/conditionalAccess/authenticationContextClassReferences");
        time.Advance(TimeSpan.FromMilliseconds(1));
        var third = await graph.GetAsync(ConditionalAccess);

        Assert.That(
            new[] { first, second, third }.Select(reply => (reply.Status, reply.RetryAfter)),
            Is.EqualTo([(200, default(string)), (429, null), (200, null)])
        );
    }

    [TestCase("users", "2")]
    [TestCase("users?$select=id", "1")]
    [TestCase("users?$top=19", "1")]
    [TestCase("users?$top=20", "2")]
    [TestCase("users?$top=19&$select=id", "1")]
    [TestCase("groups", "1")]
    [TestCase("groups/{Team}/members", "3")]
    [TestCase("groups/{Team}/transitiveMembers", "5")]
    [TestCase("groups/{Team}/transitiveMembers?$select=id", "4")]
    [TestCase("subscribedSkus", "3")]
    [TestCase("roleManagement/directory/roleAssignments?$expand=principal", "2")]
    [TestCase(Pim, null)]
    public async Task The_directory_tells_what_a_request_cost(string path, string? units)
    {
        var tenant = A.Tenant.Group("Team").Build();
        await using var graph = await With(GraphLimits.Real, new FakeTimeProvider(A.Now), tenant);
        using var response = await graph.Http.GetAsync("v1.0/" + path.Replace("{Team}", $"{tenant.IdOf("Team")}"));

        Assert.That(
            response.Headers.TryGetValues("x-ms-resource-unit", out var values) ? values.Single() : null,
            Is.EqualTo(units)
        );
    }

    [Test]
    public async Task The_bucket_of_the_directory_counts_inner_requests_and_fills_steadily()
    {
        var time = new FakeTimeProvider(A.Now);
        await using var graph = await With(new GraphLimits { IdentityUnits = 10 }, time);
        var full = await graph.BatchAsync("users", "users", "users", "users", "subscribedSkus", "users");
        var empty = await graph.GetAsync("groups");
        time.Advance(TimeSpan.FromSeconds(1));
        var one = await graph.GetAsync("groups");
        var none = await graph.GetAsync("subscribedSkus");
        time.Advance(TimeSpan.FromSeconds(3));
        var three = await graph.GetAsync("subscribedSkus");

        Assert.Multiple(() =>
        {
            Assert.That(
                full.Select(answer => answer["status"]!.GetValue<int>()),
                Is.EqualTo([200, 200, 200, 200, 429, 200])
            );
            Assert.That(full[4]["headers"]!["Retry-After"]!.ToString(), Is.EqualTo("1"));
            Assert.That(full[3]["headers"]!["x-ms-throttle-limit-percentage"]!.ToString(), Is.EqualTo("0.8"));
            Assert.That(
                new[] { empty, one, none, three }.Select(reply => (reply.Status, reply.RetryAfter)),
                Is.EqualTo([(429, "1"), (200, default(string)), (429, "3"), (200, null)])
            );
            Assert.That(graph.Server.Throttled, Is.EqualTo(3));
        });
    }

    [TestCase(49, 3_500)]
    [TestCase(50, 5_000)]
    [TestCase(500, 5_000)]
    [TestCase(501, 8_000)]
    public async Task A_larger_tenant_has_a_larger_bucket(int users, int units)
    {
        var tenant = A.Tenant.OtherUsers(users).Build();
        await using var graph = await With(GraphLimits.Real, new FakeTimeProvider(A.Now), tenant);
        // Twenty transitive reads cost five units each, also where they find nothing.
        var batch = Enumerable.Repeat($"groups/{Guid.Empty}/transitiveMembers", 20).ToArray();
        var batches = 0;
        while ((await graph.BatchAsync(batch)).All(answer => answer["status"]!.GetValue<int>() == 404))
            batches++;

        Assert.That(batches * 100, Is.EqualTo(units));
    }

    [Test]
    public async Task Forty_requests_to_pim_may_be_under_way()
    {
        var time = new HeldTime();
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Build(),
            new EmulatorOptions
            {
                Limits = GraphLimits.Real,
                Time = time,
                Faults = [new EmulatorFault(Pim, FaultKind.Slow, Times: 40)],
            }
        );
        var batch = Enumerable.Repeat(Pim, 20).ToArray();
        var slow = Task.WhenAll(graph.BatchAsync(batch), graph.BatchAsync(batch));
        await time.WaitsAsync(2);
        var oneMore = await graph.GetAsync(Pim);
        var elsewhere = await graph.GetAsync("groups");
        time.End();
        var served = (await slow).SelectMany(answers => answers);
        var after = await graph.GetAsync(Pim);

        Assert.Multiple(() =>
        {
            Assert.That(
                new[] { oneMore, elsewhere, after }.Select(reply => (reply.Status, reply.RetryAfter)),
                Is.EqualTo([(429, "1"), (200, default(string)), (200, null)])
            );
            Assert.That(
                served.Select(answer => answer["status"]!.GetValue<int>()),
                Is.EqualTo(Enumerable.Repeat(200, 40))
            );
        });
    }

    [Test]
    public async Task Without_limits_nobody_waits()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var statuses = new List<int>();
        for (var number = 0; number < 6; number++)
            statuses.Add((await graph.GetAsync(Audits)).Status);

        Assert.That(statuses, Is.EqualTo([200, 200, 200, 200, 200, 200]));
    }
}
