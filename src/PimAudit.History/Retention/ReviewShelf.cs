using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.History;

/// <summary>Access reviews with their decisions, each as it was when a run looked at it last.</summary>
internal sealed class ReviewShelf(HistoryStore store, TimeProvider time)
{
    private const string Failed = "The reviews could not be kept.";

    /// <param name="file">The bytes of <c>review-NAME.json</c>.</param>
    public Task KeepAsync(ReviewRecord review, ReadOnlyMemory<byte> file, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var row = await history.Reviews.FindAsync([review.TenantId, review.Name], cancellation);
                if (row is null)
                    history.Reviews.Add(row = new() { Tenant = review.TenantId, Name = review.Name });
                (row.Hash, row.KeptAt, row.Brotli) = (RunCheck.HashOf(file), time.GetUtcNow(), Packed.Of(file.Span));
                return await history.SaveChangesAsync(cancellation);
            }
        );

    /// <summary>By name, ordinal.</summary>
    public async Task<ImmutableArray<ArchivedReview>> OfAsync(Guid tenant, CancellationToken cancellation)
    {
        var rows = await store.UseAsync(
            Failed,
            history => history.Reviews.AsNoTracking().Where(row => row.Tenant == tenant).ToListAsync(cancellation)
        );
        var reviews = ImmutableArray.CreateBuilder<ArchivedReview>();
        foreach (var row in rows.OrderBy(row => row.Name, StringComparer.Ordinal))
        {
            await using var content = Packed.Open(row.Brotli);
            reviews.Add(await ReviewFile.ReadAsync(content, cancellation));
        }

        return reviews.ToImmutable();
    }
}
