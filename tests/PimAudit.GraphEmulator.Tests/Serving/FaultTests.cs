using System.Text.Json;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class FaultTests
{
    private static Task<GraphClient> With(params EmulatorFault[] faults) =>
        GraphClient.StartAsync(A.Tenant.Build(), new EmulatorOptions { Faults = faults });

    [TestCase("groups", "Authorization_RequestDenied")]
    [TestCase("roleManagement/directory/roleEligibilityScheduleInstances", "UnknownError")]
    [TestCase("identity/conditionalAccess/policies", "AccessDenied")]
    public async Task Each_service_refuses_in_its_own_words(string path, string code)
    {
        await using var graph = await With(new EmulatorFault(path, FaultKind.Refused));
        var reply = await graph.GetAsync(path);

        Assert.That((reply.Status, reply.ErrorCode), Is.EqualTo((403, code)));
    }

    [Test]
    public async Task Pim_names_the_permissions_that_it_wants()
    {
        await using var graph = await With(new EmulatorFault("roleEligibility", FaultKind.Refused));
        var reply = await graph.GetAsync("roleManagement/directory/roleEligibilityScheduleInstances");

        Assert.That(
            reply.ErrorMessage,
            Does.Contain("PermissionScopeNotGranted").And.Contain("RoleEligibilitySchedule.Read.Directory")
        );
    }

    [TestCase(FaultKind.Unlicensed, 400)]
    [TestCase(FaultKind.ServerError, 500)]
    [TestCase(FaultKind.NotFound, 404)]
    public async Task A_fault_sets_the_status(FaultKind kind, int status)
    {
        await using var graph = await With(new EmulatorFault("users", kind));

        Assert.That((await graph.GetAsync("users")).Status, Is.EqualTo(status));
    }

    [TestCase(FaultKind.Throttled, "7")]
    [TestCase(FaultKind.ThrottledWithoutRetryAfter, null)]
    public async Task Throttling_says_how_long_to_wait_or_not(FaultKind kind, string? retryAfter)
    {
        await using var graph = await With(new EmulatorFault("users", kind) { RetryAfter = "7" });
        var reply = await graph.GetAsync("users");

        Assert.That((reply.Status, reply.RetryAfter), Is.EqualTo((429, retryAfter)));
    }

    [Test]
    public async Task A_fault_is_used_up()
    {
        await using var graph = await With(new EmulatorFault("users", FaultKind.ServerError, Times: 2));

        var statuses = new[]
        {
            (await graph.GetAsync("users")).Status,
            (await graph.GetAsync("groups")).Status,
            (await graph.GetAsync("users")).Status,
            (await graph.GetAsync("users")).Status,
        };

        Assert.That(statuses, Is.EqualTo([500, 200, 500, 200]));
    }

    [Test]
    public async Task The_pattern_meets_the_unescaped_query()
    {
        await using var graph = await With(new EmulatorFault(@"isAssignableToRole eq true", FaultKind.ServerError));

        Assert.That((await graph.GetAsync("groups?%24filter=isAssignableToRole+eq%20true")).Status, Is.EqualTo(500));
    }

    [Test]
    public async Task A_truncated_answer_is_200_with_half_the_json()
    {
        await using var graph = await With(new EmulatorFault("organization", FaultKind.Truncated));
        using var response = await graph.Http.GetAsync("v1.0/organization");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(200));
            Assert.That(() => JsonDocument.Parse(text), Throws.InstanceOf<JsonException>());
        });
    }

    [Test]
    public async Task A_reset_leaves_no_answer_and_a_zero_in_the_record()
    {
        await using var graph = await With(new EmulatorFault("organization", FaultKind.ConnectionReset));

        Assert.Multiple(() =>
        {
            Assert.That(async () => await graph.GetAsync("organization"), Throws.InstanceOf<HttpRequestException>());
            Assert.That(
                graph.Server.Requests.Distinct(),
                Is.EqualTo([new RecordedRequest("GET", "/v1.0/organization", IsInner: false, Status: 0)])
            );
        });
    }

    [Test]
    public async Task Inner_requests_are_hit_one_by_one()
    {
        await using var graph = await With(
            new EmulatorFault("/users", FaultKind.Throttled) { RetryAfter = "3" },
            new EmulatorFault("/groups", FaultKind.Truncated),
            new EmulatorFault("/organization", FaultKind.ConnectionReset)
        );

        var answers = await graph.BatchAsync("users", "groups", "organization", "servicePrincipals");

        Assert.Multiple(() =>
        {
            Assert.That(answers.Select(answer => answer["status"]!.GetValue<int>()), Is.EqualTo([429, 200, 504, 200]));
            Assert.That(answers[0]["headers"]!["Retry-After"]!.ToString(), Is.EqualTo("3"));
            Assert.That(answers[1]["body"]!.AsObject().ContainsKey("value"), Is.False);
            Assert.That(answers[3]["body"]!.AsObject().ContainsKey("value"), Is.True);
        });
    }

    [TestCase(FaultKind.ForeignNextLink, "https://graph.attacker.example/v1.0/groups?$top=5")]
    [TestCase(FaultKind.RepeatedNextLink, "http://127.0.0.1:PORT/v1.0/groups?$top=5")]
    public async Task A_next_link_can_lead_astray(FaultKind kind, string link)
    {
        await using var graph = await With(new EmulatorFault("groups", kind));
        var reply = await graph.GetAsync("groups?$top=5");

        Assert.That(
            (reply.Status, reply.Text("@odata.nextLink")),
            Is.EqualTo((200, link.Replace("PORT", $"{graph.Server.BaseAddress.Port}")))
        );
    }

    [Test]
    public async Task A_tenant_can_change_while_it_is_read()
    {
        var before = A.Tenant.Users("Ada").Build();
        var after = new TenantBuilder(before).Users("Ben").Build();
        await using var graph = await GraphClient.StartAsync(
            before,
            new EmulatorOptions { Changes = [new TenantChange("/users", after)] }
        );

        var seen = new[]
        {
            (await graph.GetAsync("groups")).Rows.Count,
            (await graph.GetAsync("users")).Rows.Count,
            (await graph.GetAsync("users")).Rows.Count,
        };

        Assert.That(seen, Is.EqualTo([0, 1, 2]));
    }
}
