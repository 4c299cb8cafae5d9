using NUnit.Framework;

namespace PimAudit.History.Tests.Service;

public sealed class SlotTests(Kind kind) : DatabaseTests(kind)
{
    private static readonly DateTimeOffset Slot = Sample.Day(7);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Test]
    public async Task One_node_scans_and_the_others_wait()
    {
        Assert.That(await ClaimAsync("a"), Is.EqualTo(SlotClaim.Granted));
        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Held));
        Assert.That(await History.RenewAsync(Sample.Tenant, Slot, "b", Lease, default), Is.False);
    }

    [Test]
    public async Task Of_many_nodes_one_wins()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(node => ClaimAsync($"node {node}")));

        Assert.That(claims.Count(claim => claim is SlotClaim.Granted), Is.EqualTo(1));
    }

    [Test]
    public async Task A_claim_ends_with_its_lease_and_not_before()
    {
        await ClaimAsync("a");
        Time.Advance(Lease - TimeSpan.FromTicks(1));
        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Held));

        Time.Advance(TimeSpan.FromTicks(1));

        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Granted));
        Assert.That(await History.RenewAsync(Sample.Tenant, Slot, "a", Lease, default), Is.False);
    }

    [Test]
    public async Task A_renewed_claim_goes_on()
    {
        await ClaimAsync("a");
        Time.Advance(Lease / 2);
        Assert.That(await History.RenewAsync(Sample.Tenant, Slot, "a", Lease, default), Is.True);
        Time.Advance(Lease / 2);

        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Held));
    }

    [Test]
    public async Task A_released_slot_can_be_taken_at_once_and_only_its_holder_releases_it()
    {
        await ClaimAsync("a");
        await History.ReleaseAsync(Sample.Tenant, Slot, "b", default);
        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Held));

        await History.ReleaseAsync(Sample.Tenant, Slot, "a", default);

        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Granted));
    }

    [Test]
    public async Task A_recorded_run_ends_the_slot_for_good()
    {
        await ClaimAsync("a");
        await History.RecordAsync(await Sample.RunAsync(Sample.Result(7)) with { Slot = Slot }, default);
        Time.Advance(Lease * 2);

        Assert.That(await ClaimAsync("a"), Is.EqualTo(SlotClaim.Done));
        Assert.That(await ClaimAsync("b"), Is.EqualTo(SlotClaim.Done));
        Assert.That(await History.NewestDoneAsync(Sample.Tenant, default), Is.EqualTo(Slot));
        Assert.That(await History.NewestDoneAsync(Sample.Other, default), Is.Null);
    }

    private async Task<SlotClaim> ClaimAsync(string node) =>
        await History.ClaimAsync(Sample.Tenant, Slot, node, Lease, default);
}
