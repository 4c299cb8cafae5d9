using PimAudit.Archive;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reviews that a run was given are found in the history by later runs that are given none.</summary>
internal static class ReviewKeeping
{
    public static async Task<Run> FoundAsync(
        HistoryDatabase history,
        Run run,
        TenantSnapshot snapshot,
        CancellationToken cancellation
    ) =>
        run.Settings.Reviews.IsEmpty
            ? run with
            {
                Reviews =
                [
                    .. (await history.ReviewsAsync(snapshot.Tenant.Id, cancellation))
                        .Where(one => one.Review.TakenAt <= snapshot.TakenAt)
                        .Select(one => new Engine.KeptReview(one.Review, one.Hash)),
                ],
            }
            : run;

    /// <exception cref="ArchiveException">One cannot be read any more.</exception>
    public static async Task KeepAsync(HistoryDatabase history, Run run, CancellationToken cancellation)
    {
        foreach (var named in run.Settings.Reviews)
        {
            var path = Path.GetFullPath(named, run.Surroundings.Folder);
            var review = (await ReviewFile.ReadAsync(path, cancellation)).Review;
            await history.KeepReviewAsync(review, await File.ReadAllBytesAsync(path, cancellation), cancellation);
        }
    }
}
