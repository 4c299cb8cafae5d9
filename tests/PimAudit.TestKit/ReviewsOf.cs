using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Access reviews of a test tenant.</summary>
public static class ReviewsOf
{
    /// <summary>A running quarterly review of a role, eligible and active, by reviewers, with a change.</summary>
    public static TenantSnapshot RoleReview(
        this TenantSnapshot tenant,
        string role,
        Func<AccessReview, AccessReview>? change = null
    ) => tenant.Review($"Review of {role}", isRole: true, A.Role(role), change);

    /// <summary>The same of a group.</summary>
    public static TenantSnapshot GroupReview(
        this TenantSnapshot tenant,
        string group,
        Func<AccessReview, AccessReview>? change = null
    ) => tenant.Review($"Review of {group}", isRole: false, A.Id(group), change);

    private static TenantSnapshot Review(
        this TenantSnapshot tenant,
        string name,
        bool isRole,
        Guid target,
        Func<AccessReview, AccessReview>? change
    )
    {
        var review = new AccessReview(
            A.Id(name).ToString("D"),
            name,
            "InProgress",
            tenant.TakenAt.AddYears(-1),
            [new(isRole, target, ReviewedAssignments.EligibleAndActive, ReviewedPopulation.Everyone)],
            HasReviewers: true,
            SelfReview: false,
            new(EveryDays: 91.5, EndsOn: null, StartsOn: new DateOnly(2025, 10, 1)),
            AppliesDecisions: true,
            DefaultDecision: null
        );
        return tenant with { AccessReviews = [.. tenant.AccessReviews, change is null ? review : change(review)] };
    }
}
