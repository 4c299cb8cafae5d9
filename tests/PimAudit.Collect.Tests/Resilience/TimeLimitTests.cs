using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class TimeLimitTests
{
    [Test]
    public async Task What_was_not_read_by_then_is_missing_and_the_rest_is_there()
    {
        var time = new FakeTimeProvider(Small.Now);

        var (snapshot, calls) = await CollectAsync(
            time,
            TimeSpan.FromMinutes(5),
            request => time.Advance(TimeSpan.FromMinutes(1))
        );

        Assert.Multiple(() =>
        {
            Assert.That(calls, Is.EqualTo(5), "organization, the lists, two of Conditional Access, and what ran out");
            Assert.That(snapshot.Collection[SnapshotParts.RoleAssignments].Status, Is.EqualTo(PartStatus.Complete));
            var missed = snapshot.Collection[SnapshotParts.AuditEvents];
            Assert.That(
                (missed.Status, missed.Reason, missed.Detail),
                Is.EqualTo(
                    (
                        PartStatus.Failed,
                        MissingReason.Transport,
                        "The time limit of the run (5 min) ended before GET auditLogs/directoryAudits of PIM was read."
                    )
                )
            );
        });
    }

    [Test]
    public async Task A_wait_that_is_longer_than_the_time_left_ends_with_it()
    {
        var time = new PassingTime();

        var (snapshot, _) = await CollectAsync(
            time,
            TimeSpan.FromMinutes(2),
            request => time.Advance(TimeSpan.FromSeconds(5)),
            new EmulatorFault("/roleManagementPolicyAssignments", FaultKind.Throttled) { RetryAfter = "60" }
        );

        Assert.That(
            snapshot.Collection[SnapshotParts.RoleSettings].Detail,
            Does.StartWith("The time limit of the run (2 min) ended")
        );
    }

    [Test]
    public async Task Without_a_limit_nothing_ends()
    {
        var time = new FakeTimeProvider(Small.Now);

        var (snapshot, _) = await CollectAsync(time, limit: null, request => time.Advance(TimeSpan.FromHours(1)));

        Assert.That(snapshot.Collection.Parts.Where(part => part.Status is not PartStatus.Complete), Is.Empty);
    }

    private static async Task<(TenantSnapshot Snapshot, int Calls)> CollectAsync(
        TimeProvider time,
        TimeSpan? limit,
        Action<HttpRequestMessage> meanwhile,
        params EmulatorFault[] faults
    )
    {
        await using var server = await GraphEmulatorServer.StartAsync(
            Small.Tenant,
            new EmulatorOptions { Faults = faults }
        );
        using var network = new Meanwhile(meanwhile);
        using var connection = new GraphConnection(
            new(server.BaseAddress),
            new StaticToken(server.AccessToken),
            network
        );
        var options = Small.Options with { Timeout = limit };
        var snapshot = await new TenantCollector(connection, options, time).CollectAsync(null, CancellationToken.None);
        return (snapshot, connection.Calls);
    }

    /// <summary>Whoever waits lets the time pass, up to what he waits for; the first timer is the limit's, which nobody waits for.</summary>
    private sealed class PassingTime() : FakeTimeProvider(Small.Now)
    {
        private int timers;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (Interlocked.Increment(ref timers) > 1 && dueTime > TimeSpan.Zero)
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
            return timer;
        }
    }

    /// <summary>Lets something happen while a request is under way.</summary>
    private sealed class Meanwhile(Action<HttpRequestMessage> act) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var answer = await base.SendAsync(request, cancellationToken);
            act(request);
            return answer;
        }
    }
}
