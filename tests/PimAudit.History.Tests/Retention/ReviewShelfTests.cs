using System.Text;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.History.Tests.Retention;

public sealed class ReviewShelfTests(Kind kind) : DatabaseTests(kind)
{
    [Test]
    public async Task A_review_is_kept_as_it_was_seen_last_until_it_is_purged()
    {
        await KeepAsync("2026-Q3", new(2026, 9, 30));
        await KeepAsync("2026-Q2", new(2026, 6, 30));
        await KeepAsync("2026-Q3", new(2026, 10, 31));

        var kept = await History.ReviewsAsync(Sample.Tenant, default);

        Assert.That(
            kept.Select(one => (one.Review.Name, one.Review.DueOn)),
            Is.EqualTo([("2026-Q2", new DateOnly(2026, 6, 30)), ("2026-Q3", new DateOnly(2026, 10, 31))])
        );
        Assert.That(await History.ReviewsAsync(Sample.Other, default), Is.Empty);

        await History.PurgeAsync(new(Sample.Tenant), default);

        Assert.That(await History.ReviewsAsync(Sample.Tenant, default), Is.Empty);
    }

    private Task KeepAsync(string name, DateOnly due)
    {
        var review = new ReviewRecord
        {
            TenantId = Sample.Tenant,
            Name = name,
            DueOn = due,
            TakenAt = Sample.Day(1),
            RunId = new string('1', 16),
            ResultSha256 = new string('2', 64),
            Rows = [],
        };
        return History.KeepReviewAsync(review, Encoding.UTF8.GetBytes(ReviewFile.Text(review)), default);
    }
}
