namespace PimAudit.GraphEmulator;

/// <summary>Fabrikam's quarterly reviews: roles of Approach 1 by role or group, groups of Approach 2 by group.</summary>
internal static class FabrikamReviews
{
    public static TenantBuilder Add(TenantBuilder builder) =>
        builder
            .AccessReview(
                "Quarterly: highly privileged roles",
                new AccessReviewSettings
                {
                    Targets = ["Global Administrator", "Privileged Role Administrator"],
                    Reviewers = ["Helena Costa", "David Mensah"],
                }
            )
            .AccessReview("Quarterly: Exchange Administrator", OfRole("Exchange Administrator"))
            .AccessReview("Quarterly: Security Administrator", OfRole("Security Administrator"))
            .AccessReview(
                "Quarterly: Authentication Administrator",
                OfRole("Authentication Administrator") with
                {
                    Scope = ReviewScope.RoleEligible,
                }
            )
            .AccessReview("Quarterly: SharePoint admins", OfGroup(FabrikamGroups.SharePointAdmins))
            .AccessReview("Quarterly: Helpdesk admins", OfGroup(FabrikamGroups.Helpdesk))
            .AccessReview(
                "Quarterly: Security readers",
                OfGroup(FabrikamGroups.SecurityReaders) with
                {
                    Until = new DateOnly(2030, 12, 31),
                }
            );

    private static AccessReviewSettings OfRole(string role) => new() { Targets = [role], Reviewers = ["Helena Costa"] };

    private static AccessReviewSettings OfGroup(string group) =>
        new()
        {
            Targets = [group],
            Scope = ReviewScope.Group,
            Reviewers = ["David Mensah"],
        };
}
