using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>How old the tables are.</summary>
internal static class Schema
{
    /// <exception cref="HistoryException">A newer program wrote there. Nothing was changed.</exception>
    public static async Task RefuseNewerAsync(HistoryContext context, string place, CancellationToken cancellation)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellation);
        if (applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new HistoryException(
                $"The history {place} is newer than this program.",
                $"It has the change '{unknown}', which this version does not know.",
                "Nothing was read from a tenant, and the history was not changed.",
                "Use the version of PimAudit that wrote it, or a later one."
            );
    }

    public static async Task<bool> IsOlderAsync(HistoryContext context, CancellationToken cancellation) =>
        (await context.Database.GetPendingMigrationsAsync(cancellation)).Any();
}
