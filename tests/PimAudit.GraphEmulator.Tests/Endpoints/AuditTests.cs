using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class AuditTests
{
    private const string Path = "auditLogs/directoryAudits";
    private const string Completed = "Add member to role completed (PIM activation)";

    private static TenantBuilder People =>
        A
            .Tenant.Users("Ada", "Ben")
            .Group("Team")
            .Audit("second", A.Now.AddDays(-1), "Ada", user: "Ben", group: "Team", category: "GroupManagement")
            .Audit("first", A.Now.AddDays(-2), "Ada", user: "Ada", role: "Teams Administrator")
            .Audit("third", A.Now, "Ada", loggedBy: "Core Directory");

    [Test]
    public async Task The_newest_event_comes_first_unless_asked_otherwise()
    {
        await using var graph = await GraphClient.StartAsync(People.Build());

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await NamesAsync(graph, ""), Is.EqualTo(["third", "second", "first"]));
            Assert.That(
                await NamesAsync(graph, "?$orderby=activityDateTime asc"),
                Is.EqualTo(["first", "second", "third"])
            );
        });
    }

    [TestCase("activityDateTime ge 2026-09-30T06:00:00Z", "third second")]
    [TestCase("activityDateTime ge 2026-09-30T06:00:00.0000001Z", "third")]
    [TestCase("activityDateTime le 2026-09-30T06:00:00Z", "second first")]
    [TestCase("activityDateTime le 2026-09-30T05:59:59Z", "first")]
    [TestCase("activityDateTime eq 2026-09-30T06:00:00Z", "second")]
    [TestCase("activityDateTime ge 2026-09-29T06:00:00Z and activityDateTime le 2026-09-30T06:00:00Z", "second first")]
    [TestCase("activityDateTime ge 2026-10-02T06:00:00Z and activityDateTime le 2026-09-30T06:00:00Z", "")]
    [TestCase("loggedByService eq 'Core Directory'", "third")]
    [TestCase("loggedByService eq 'PIM' and activityDateTime ge 2026-09-30T06:00:00Z", "second")]
    [TestCase("startswith(activityDisplayName,'fir')", "first")]
    [TestCase("category eq 'GroupManagement'", "second")]
    public async Task A_filter_joins_clauses_by_and(string filter, string names)
    {
        await using var graph = await GraphClient.StartAsync(People.Build());

        Assert.That(string.Join(' ', await NamesAsync(graph, $"?$filter={filter}")), Is.EqualTo(names));
    }

    [TestCase("$top=1000", 200)]
    [TestCase("$top=1001", 400)]
    [TestCase("$top=0", 400)]
    [TestCase("$select=id", 400)]
    [TestCase("$count=true", 400)]
    [TestCase("$orderby=category", 400)]
    [TestCase("$filter=activityDateTime gt 2026-09-30T06:00:00Z", 400)]
    [TestCase("$filter=activityDateTime ge '2026-09-30T06:00:00Z'", 400)]
    [TestCase("$filter=category eq 'A' or category eq 'B'", 400)]
    [TestCase("$filter=resultReason eq 'A'", 400)]
    public async Task Only_what_is_documented_is_understood(string query, int status)
    {
        await using var graph = await GraphClient.StartAsync(People.Build());

        Assert.That((await graph.GetAsync($"{Path}?{query}")).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task An_event_says_who_did_what_to_whom_and_why()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Audit(
                Completed,
                A.Now,
                "Ada",
                user: "Ada",
                role: "Exchange Administrator",
                justification: "Mailbox move",
                details: ("TicketNumber", "INC-7")
            )
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var row = (await graph.GetAsync(Path)).Rows.Single();

        Assert.Multiple(() =>
        {
            Assert.That(row["activityDisplayName"]!.ToString(), Is.EqualTo(Completed));
            Assert.That(row["resultReason"]!.ToString(), Is.EqualTo("Mailbox move"));
            Assert.That(row["initiatedBy"]!["user"]!["id"]!.ToString(), Is.EqualTo($"{tenant.IdOf("Ada")}"));
            Assert.That(
                row["targetResources"]!.AsArray().Select(target => $"{target!["type"]} {target["id"]}"),
                Is.EqualTo([$"Role {tenant.IdOf("Exchange Administrator")}", $"User {tenant.IdOf("Ada")}"])
            );
            Assert.That(
                row["additionalDetails"]!.ToJsonString(),
                Is.EqualTo("""[{"key":"TicketNumber","value":"INC-7"}]""")
            );
        });
    }

    [Test]
    public async Task Pim_itself_and_applications_act_too()
    {
        var tenant = A
            .Tenant.ServicePrincipal("Robot")
            .Audit("expired", A.Now.AddHours(-1), TenantBuilder.PimItself)
            .Audit("made", A.Now.AddHours(-2), "Robot")
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var rows = (await graph.GetAsync(Path)).Rows;

        Assert.That(
            rows.Select(row => (row["initiatedBy"]!["app"]!["displayName"]!.ToString(), row["initiatedBy"]!["user"])),
            Is.EqualTo([("MS-PIM", default(JsonNode)), ("Robot", default(JsonNode))])
        );
    }

    [Test]
    public async Task A_log_of_millions_is_found_by_time_and_read_in_pages()
    {
        var log = new MinuteLog(10_000_000);
        var tenant = A.Tenant.Users("Ada").Audit("between", log.TimeOf(5_000_000), "Ada").AuditLog(log).Build();
        await using var graph = await GraphClient.StartAsync(tenant, new EmulatorOptions { PageSize = 2 });
        var (from, to) = (Text(log.TimeOf(4_999_999)), Text(log.TimeOf(5_000_001)));
        var rows = await graph.AllAsync(
            $"{Path}?$filter=activityDateTime ge {from} and activityDateTime le {to}&$orderby=activityDateTime"
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                rows.Select(row => row["activityDisplayName"]!.ToString()),
                Is.EqualTo(["number 4999999", "number 5000000", "between", "number 5000001"])
            );
            Assert.That(log.BodiesMade, Is.LessThan(10));
        });
    }

    [Test]
    public async Task The_last_page_has_no_link_when_the_rest_does_not_match()
    {
        await using var graph = await GraphClient.StartAsync(People.Build(), new EmulatorOptions { PageSize = 1 });
        var reply = await graph.GetAsync($"{Path}?$filter=category eq 'GroupManagement'");

        Assert.That((reply.Rows.Count, reply.Text("@odata.nextLink")), Is.EqualTo((1, default(string))));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(GraphClient graph, string query) =>
        [.. (await graph.GetAsync(Path + query)).Column("activityDisplayName").OfType<string>()];

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed class MinuteLog(long count) : IAuditLog
    {
        public int BodiesMade { get; private set; }

        public long Count => count;

        public DateTimeOffset TimeOf(long index) => A.Now.AddMinutes(index - count);

        public JsonObject Body(long index)
        {
            BodiesMade++;
            return new JsonObject
            {
                ["activityDateTime"] = Text(TimeOf(index)),
                ["activityDisplayName"] = $"number {index}",
            };
        }
    }
}
