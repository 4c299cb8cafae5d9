using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM501 to PIM504 by one review each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReviewTests
{
    private const string Name = "Quarterly: Exchange Administrator";
    private const string NotReviewed = "PIM501 High: Exchange Administrator | /";

    private static readonly AccessReviewSettings Sound = Reviews.OfRole("Exchange Administrator");

    [Test]
    public Task A_role_without_a_review() => Gives(tenant => tenant.RemoveAccessReview(Name), NotReviewed);

    [Test]
    public Task A_role_that_is_not_privileged_weighs_less() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Teams Admins", roleAssignable: true)
                    .AddMember("Luca Moretti", "RAG - Teams Admins")
                    .MakeEligible("RAG - Teams Admins", "Teams Administrator", end: Now.AddDays(90))
                    .RoleSettings("Teams Administrator", Good),
            "PIM501 Medium: Teams Administrator | /"
        );

    [Test]
    public Task A_role_in_an_administrative_unit_without_a_review() =>
        Gives(
            tenant => tenant.RemoveAccessReview("Quarterly: Authentication Administrator"),
            "PIM501 High: Authentication Administrator | Lisbon Office"
        );

    [TestCase(ReviewScope.RoleGuests)]
    [TestCase(ReviewScope.RoleActive)]
    [TestCase(ReviewScope.RoleWorkloads)]
    public Task A_review_that_asks_about_others_is_none(ReviewScope scope) =>
        Gives(With(Sound with { Scope = scope }), NotReviewed);

    [TestCase(ReviewScope.Role)]
    [TestCase(ReviewScope.RoleEligible)]
    public Task A_review_that_asks_about_eligible_people_is_one(ReviewScope scope) =>
        StaysSilent(With(Sound with { Scope = scope }));

    [Test]
    public Task A_review_of_the_group_is_one_for_approach_one() => StaysSilent(With(Reviews.OfGroup(ExchangeAdmins)));

    [Test]
    public Task A_review_that_happens_once_is_none() => Gives(With(Sound with { EveryMonths = 0 }), NotReviewed);

    [Test]
    public Task A_review_that_ended_is_none() =>
        Gives(With(Sound with { Until = new DateOnly(2026, 9, 30) }), NotReviewed);

    [Test]
    public Task A_review_that_ends_today_still_runs() =>
        StaysSilent(With(Sound with { Until = new DateOnly(2026, 10, 1) }));

    [Test]
    public Task A_completed_review_is_none() => Gives(With(Sound with { Status = "Completed" }), NotReviewed);

    /// <summary>It does not list eligible members of a group, so three roles of one group are not reviewed.</summary>
    [Test]
    public Task A_review_of_the_roles_is_none_for_approach_two() =>
        Gives(
            tenant =>
                tenant
                    .RemoveAccessReview("Quarterly: Helpdesk admins")
                    .AccessReview(
                        "Quarterly: helpdesk roles",
                        Reviews.OfRole("Helpdesk Administrator", "Password Administrator", "User Administrator")
                    ),
            "PIM501 High: Helpdesk Administrator | /",
            "PIM501 High: Password Administrator | /",
            "PIM501 High: User Administrator | /"
        );

    [Test]
    public Task A_review_of_the_groups_guests_is_none() =>
        Gives(
            tenant =>
                tenant.AccessReview(
                    "Quarterly: Security readers",
                    Reviews.OfGroup(SecurityReaders) with
                    {
                        Scope = ReviewScope.GroupGuests,
                    }
                ),
            "PIM501 High: Global Reader | /",
            "PIM501 High: Security Reader | /"
        );

    [Test]
    public Task Four_months_are_too_rare() => Gives(With(Sound with { EveryMonths = 4 }), $"PIM502 Medium: {Name}");

    [Test]
    public Task Ninety_three_days_are_too_rare() => Gives(EveryDays(93), $"PIM502 Medium: {Name}");

    [Test]
    public Task Ninety_two_days_are_not() => StaysSilent(EveryDays(92));

    /// <summary>Both ask about the same people; the rare one is a fault of its own.</summary>
    [Test]
    public Task A_rare_review_beside_a_sound_one() =>
        Gives(tenant => tenant.AccessReview("Yearly", Sound with { EveryMonths = 12 }), "PIM502 Medium: Yearly");

    /// <summary>It asks about nobody who is eligible.</summary>
    [Test]
    public Task A_rare_review_of_a_role_that_nobody_may_activate() =>
        StaysSilent(tenant =>
            tenant.AccessReview("Yearly", Reviews.OfRole("Teams Administrator") with { EveryMonths = 12 })
        );

    [Test]
    public Task A_last_round_of_107_days_ago_is_overdue() =>
        Gives(With(Sound with { LastFinishedDaysAgo = 107 }), $"PIM503 High: {Name}");

    [Test]
    public Task A_last_round_of_106_days_ago_is_not() => StaysSilent(With(Sound with { LastFinishedDaysAgo = 106 }));

    [Test]
    public Task A_review_that_never_finished_a_round_is_overdue() =>
        Gives(With(Sound with { LastFinishedDaysAgo = null }), $"PIM503 High: {Name}");

    [Test]
    public Task A_new_review_that_never_finished_a_round_is_not() =>
        StaysSilent(tenant =>
            tenant
                .AccessReview(Name, Sound with { LastFinishedDaysAgo = null })
                .Documents(accessReviews: rows => Row(rows)["createdDateTime"] = "2026-09-01T00:00:00Z")
        );

    [Test]
    public Task Decisions_that_nobody_applies_are_without_effect() =>
        Gives(With(Sound with { AppliesDecisions = false }), $"PIM504 Medium: {Name}");

    [Test]
    public Task People_who_review_themselves_are_without_effect() =>
        Gives(With(Sound with { Reviewers = [] }), $"PIM504 Medium: {Name}");

    [Test]
    public Task Silence_may_mean_anything() => StaysSilent(With(Sound with { Silence = null }));

    [TestCase("remove", null, true)]
    [TestCase("remove", "Deny", false)]
    [TestCase("keep", null, false)]
    public Task Silence_that_means_something_else_than_asked(string asked, string? silence, bool isFault) =>
        Gives(
            Sample.Fabrikam.With(tenant => WithSilence(tenant, asked, silence)) with
            {
                Configuration = $"{Sample.Fabrikam.Configuration}\nrules:\n  PIM504: {{ silence: {asked} }}\n",
            },
            isFault ? [$"PIM504 Medium: {Name}"] : []
        );

    /// <summary>All reviews as the profile asks, but this one.</summary>
    private static TenantBuilder WithSilence(TenantBuilder tenant, string asked, string? silence) =>
        tenant
            .AccessReview(Name, Sound with { Silence = silence })
            .Documents(accessReviews: rows =>
            {
                foreach (var row in rows.Where(row => asked is "keep" && row != Row(rows)))
                    row["settings"]!["defaultDecisionEnabled"] = false;
            });

    private static JsonObject Row(IEnumerable<JsonObject> rows) =>
        rows.Single(row => row["displayName"]!.GetValue<string>() == Name);

    private static Func<TenantBuilder, TenantBuilder> With(AccessReviewSettings review) =>
        tenant => tenant.AccessReview(Name, review);

    private static Func<TenantBuilder, TenantBuilder> EveryDays(int days) =>
        tenant =>
            tenant
                .AccessReview(Name, Sound)
                .Documents(accessReviews: rows =>
                    Row(rows)["settings"]!["recurrence"]!["pattern"] = new JsonObject
                    {
                        ["type"] = "daily",
                        ["interval"] = days,
                    }
                );
}
