using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class AuditLogTests
{
    private const string Activated = "Add member to role completed (PIM activation)";

    [Test]
    public async Task An_event_says_who_did_what_to_whom_and_why()
    {
        var tenant = Small
            .Builder()
            .Audit(
                Activated,
                Small.Now.AddDays(-2),
                "Ana Silva",
                user: "Ana Silva",
                role: "Security Reader",
                justification: "Ticket 4711",
                details: ("TicketNumber", "4711")
            )
            .Build();

        var snapshot = (await Small.CollectAsync(tenant)).Snapshot;

        var only = snapshot.Events.Single();
        Assert.Multiple(() =>
        {
            Assert.That(
                (only.At, only.Activity, only.Category, only.Result, only.Reason, only.InitiatorId),
                Is.EqualTo(
                    (
                        Small.Now.AddDays(-2),
                        Activated,
                        "RoleManagement",
                        "success",
                        "Ticket 4711",
                        (Guid?)tenant.IdOf("Ana Silva")
                    )
                )
            );
            Assert.That(
                only.Targets.Select(target => (target.Type, target.Id)),
                Is.EqualTo([
                    ("Role", tenant.IdOf("Security Reader").ToString()),
                    ("User", tenant.IdOf("Ana Silva").ToString()),
                ])
            );
            Assert.That(only.Details, Does.Contain(new PimEventDetail("TicketNumber", "4711")));
            Assert.That(snapshot.EventsSince, Is.EqualTo(Small.Now.AddDays(-30)));
        });
    }

    [Test]
    public async Task The_window_holds_its_first_moment_and_not_its_last()
    {
        var since = Small.Now.AddDays(-30);
        var tenant = Logged(since.AddTicks(-1), since, since.AddDays(12), Small.Now.AddTicks(-1), Small.Now);

        var snapshot = (await Small.CollectAsync(tenant)).Snapshot;

        Assert.That(
            snapshot.Events.Select(one => one.At),
            Is.EqualTo([since, since.AddDays(12), Small.Now.AddTicks(-1)])
        );
    }

    [Test]
    public async Task A_shorter_window_reads_less()
    {
        var tenant = Logged(Small.Now.AddDays(-8), Small.Now.AddDays(-6));

        var collected = await Emulated.CollectAsync(
            tenant,
            new EmulatorOptions(),
            Small.Options with
            {
                Scope = new() { Audit = TimeSpan.FromDays(7) },
            }
        );

        Assert.That(collected.Snapshot.Events.Select(one => one.At), Is.EqualTo([Small.Now.AddDays(-6)]));
    }

    [Test]
    public async Task What_other_services_log_and_what_concerns_Azure_resources_is_left_out()
    {
        var tenant = Small
            .Builder()
            .Audit("Add user", Small.Now.AddDays(-1), "Ana Silva", loggedBy: "Core Directory")
            .Audit(Activated, Small.Now.AddDays(-1), "Ana Silva", category: "ResourceManagement")
            .Audit(Activated, Small.Now.AddDays(-1), "Ana Silva", category: "GroupManagement")
            .Build();

        var snapshot = (await Small.CollectAsync(tenant)).Snapshot;

        Assert.That(snapshot.Events.Select(one => one.Category), Is.EqualTo(["GroupManagement"]));
    }

    [Test]
    public async Task Two_requests_are_enough_for_a_quiet_month()
    {
        var collected = await Small.CollectAsync(Logged(Small.Now.AddDays(-20), Small.Now.AddDays(-3)));

        Assert.That(Asked(collected).Count(), Is.EqualTo(2));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1000)]
    public async Task Whatever_the_stretches_every_event_comes_once_and_oldest_first(int aim)
    {
        var log = new EvenLog(Small.Now.AddDays(-30), TimeSpan.FromMinutes(97), 400);
        var tenant = Small.Builder().AuditLog(log).Build();
        await using var server = await GraphEmulatorServer.StartAsync(tenant, new EmulatorOptions { LongestPage = 50 });

        var run = await CollectAsync(server, new AuditLogStep(aim, most: 3 * aim));

        Assert.Multiple(() =>
        {
            Assert.That(
                run.Events.Rows.Select(one => one.At),
                Is.EqualTo(Enumerable.Range(0, 400).Select(index => log.TimeOf(index)))
            );
            Assert.That(run.Events.Slices[0].From, Is.EqualTo(Small.Now.AddDays(-30)));
            Assert.That(run.Events.Slices[^1].Until, Is.EqualTo(Small.Now));
            Assert.That(
                run.Events.Slices.Zip(run.Events.Slices.Skip(1)).Where(pair => pair.First.Until != pair.Second.From),
                Is.Empty,
                "no gap and no overlap"
            );
        });
    }

    [Test]
    public async Task A_second_with_more_events_than_a_stretch_should_hold_is_read_whole()
    {
        var log = new EvenLog(Small.Now.AddDays(-3), TimeSpan.FromMilliseconds(10), 60);
        var tenant = Small.Builder().AuditLog(log).Build();
        await using var server = await GraphEmulatorServer.StartAsync(tenant, new EmulatorOptions { LongestPage = 1 });

        var run = await CollectAsync(server, new AuditLogStep(aim: 2, most: 3));

        Assert.That(
            run.Events.Rows.Select(one => one.At),
            Is.EqualTo(Enumerable.Range(0, 60).Select(index => log.TimeOf(index)))
        );
    }

    [TestCase(FaultKind.Refused, PartStatus.Refused, MissingReason.Permission)]
    [TestCase(FaultKind.ServerError, PartStatus.Failed, MissingReason.Transport)]
    [TestCase(FaultKind.Throttled, PartStatus.Failed, MissingReason.Throttled)]
    [TestCase(FaultKind.Truncated, PartStatus.Failed, MissingReason.Malformed)]
    public async Task Half_a_log_is_no_log(FaultKind fault, PartStatus status, MissingReason reason)
    {
        var tenant = Logged(Small.Now.AddDays(-29.9), Small.Now.AddDays(-2));
        var collected = await Small.CollectAsync(tenant, new EmulatorFault("directoryAudits.*ge 2026-09-01T12", fault));

        var record = collected[SnapshotParts.AuditEvents];
        Assert.Multiple(() =>
        {
            Assert.That((record.Status, record.Reason, record.Rows), Is.EqualTo((status, reason, 0)));
            Assert.That(collected.Snapshot.Events, Is.Empty);
            Assert.That(collected.Snapshot.EventsSince, Is.Null);
        });
    }

    [Test]
    public async Task Switched_off_it_is_not_asked_for()
    {
        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options with
            {
                Scope = new() { Audit = null },
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(Asked(collected), Is.Empty);
            Assert.That(
                (collected[SnapshotParts.AuditEvents].Status, collected[SnapshotParts.AuditEvents].Detail),
                Is.EqualTo((PartStatus.NotAsked, "Switched off by 'collect: audit'."))
            );
        });
    }

    private static IEnumerable<RecordedRequest> Asked(Collected collected) =>
        collected.Requests.Where(request => request.PathAndQuery.Contains("/auditLogs/", StringComparison.Ordinal));

    private static EmulatedTenant Logged(params DateTimeOffset[] moments) =>
        moments.Aggregate(Small.Builder(), (builder, moment) => builder.Audit(Activated, moment, "Ana Silva")).Build();

    private static async Task<CollectionRun> CollectAsync(GraphEmulatorServer server, AuditLogStep step)
    {
        using var connection = new GraphConnection(new(server.BaseAddress), new StaticToken(server.AccessToken));
        var run = new CollectionRun(
            connection,
            Small.Options,
            new TokenClaims("unknown", [], Tenant: null),
            Readers.Over(connection),
            Small.Now
        );
        await step.CollectAsync(run, CancellationToken.None);
        return run;
    }

    /// <summary>One event at every tick of a clock.</summary>
    private sealed class EvenLog(DateTimeOffset first, TimeSpan step, long count) : IAuditLog
    {
        public long Count => count;

        public DateTimeOffset TimeOf(long index) => first + index * step;

        public JsonObject Body(long index) =>
            new()
            {
                ["id"] = $"event-{index}",
                ["category"] = "RoleManagement",
                ["activityDateTime"] = TimeOf(index).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["activityDisplayName"] = Activated,
                ["loggedByService"] = "PIM",
                ["result"] = "success",
            };
    }
}
