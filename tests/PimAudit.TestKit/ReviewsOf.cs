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

    /// <summary>A round of the review of a role or group that ended so long before TakenAt; negative: will end.</summary>
    /// <param name="ago">Null: Graph did not tell the end.</param>
    public static TenantSnapshot Round(
        this TenantSnapshot tenant,
        string target,
        TimeSpan? ago,
        string? status = "Applied"
    )
    {
        var end = tenant.TakenAt - ago;
        return tenant with
        {
            AccessReviewInstances =
            [
                .. tenant.AccessReviewInstances,
                new(
                    $"round {tenant.AccessReviewInstances.Length}",
                    A.Id($"Review of {target}").ToString("D"),
                    end - TimeSpan.FromDays(14),
                    end,
                    status
                ),
            ],
        };
    }

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
        )
        {
            AppliesDefault = false,
        };
        return tenant with { AccessReviews = [.. tenant.AccessReviews, change is null ? review : change(review)] };
    }
}
