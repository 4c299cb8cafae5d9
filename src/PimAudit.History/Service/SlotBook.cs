using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>Claims on times of schedules. Each step is one statement, so that two nodes never both win.</summary>
internal sealed class SlotBook(HistoryStore store, TimeProvider time) : ISlotBook
{
    private const string Failed = "The schedule could not be kept.";

    /// <remarks>A node that asks again for what it holds gets it: it may have been started anew.</remarks>
    public Task<SlotClaim> ClaimAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    ) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var (of, at) = Key(tenant, slot);
                var now = UtcText.Write(time.GetUtcNow());
                var until = UtcText.Write(time.GetUtcNow() + lease);
                var won = await history.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO slots (tenant, slot, node, leased_until) VALUES ({of}, {at}, {node}, {until})
                    ON CONFLICT (tenant, slot) DO UPDATE SET node = {node}, leased_until = {until}
                    WHERE slots.run IS NULL
                      AND (slots.node IS NULL OR slots.node = {node} OR slots.leased_until <= {now})
                    """,
                    cancellation
                );
                if (won > 0)
                    return SlotClaim.Granted;
                return await history.Slots.AnyAsync(
                    row => row.Tenant == tenant && row.Slot == slot && row.Run != null,
                    cancellation
                )
                    ? SlotClaim.Done
                    : SlotClaim.Held;
            }
        );

    public Task<bool> RenewAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    ) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var until = time.GetUtcNow() + lease;
                return await Mine(history, tenant, slot, node)
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.LeasedUntil, until), cancellation) > 0;
            }
        );

    public Task ReleaseAsync(Guid tenant, DateTimeOffset slot, string node, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            history =>
                Mine(history, tenant, slot, node)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.Node, (string?)null)
                                .SetProperty(one => one.LeasedUntil, (DateTimeOffset?)null),
                        cancellation
                    )
        );

    public Task<DateTimeOffset?> NewestDoneAsync(Guid tenant, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            history =>
                history
                    .Slots.Where(row => row.Tenant == tenant && row.Run != null)
                    .OrderByDescending(row => row.Slot)
                    .Select(row => (DateTimeOffset?)row.Slot)
                    .FirstOrDefaultAsync(cancellation)
        );

    /// <summary>A run is recorded for the slot, whether somebody had claimed it or not.</summary>
    public static Task EndAsync(
        HistoryContext history,
        Guid tenant,
        DateTimeOffset slot,
        long run,
        CancellationToken cancellation
    )
    {
        var (of, at) = Key(tenant, slot);
        return history.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO slots (tenant, slot, run) VALUES ({of}, {at}, {run})
            ON CONFLICT (tenant, slot) DO UPDATE SET run = {run}, node = NULL, leased_until = NULL
            """,
            cancellation
        );
    }

    private static IQueryable<SlotRow> Mine(HistoryContext history, Guid tenant, DateTimeOffset slot, string node) =>
        history.Slots.Where(row => row.Tenant == tenant && row.Slot == slot && row.Node == node && row.Run == null);

    private static (string Tenant, string Slot) Key(Guid tenant, DateTimeOffset slot) =>
        (tenant.ToString("D"), UtcText.Write(slot));
}
