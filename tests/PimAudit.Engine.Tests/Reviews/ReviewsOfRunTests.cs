using NUnit.Framework;
using PimAudit.Access;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews;

/// <summary>What rules see of the reviews that a run was given.</summary>
public sealed class ReviewsOfRunTests
{
    private const string Role = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Ben")
        .Groups(Group)
        .Eligible("Ada", Role)
        .Assigned("Ben", Role)
        .Assigned(Group, Role)
        .EligibleMember(Group, "Ada");

    [Test]
    public void A_row_has_the_key_of_its_path() =>
        Assert.That(
            AReview.Of(Tenant).Rows.Select(row => row.Key).ToArray(),
            Is.EqualTo(AccessMap.Resolve(Tenant).Paths.Select(PathKey.Of)).And.Length.EqualTo(3).And.Unique
        );

    [Test]
    public void Rules_of_each_profile_see_the_reviews_by_the_time_of_their_snapshot()
    {
        var seen = new List<string>();
        var rule = new StubRule(
            StubRule.Usual,
            context =>
            {
                seen.Add(string.Join(' ', context.Reviews.Select(review => review.Name)));
                return [];
            }
        );
        var (plan, _) = AuditPlan.Make([rule], Judged.Profile, AuditConfiguration.Empty);
        var later = AReview.Of(Tenant);
        var earlier = later with { Name = "2026-Q2", TakenAt = later.TakenAt.AddDays(-90) };

        Evaluator.Evaluate(
            Tenant,
            new string('b', 64),
            plan with
            {
                Further = [plan],
            },
            new("1.0") { Reviews = [new(later, "a"), new(earlier, "b")] }
        );

        Assert.That(seen, Is.EqualTo(new[] { "2026-Q2 2026-Q3", "2026-Q2 2026-Q3" }));
    }

    [Test]
    public void A_run_without_reviews_shows_none()
    {
        var seen = -1;
        Judged.By(
            new StubRule(
                StubRule.Usual,
                context =>
                {
                    seen = context.Reviews.Length;
                    return [];
                }
            )
        );

        Assert.That(seen, Is.Zero);
    }
}
