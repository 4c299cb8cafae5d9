using NUnit.Framework;
using PimAudit.Engine.Tests.Comparing;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews;

/// <summary>What a run sees of the decisions of a review: there, gone, or not known.</summary>
public sealed class ReviewOutcomeTests
{
    private const string Role = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    private static readonly TenantSnapshot Empty = A.Tenant.Users("Ada").Groups(Group);
    private static readonly TenantSnapshot Eligible = Empty.Eligible("Ada", Role);
    private static readonly TenantSnapshot Standing = Empty.Assigned("Ada", Role);
    private static readonly TenantSnapshot Through = Empty.Member(Group, "Ada").Eligible(Group, Role);

    [TestCase(ReviewDecision.Revoke, ReviewState.StillThere)]
    [TestCase(ReviewDecision.Change, ReviewState.StillThere)]
    [TestCase(ReviewDecision.Keep, ReviewState.Kept)]
    [TestCase(ReviewDecision.Unsure, ReviewState.Undecided)]
    [TestCase(ReviewDecision.None, ReviewState.Undecided)]
    public void A_path_that_is_there(ReviewDecision decision, ReviewState state) =>
        Assert.That(Seen(Eligible, decision, Eligible), Is.EqualTo(state));

    [TestCase(ReviewDecision.Revoke, ReviewState.Gone)]
    [TestCase(ReviewDecision.Change, ReviewState.Gone)]
    [TestCase(ReviewDecision.Keep, ReviewState.GoneAnyway)]
    [TestCase(ReviewDecision.Unsure, ReviewState.GoneAnyway)]
    [TestCase(ReviewDecision.None, ReviewState.Undecided)]
    public void A_path_that_is_gone(ReviewDecision decision, ReviewState state) =>
        Assert.That(Seen(Eligible, decision, Empty), Is.EqualTo(state));

    [TestCase(ReviewDecision.Revoke)]
    [TestCase(ReviewDecision.Change)]
    [TestCase(ReviewDecision.Keep)]
    public void A_path_that_is_not_seen_where_not_everything_was_read(ReviewDecision decision) =>
        Assert.That(
            Seen(Eligible, decision, Empty.Refuse(SnapshotParts.EligibleAssignments)),
            Is.EqualTo(ReviewState.NotConfirmed)
        );

    [Test]
    public void A_path_through_a_group_that_was_not_read_is_not_confirmed() =>
        Assert.That(
            Seen(Through, ReviewDecision.Revoke, Empty.Eligible(Group, Role).Gap(SnapshotParts.GroupMembers, Group)),
            Is.EqualTo(ReviewState.NotConfirmed)
        );

    [Test]
    public void A_path_that_is_seen_is_there_whatever_was_not_read() =>
        Assert.That(
            Seen(Eligible, ReviewDecision.Revoke, Eligible.Refuse(SnapshotParts.ActiveAssignments)),
            Is.EqualTo(ReviewState.StillThere)
        );

    /// <summary>Another state of the same path is the same access.</summary>
    [Test]
    public void Access_that_was_to_be_revoked_and_stands_now_is_still_there() =>
        Assert.That(Seen(Eligible, ReviewDecision.Revoke, Standing), Is.EqualTo(ReviewState.StillThere));

    [Test]
    public void Access_that_is_at_work_by_its_last_activation_is_still_there() =>
        Assert.That(
            Seen(Eligible, ReviewDecision.Revoke, Empty.Activated("Ada", Role)),
            Is.EqualTo(ReviewState.StillThere)
        );

    /// <summary>The row of an activation is gone with it, and the person can activate the role again.</summary>
    [TestCase(ReviewDecision.Revoke, ReviewState.StillThere)]
    [TestCase(ReviewDecision.Change, ReviewState.StillThere)]
    [TestCase(ReviewDecision.Keep, ReviewState.Kept)]
    public void An_activation_that_ended_took_nothing_away(ReviewDecision decision, ReviewState state) =>
        Assert.That(Seen(Empty.Activated("Ada", Role), decision, Through), Is.EqualTo(state));

    [Test]
    public void An_activation_of_somebody_who_reaches_the_role_no_more_is_gone() =>
        Assert.That(Seen(Empty.Activated("Ada", Role), ReviewDecision.Revoke, Empty), Is.EqualTo(ReviewState.Gone));

    /// <summary>Asked about when nobody could resolve the id: a group, as it turned out.</summary>
    [Test]
    public void An_id_that_turned_out_to_be_a_group_is_still_there()
    {
        var hidden = (Empty.Eligible(Group, Role) with { Groups = [] }).Gap(SnapshotParts.Principals, Group);

        Assert.That(Seen(hidden, ReviewDecision.Revoke, Through), Is.EqualTo(ReviewState.StillThere));
    }

