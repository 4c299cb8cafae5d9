using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class PolicyAndReviewBodyTests
{
    private static readonly string Id = Body.Id(1).ToString("D");
    private static readonly DateOnly Start = new(2020, 9, 11);

    [Test]
    public void Reads_a_weekly_review_of_a_group_without_end()
    {
        var review = Body.Rows("access-review-definitions", GraphJson.Default.AccessReviews).Single().ToModel();

        Assert.Multiple(() =>
        {
            Assert.That(review.Targets.Select(target => (target.IsRole, target.Population)), Is.EqualTo([Group]));
            Assert.That(review.Recurrence, Is.EqualTo(new ReviewRecurrence(7, EndsOn: null, Start)));
            Assert.That((review.HasReviewers, review.SelfReview), Is.EqualTo((true, false)));
            Assert.That((review.AppliesDecisions, review.DefaultDecision), Is.EqualTo(((bool?)false, (string?)null)));
        });
    }

    [Test]
    public void A_review_of_all_Microsoft_365_groups_is_about_no_role_and_no_group()
    {
        var review = Body.Rows("access-review-definitions-all-groups", GraphJson.Default.AccessReviews)
            .Single()
            .ToModel();

        Assert.Multiple(() =>
        {
            Assert.That(review.Targets, Is.Empty);
            Assert.That(review.Recurrence.EveryDays, Is.EqualTo(91.5));
            Assert.That(review.DefaultDecision, Is.EqualTo("Recommendation"));
        });
    }

    [Test]
    public void Reads_instances_of_a_review() =>
        Assert.That(
            Body.Rows("access-review-instances", GraphJson.Default.AccessReviewInstances)
                .Select(row => (row.ToModel("review") with { Id = "" })),
            Is.EqualTo([
                new AccessReviewInstance(
                    "",
                    "review",
                    new DateTimeOffset(2021, 3, 9, 23, 10, 28, 830, TimeSpan.Zero),
                    new DateTimeOffset(2021, 3, 9, 23, 10, 28, 830, TimeSpan.Zero),
                    "Applied"
                ),
            ])
        );

    [TestCase(
        "servicePrincipalsInRole",
        true,
        ReviewedAssignments.ActiveOnly,
        ReviewedPopulation.ServicePrincipalsOnly
    )]
    [TestCase("allActiveAndEligible", true, ReviewedAssignments.EligibleAndActive, ReviewedPopulation.Everyone)]
    [TestCase("eligibleUsers", true, ReviewedAssignments.EligibleOnly, ReviewedPopulation.Everyone)]
    [TestCase("activeUsers", true, ReviewedAssignments.ActiveOnly, ReviewedPopulation.Everyone)]
    [TestCase("groupTransitiveUsers", false, ReviewedAssignments.EligibleAndActive, ReviewedPopulation.Everyone)]
    [TestCase("guestsInRole", true, ReviewedAssignments.EligibleAndActive, ReviewedPopulation.GuestsOnly)]
    public void Reads_each_documented_scope(
        string name,
        bool isRole,
        ReviewedAssignments assignments,
        ReviewedPopulation population
    )
    {
        using var scopes = System.Text.Json.JsonDocument.Parse(
            Body.Of("access-review-role-scopes")
                .Replace("{role id}", Id, StringComparison.OrdinalIgnoreCase)
                .Replace("{group id}", Id, StringComparison.Ordinal)
        );
        var review = System.Text.Json.JsonSerializer.Deserialize(
            $$"""{"value":[{"id":"r","scope":{{scopes.RootElement.GetProperty(name).GetRawText()}}}]}""",
            GraphJson.Default.AccessReviews
        )!;

        Assert.That(
            review.Value!.Single().ToModel().Targets,
            Is.EqualTo([new ReviewTarget(isRole, Body.Id(1), assignments, population)])
        );
    }

    [Test]
    public void Reads_policies_that_include_nobody() =>
        Assert.That(
            Body.Rows("conditional-access-policies", GraphJson.Default.ConditionalAccessPolicies)
                .Select(row => row.ToModel())
                .Select(policy =>
                    (
                        policy.DisplayName,
                        policy.State,
                        policy.Includes.Everyone,
                        string.Join(',', policy.NarrowedBy),
                        string.Join(',', policy.Grant!.Controls)
                    )
                ),
            Is.EqualTo([
                ("SimplePolicy1", PolicyState.Disabled, false, "", "block"),
                ("SimplePolicy2", PolicyState.Disabled, false, "", "mfa"),
            ])
        );

    [Test]
    public void Reads_authentication_contexts() =>
        Assert.That(
            Body.Rows("authentication-context-class-references", GraphJson.Default.AuthenticationContexts)
                .Select(row => row.ToModel()),
            Is.EqualTo([new AuthenticationContext("c1", "Contoso trusted locations", IsAvailable: true)])
        );

    private static readonly (bool, ReviewedPopulation) Group = (false, ReviewedPopulation.Everyone);
}
