using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The access reviews whose decisions a run looks after.</summary>
internal static class ReviewChoice
{
    private const string Cost = "Nothing was compared and nothing was written.";

    /// <summary>Reads them before anything is read from a tenant.</summary>
    /// <exception cref="Failure">One is of another tenant, or two of them are the same review.</exception>
    /// <exception cref="ArchiveException">One cannot be read.</exception>
    public static async Task<Run> LoadAsync(Run run, CancellationToken cancellation)
    {
        var reviews = new List<KeptReview>();
        foreach (var path in run.Settings.Reviews)
        {
            var read = await ReviewFile.ReadAsync(Path.GetFullPath(path, run.Surroundings.Folder), cancellation);
            reviews.Add(new(read.Review, read.Hash));
        }

        var ordered = ReviewOutcomes.Ordered(reviews);
        RefuseTwins(ordered);
        var loaded = run with { Reviews = ordered };
        if (loaded.ExpectedTenant is { } tenant)
            RefuseOther(ordered, tenant);
        return loaded;
    }

    /// <exception cref="Failure">One is of another tenant, or of a later snapshot than this.</exception>
    public static void Refuse(ImmutableArray<KeptReview> reviews, Guid tenant, DateTimeOffset takenAt)
    {
        RefuseOther(reviews, tenant);
        if (reviews.FirstOrDefault(one => one.Review.TakenAt > takenAt)?.Review is { } later)
            throw new Failure(
                ExitCode.Usage,
                $"The review {later.Name} is later than the snapshot.",
                $"It asks about the snapshot of {Say.Moment(later.TakenAt)}; this one is of {Say.Moment(takenAt)}.",
                Cost,
                "Judge a snapshot that was taken after the review was sent out."
            );
    }

    /// <exception cref="Failure">One is of another tenant.</exception>
    public static void RefuseOther(ImmutableArray<KeptReview> reviews, Guid tenant)
    {
        if (reviews.FirstOrDefault(one => one.Review.TenantId != tenant)?.Review is { } other)
            throw new Failure(
                ExitCode.Usage,
                $"The review {other.Name} is of another tenant.",
                $"It is of {other.TenantId:D}; this is {tenant:D}.",
                Cost,
                "Name this tenant's reviews with --reviews, or as 'reviews' in pimaudit.yaml."
            );
    }

    private static void RefuseTwins(ImmutableArray<KeptReview> reviews)
    {
        var twins = reviews
            .GroupBy(one => one.Review.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        if (twins is not null)
            throw new Failure(
                ExitCode.Usage,
                $"The review {twins.Key} was given twice, with other content.",
                $"{twins.Count()} files call themselves '{twins.Key}'.",
                Cost,
                "Give the file that holds the answers alone."
            );
    }
}
