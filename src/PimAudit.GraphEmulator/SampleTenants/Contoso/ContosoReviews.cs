namespace PimAudit.GraphEmulator;

/// <summary>Contoso's access reviews: most roles are covered each quarter, some rarely, some no more.</summary>
internal static class ContosoReviews
{
    public static TenantBuilder Add(TenantBuilder builder) =>
        builder
            .AccessReview(
                "Privileged roles, quarterly",
                new AccessReviewSettings
                {
                    Targets =
                    [
                        "Global Administrator",
                        "Privileged Role Administrator",
                        "Security Administrator",
                        "Conditional Access Administrator",
                        "Intune Administrator",
                        "Application Administrator",
                        "Authentication Administrator",
                        "User Administrator",
                    ],
                    Reviewers = ["Samuel Adeyemi", "Nadia Haddad"],
                }
            )
            .AccessReview("Helpdesk bundle, quarterly", OfGroup(ContosoGroups.Helpdesk, "Nadia Haddad"))
            .AccessReview("Endpoint team, quarterly", OfGroup(ContosoGroups.Endpoint, "Marcus Webb"))
            .AccessReview("Messaging bundle, quarterly", OfGroup(ContosoGroups.Messaging, "Nadia Haddad"))
            .AccessReview("Network team, quarterly", OfGroup(ContosoGroups.Network, "Marcus Webb"))
            .AccessReview(
                "Exchange administrators, twice a year",
                new AccessReviewSettings
                {
                    Targets = ["Exchange Administrator"],
                    Reviewers = ["Nadia Haddad"],
                    EveryMonths = 6,
                    LastFinishedDaysAgo = 80,
                }
            )
            .AccessReview(
                "Guests with SharePoint administration",
                new AccessReviewSettings
                {
                    Targets = ["SharePoint Administrator"],
                    Scope = ReviewScope.RoleGuests,
                    Reviewers = ["Hana Suzuki"],
                }
            )
            .AccessReview(
                "SecOps Tier 2 (until the reorganisation)",
                OfGroup(ContosoGroups.SecOps, "Samuel Adeyemi") with
                {
                    Status = "Completed",
                    Until = new DateOnly(2026, 3, 31),
                    LastFinishedDaysAgo = 190,
                }
            );

    private static AccessReviewSettings OfGroup(string group, string reviewer) =>
        new()
        {
            Targets = [group],
            Scope = ReviewScope.Group,
            Reviewers = [reviewer],
        };
}
