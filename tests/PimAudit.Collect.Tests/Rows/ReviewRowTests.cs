using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class ReviewRowTests
{
    private const string Role = "62e90394-69f5-4237-9190-012177145e10";
    private const string Group = "119cc181-22f0-4e18-8537-264e7524ee0b";

    private static readonly string Active =
        $"/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{Role}')";

    private static readonly string Eligible =
        $"/roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{Role}')";

    private static readonly string Workloads =
        $"/beta/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal') and roleDefinitionId eq '{Role}')";

    private static IEnumerable<TestCaseData> Queries =>
        [
            Case($"/roleManagement/directory/roleDefinitions/{Role}", true, ReviewedAssignments.EligibleAndActive),
            Case(
                $"/v1.0/roleManagement/directory/roleDefinitions/{Role}/",
                true,
                ReviewedAssignments.EligibleAndActive
            ),
            Case(Active, true, ReviewedAssignments.ActiveOnly),
            Case(Eligible, true, ReviewedAssignments.EligibleOnly),
            Case(Uri.EscapeDataString(Eligible), true, ReviewedAssignments.EligibleOnly),
            Case(Eligible.Replace(' ', '+'), true, ReviewedAssignments.EligibleOnly),
            Case(Workloads, true, ReviewedAssignments.ActiveOnly, ReviewedPopulation.ServicePrincipalsOnly),
            Case(
                Eligible.Replace("isof(", "startsWith(", StringComparison.Ordinal),
                true,
                ReviewedAssignments.EligibleOnly,
                ReviewedPopulation.Unclear
            ),
            Case($"/groups/{Group}/transitiveMembers", false, ReviewedAssignments.EligibleAndActive),
            Case(
                $"/v1.0/groups/{Group}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')",
                false,
                ReviewedAssignments.EligibleAndActive,
                ReviewedPopulation.GuestsOnly
            ),
            Case(
                $"/groups/{Group}/members?$filter=(department eq 'IT')",
                false,
                ReviewedAssignments.EligibleAndActive,
                ReviewedPopulation.Unclear
            ),
        ];

    [TestCaseSource(nameof(Queries))]
    public void Finds_the_role_or_group_in_a_query(
        string query,
        bool isRole,
        ReviewedAssignments assignments,
        ReviewedPopulation population
    ) =>
        Assert.That(
            ReviewTargets.Of(new ReviewScopeRow(Query: query)),
            Is.EqualTo([new ReviewTarget(isRole, new Guid(isRole ? Role : Group), assignments, population)])
        );

    [TestCase("./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')")]
    [TestCase("/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))")]
    [TestCase("/users")]
    [TestCase("")]
    public void Finds_nothing_in_reviews_of_other_things(string query) =>
        Assert.That(ReviewTargets.Of(new ReviewScopeRow(Query: query)), Is.Empty);

    [TestCase(0, 1)]
    [TestCase(5000, 0)]
    public void A_query_longer_than_any_is_not_understood(int blanks, int targets) =>
        Assert.That(
            ReviewTargets.Of(new ReviewScopeRow(Query: Active + new string(' ', blanks))),
            Has.Length.EqualTo(targets)
        );

    [TestCase("/users", ReviewedPopulation.Everyone)]
    [TestCase("/v1.0/users", ReviewedPopulation.Everyone)]
    [TestCase("/users?$filter=(userType eq 'Guest')", ReviewedPopulation.GuestsOnly)]
    [TestCase("/servicePrincipals", ReviewedPopulation.ServicePrincipalsOnly)]
    [TestCase("/users/11111111-1111-1111-1111-111111111111", ReviewedPopulation.Unclear)]
    [TestCase("/users?$filter=(userType eq 'Member')", ReviewedPopulation.Unclear)]
    public void Reads_who_is_reviewed_from_the_principal_scope(string principals, ReviewedPopulation population)
    {
        var scope = new ReviewScopeRow(
            PrincipalScopes: [new(Query: principals)],
            ResourceScopes: [new(Query: $"/roleManagement/directory/roleDefinitions/{Role}")]
        );

        Assert.That(ReviewTargets.Of(scope).Select(target => target.Population), Is.EqualTo([population]));
    }

    [Test]
    public void A_review_of_inactive_users_is_unclear()
    {
        var scope = new ReviewScopeRow(
            PrincipalScopes: [new(Type: "#microsoft.graph.accessReviewInactiveUsersQueryScope", Query: "/users")],
            ResourceScopes: [new(Query: $"/groups/{Group}/members")]
        );

        Assert.That(
            ReviewTargets.Of(scope).Select(target => target.Population),
            Is.EqualTo([ReviewedPopulation.Unclear])
        );
    }

    [TestCase("daily", 1, 1)]
    [TestCase("weekly", 2, 14)]
    [TestCase("absoluteMonthly", 3, 91.5)]
    [TestCase("relativeMonthly", 1, 30.5)]
    [TestCase("absoluteYearly", 1, 366)]
    [TestCase("sometimes", 1, null)]
    [TestCase("weekly", 0, null)]
    public void Reads_how_often_a_review_recurs(string type, int interval, double? days)
    {
        var row = new RecurrenceRow(new(type, interval), Range: null);

        Assert.That(row.ToModel().EveryDays, Is.EqualTo(days));
    }

    [TestCase("numbered", 0, "9999-12-31", null)]
    [TestCase("noEnd", 0, null, null)]
    [TestCase("endDate", 0, "9999-12-31", null)]
    [TestCase("endDate", 0, "2027-03-31", "2027-03-31")]
    [TestCase("numbered", 1, "9999-12-31", "2026-01-01")]
    [TestCase("numbered", 3, "9999-12-31", "2026-01-15")]
    [TestCase("numbered", int.MaxValue, "9999-12-31", null)]
    public void Reads_when_a_review_ends(string type, int times, string? end, string? expected)
    {
        var row = new RecurrenceRow(new("weekly", 1), new(type, times, "2026-01-01", end));

        Assert.That(
            row.ToModel().EndsOn,
            Is.EqualTo(expected is null ? (DateOnly?)null : DateOnly.ParseExact(expected, "yyyy-MM-dd"))
        );
    }

    [TestCase("""[{"query":"./manager"}]""", "[]", true, false)]
    [TestCase("[]", """[{"query":"/users/x"}]""", true, false)]
    [TestCase("[]", "[]", true, true)]
    [TestCase("null", "null", false, false)]
    public void Reads_who_reviews(string reviewers, string fallback, bool has, bool self)
    {
        var review = Review($$$"""{"id":"r","reviewers":{{{reviewers}}},"fallbackReviewers":{{{fallback}}}}""");

        Assert.That((review.HasReviewers, review.SelfReview), Is.EqualTo((has, self)));
    }

    [TestCase("true", "Deny")]
    [TestCase("false", null)]
    public void A_default_decision_counts_only_when_it_is_on(string enabled, string? decision)
    {
        var review = Review(
            $$$"""{"id":"r","settings":{"defaultDecisionEnabled":{{{enabled}}},"defaultDecision":"Deny"}}"""
        );

        Assert.That(review.DefaultDecision, Is.EqualTo(decision));
    }

    [TestCase("""{"defaultDecisionEnabled":true}""", true)]
    [TestCase("""{"defaultDecisionEnabled":false}""", false)]
    [TestCase("{}", null)]
    [TestCase("null", null)]
    public void Tells_no_default_decision_from_one_that_was_not_told(string settings, bool? applies) =>
        Assert.That(Review($$$"""{"id":"r","settings":{{{settings}}}}""").AppliesDefault, Is.EqualTo(applies));

    private static AccessReview Review(string json) =>
        JsonSerializer
            .Deserialize($$"""{"value":[{{json}}]}""", GraphJson.Default.AccessReviews)!
            .Value!.Single()
            .ToModel();

    private static TestCaseData Case(
        string query,
        bool isRole,
        ReviewedAssignments assignments,
        ReviewedPopulation population = ReviewedPopulation.Everyone
    ) => new(query, isRole, assignments, population);
}