    [Test]
    public void Standing_access_that_was_to_be_changed_and_is_eligible_now_was_changed() =>
        Assert.That(Seen(Standing, ReviewDecision.Change, Eligible), Is.EqualTo(ReviewState.Gone));

    [Test]
    public void Access_without_end_that_was_to_be_changed_and_ends_now_was_changed() =>
        Assert.That(
            Seen(Eligible, ReviewDecision.Change, Empty.Eligible("Ada", Role, TimeSpan.FromDays(30))),
            Is.EqualTo(ReviewState.Gone)
        );

    [Test]
    public void What_was_changed_is_not_known_where_its_list_was_not_read() =>
        Assert.That(
            Seen(Standing, ReviewDecision.Change, Standing.Refuse(SnapshotParts.ActiveAssignments)),
            Is.EqualTo(ReviewState.NotConfirmed)
        );

    [TestCase(0, ReviewState.Undecided)]
    [TestCase(-1, ReviewState.Overdue)]
    public void A_review_is_overdue_on_the_day_after_its_last(int dueIn, ReviewState state) =>
        Assert.That(Seen(Eligible, ReviewDecision.None, Eligible, dueIn), Is.EqualTo(state));

    [TestCase("Ada", true)]
    [TestCase("  ada ", true)]
    [TestCase("Ada <ada@contoso.example>", true)]
    [TestCase("A. Byrne (ADA@CONTOSO.EXAMPLE)", true)]
    [TestCase("Adam", false)]
    [TestCase("for Ada by Bea", false)]
    [TestCase("bea@contoso.example", false)]
    [TestCase(null, false)]
    public void Whoever_decides_about_himself_is_flagged(string? reviewer, bool flagged)
    {
        var row = Answered(Eligible, ReviewDecision.Keep).Rows[0] with { PrincipalName = "ada@contoso.example" };
        RowsOf(row.Answer! with { Reviewer = reviewer, AppliedBy = "Zoe" }, row, out var signed);
        RowsOf(row.Answer! with { Reviewer = "Zoe", AppliedBy = reviewer }, row, out var applied);

        Assert.That((signed, applied), Is.EqualTo((flagged, flagged)));
    }

    [Test]
    public void An_object_id_names_somebody_too_and_the_words_of_a_name_in_any_order()
    {
        var row = Answered(Eligible, ReviewDecision.Keep).Rows[0] with
        {
            Principal = new(ObjectKind.User, A.Id("Ada"), "Ada Byrne"),
        };

        Assert.That(
            new[] { "Byrne, Ada", "byrne ada", A.Id("Ada").ToString("D"), "Ada" }.Select(name =>
                SelfReview.Is(row with { Answer = row.Answer! with { Reviewer = name } })
            ),
            Is.EqualTo([true, true, true, false])
        );
    }

    [Test]
    public void A_name_without_a_decision_decides_nothing() =>
        Assert.That(
            SelfReview.Is(
                Answered(Eligible, ReviewDecision.None).Rows[0] is var row
                    ? row with
                    {
                        Answer = row.Answer! with { Reviewer = "Ada" },
                    }
                    : row
            ),
            Is.False
        );

    [Test]
    public void The_run_id_depends_on_the_review()
    {
        var result = Changes.Judge(Eligible);
        var review = Answered(Eligible, ReviewDecision.Keep);

        string[] ids =
        [
            result.Run.Id,
            ReviewOutcomes.With(result, [new(review, "a")]).Run.Id,
            ReviewOutcomes.With(result, [new(review, "b")]).Run.Id,
        ];

        Assert.That(ids, Is.Unique);
        Assert.That(ReviewOutcomes.With(result, []), Is.SameAs(result));
    }

    private static void RowsOf(ReviewAnswer answer, IssuedRow row, out bool flagged) =>
        flagged = SelfReview.Is(row with { Answer = answer });

    private static ReviewState Seen(
        TenantSnapshot asked,
        ReviewDecision decision,
        TenantSnapshot now,
        int dueIn = 30
    ) => ReviewOutcomes.With(Changes.Judge(now), [new(Answered(asked, decision, dueIn), "0")]).Reviews.Single().State;

    private static ReviewRecord Answered(TenantSnapshot asked, ReviewDecision decision, int dueIn = 30)
    {
        var review = AReview.Of(asked, dueIn);
        return review with
        {
            Rows =
            [
                .. review.Rows.Select(row =>
                    row with
                    {
                        Answer = new(decision, "Zoe", null, null, null, null, null, new string('b', 64)),
                    }
                ),
            ],
        };
    }
}
