using System.Globalization;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class ThrottlingTests
{
    private const string Lists = "/directory/roleEligibilityScheduleInstances";
    private const string Members = "/groups/[^/]+/members";

    [Test]
    public async Task A_list_waits_as_long_as_Graph_asks()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(Lists, FaultKind.Throttled, Times: 2) { RetryAfter = "17" }
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Time.Waits, Is.EqualTo([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17)]));
            Assert.That(collected[SnapshotParts.EligibleAssignments].Retries, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_list_waits_until_the_date_that_Graph_names()
    {
        var date = Small.Now.AddSeconds(40).ToString("R", CultureInfo.InvariantCulture);
        var collected = await Small.CollectAsync(
            new EmulatorFault(Lists, FaultKind.Throttled, Times: 1) { RetryAfter = date }
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Time.Waits, Is.EqualTo([TimeSpan.FromSeconds(40)]));
        });
    }

    [Test]
    public async Task Without_a_word_from_Graph_the_wait_doubles()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(Lists, FaultKind.ThrottledWithoutRetryAfter, Times: 3)
        );

        Assert.That(
            collected.Time.Waits,
            Is.EqualTo([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)])
        );
    }

    [Test]
    public async Task In_a_batch_only_the_throttled_request_is_repeated()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(Members, FaultKind.Throttled, Times: 1) { RetryAfter = "5" }
        );

        var inner = collected.Requests.Where(request => request.IsInner).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Time.Waits, Is.EqualTo([TimeSpan.FromSeconds(5)]));
            Assert.That(
                inner
                    .Where(request => request.PathAndQuery.Contains("/members?", StringComparison.Ordinal))
                    .Select(request => request.Status),
                Is.EqualTo([429, 200])
            );
            Assert.That(
                inner.Count(request =>
                    request.PathAndQuery.StartsWith("/v1.0/groups/", StringComparison.Ordinal)
                    && request.PathAndQuery.Contains("/owners?", StringComparison.Ordinal)
                ),
                Is.EqualTo(1)
            );
        });
    }

    [Test]
    public async Task A_throttled_batch_is_repeated_as_a_whole()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(@"/\$batch", FaultKind.Throttled, Times: 1) { RetryAfter = "3" }
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Time.Waits, Is.EqualTo([TimeSpan.FromSeconds(3)]));
        });
    }

    [TestCase("300", PartStatus.Complete)]
    [TestCase("301", PartStatus.Failed)]
    public async Task Patience_ends_at_the_longest_wait(string retryAfter, PartStatus status)
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(Lists, FaultKind.Throttled, Times: 1) { RetryAfter = retryAfter }
        );

        Assert.That(collected[SnapshotParts.EligibleAssignments].Status, Is.EqualTo(status));
    }
}
