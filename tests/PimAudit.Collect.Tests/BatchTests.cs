using System.Net;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class BatchTests
{
    private const string Batch = "/v1.0/$batch";

    [TestCase(FaultKind.Refused, 1)]
    [TestCase(FaultKind.ServerError, 3)]
    [TestCase(FaultKind.Truncated, 4)]
    [TestCase(FaultKind.ConnectionReset, 4)]
    public async Task What_a_failed_batch_asked_for_is_read_request_by_request(FaultKind fault, int times)
    {
        var collected = await Small.CollectAsync(new EmulatorFault(@"/\$batch", fault, times));

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(
                collected.Calls.Skip(times + 1).Take(15).Select(request => request.PathAndQuery.Split('?')[0]),
                Is.EqualTo([
                    "/v1.0/roleManagement/directory/roleAssignments",
                    "/v1.0/roleManagement/directory/roleAssignmentScheduleInstances",
                    "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances",
                    "/v1.0/roleManagement/directory/roleAssignmentSchedules",
                    "/v1.0/roleManagement/directory/roleEligibilitySchedules",
                    "/v1.0/subscribedSkus",
                    "/v1.0/roleManagement/directory/roleDefinitions",
                    "/v1.0/roleManagement/directory/roleDefinitions",
                    "/v1.0/groups",
                    "/v1.0/groups",
                    "/v1.0/directory/administrativeUnits",
                    "/v1.0/identityGovernance/accessReviews/definitions",
                    $"/v1.0/users/{Small.EmergencyName}",
                    "/v1.0/identity/conditionalAccess/policies",
                    "/v1.0/identity/conditionalAccess/authenticationContextClassReferences",
                ])
            );
        });
    }

    [Test]
    public async Task A_network_without_batches_gives_the_same_rows()
    {
        var plain = await Small.CollectAsync();
        var collected = await Small.CollectAsync(new EmulatorFault(@"/\$batch", FaultKind.Refused));

        Assert.That(
            RowsOf(collected),
            Is.EqualTo(RowsOf(plain)).And.None.Contain("Refused"),
            "the records differ in requests and bytes only"
        );
    }

    [Test]
    public async Task A_batch_that_is_throttled_for_too_long_is_not_tried_request_by_request()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(@"/\$batch", FaultKind.Throttled) { RetryAfter = "301" }
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Calls.Select(request => request.PathAndQuery.Split('?')[0]).Distinct(),
                Is.EqualTo([
                    "/v1.0/organization",
                    Batch,
                    "/v1.0/identity/conditionalAccess/policies",
                    "/v1.0/identity/conditionalAccess/authenticationContextClassReferences",
                    "/v1.0/policies/roleManagementPolicyAssignments",
                    "/beta/roleManagement/directory/roleDefinitions",
                    "/beta/identityGovernance/privilegedAccess/group/resources",
                    "/v1.0/directoryObjects/getByIds",
                    "/beta/identityGovernance/roleManagementAlerts/alerts",
                    "/v1.0/groups",
                    "/v1.0/auditLogs/directoryAudits",
                ])
            );
            Assert.That(collected[SnapshotParts.RoleAssignments].Reason, Is.EqualTo(MissingReason.Throttled));
        });
    }

    [Test]
    public async Task Requests_that_failed_alone_as_well_are_not_tried_alone_again()
    {
        var network = new Answers(_ => Answers.Json("{}", HttpStatusCode.InternalServerError));
        using var graph = new Graph(network);

        var first = await graph.ReadAsync();
        var second = await graph.ReadAsync();

        const string Assignments = "/v1.0/roleManagement/directory/roleAssignments";
        const string Roles = "/v1.0/roleManagement/directory/roleDefinitions";
        Assert.Multiple(() =>
        {
            Assert.That(
                network.Asked.Select(asked => asked.Address.AbsolutePath),
                Is.EqualTo([
                    .. Enumerable.Repeat(Batch, 3),
                    .. Enumerable.Repeat(Assignments, 3),
                    .. Enumerable.Repeat(Roles, 3),
                    .. Enumerable.Repeat(Batch, 3),
                ])
            );
            Assert.That(
                first.Concat(second).Select(read => read.Failure?.Detail),
                Is.EqualTo([
                    "Graph answered 500 to GET roleManagement/directory/roleAssignments.",
                    "Graph answered 500 to GET roleManagement/directory/roleDefinitions.",
                    "Graph answered 500 to POST $batch.",
                    "Graph answered 500 to POST $batch.",
                ])
            );
        });
    }

    [Test]
    public async Task Where_the_first_request_alone_finds_nobody_the_others_are_spared()
    {
        var network = new Answers(path =>
            path.EndsWith("$batch", StringComparison.Ordinal)
                ? Answers.Json("", HttpStatusCode.MethodNotAllowed)
                : throw new HttpRequestException("Connection refused")
        );
        using var graph = new Graph(network);

        var reads = await graph.ReadAsync();

        Assert.That(
            reads.Select(read => read.Failure?.Detail),
            Is.EqualTo([
                "The connection failed during GET roleManagement/directory/roleAssignments: Connection refused.",
                "Graph answered 405 to POST $batch.",
            ])
        );
    }

    [Test]
    public async Task Second_pages_share_a_batch_and_the_last_one_is_read_alone()
    {
        var collected = await Emulated.CollectAsync(
            SampleTenants.Fabrikam(),
            new EmulatorOptions { PageSize = 5, LongestPage = 5 }
        );

        var pages = collected
            .Requests.Where(request => request.PathAndQuery.Contains("skiptoken", StringComparison.Ordinal))
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(pages.Select(page => page.Status).Distinct(), Is.EqualTo([200]));
            Assert.That(pages.Select(page => page.IsInner).Distinct(), Is.EquivalentTo([true, false]));
            Assert.That(pages.Select(page => page.PathAndQuery), Is.Unique, "no page is read twice");
        });
    }

    [Test]
    public async Task A_further_page_that_no_batch_takes_is_read_alone()
    {
        var pages = new EmulatorOptions { PageSize = 5, LongestPage = 5 };
        var plain = await Emulated.CollectAsync(SampleTenants.Fabrikam(), pages);
        var collected = await Emulated.CollectAsync(
            SampleTenants.Fabrikam(),
            pages with
            {
                Faults = [new EmulatorFault("skiptoken", FaultKind.NotFound, Times: 3)],
            }
        );

        Assert.That(collected.Incomplete, Is.Empty);
        Assert.That(RowsOf(collected), Is.EqualTo(RowsOf(plain)));
    }

    private static IEnumerable<string> RowsOf(Collected collected) =>
        collected.Snapshot.Collection.Parts.Select(part => $"{part.Part} {part.Status} {part.Rows} {part.Pages}");

    /// <summary>Reads two lists in one batch.</summary>
    private sealed class Graph : IDisposable
    {
        private readonly GraphConnection connection;
        private readonly GraphReader reader;

        public Graph(HttpMessageHandler network)
        {
            connection = new GraphConnection(Cloud.Global.Endpoint, new StaticToken("token"), network);
            reader = Readers.Over(connection);
        }

        public async Task<IReadOnlyList<GraphRead>> ReadAsync()
        {
            var tenant = new TenantReads(new Questions(connection));
            GraphRead[] reads = [tenant.RoleAssignments(), tenant.RoleDefinitions()];
            await reader.ReadBatchedAsync(reads, CancellationToken.None);
            return reads;
        }

        public void Dispose() => connection.Dispose();
    }
}
