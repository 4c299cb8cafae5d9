using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>Quarterly access reviews.</summary>
internal static class Reviews
{
    public static AccessReviewSettings OfRole(params string[] roles) =>
        new() { Targets = [.. roles], Reviewers = ["Helena Costa"] };

    public static AccessReviewSettings OfGroup(string group) =>
        new()
        {
            Targets = [group],
            Scope = ReviewScope.Group,
            Reviewers = ["Helena Costa"],
        };
}
