using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>A report over answers that are there, and the other way round.</summary>
public sealed class HistoryMergeTests
{
    private const string Role = "Exchange Administrator";

    private static readonly ReviewRecord Asked = AReview.Of(A.Tenant.Users("Ada").Eligible("Ada", Role));
    private static readonly Said Deny = new("Ada", Role, "Deny");

    private static readonly ReviewAnswer Typed = new(
        ReviewDecision.Revoke,
        "Zoe",
        null,
        new(2026, 10, 3),
        "T-1",
        null,
        null,
        new string('b', 64)
    );

    private static readonly ReviewRecord Answered = Asked with
    {
        Rows = [Asked.Rows[0] with { Answer = Typed }],
        Files = [new("back.xlsx", new string('b', 64), 1)],
    };

    [Test]
    public void What_says_the_same_adds_what_was_missing_and_where_it_was_said()
    {
        var answer = Import(Answered, Applied(Deny)).After.Rows[0].Answer!;

        Assert.That(
            answer with
            {
                Source = null,
            },
            Is.EqualTo(Typed with { AppliedBy = "Cleo", File = new string('c', 64) })
        );
        Assert.That(answer.Source?.ReviewId, Is.EqualTo(Said.ReviewId));
    }

    [Test]
    public void What_says_something_else_is_refused_with_both()
    {
        var imported = Import(Answered, Deny with { Result = "Approve" });

        Assert.That(
            imported.Problems,
            Is.EqualTo([
                "Row 2, ReviewResult: Decision 'Keep' differs from 'Revoke' of back.xlsx; --replace takes the later file.",
            ])
        );
        Assert.That(imported.After, Is.SameAs(Answered));
    }

    [TestCase("ReviewerName", "Yan", "Row 2, ReviewerName: Reviewer 'Yan' differs from 'Zoe'")]
    [TestCase("ReviewDate", "2026-10-04", "Row 2, ReviewDate: Decision date '2026-10-04' differs from '2026-10-03'")]
    public void Who_and_when_are_part_of_an_answer(string head, string text, string problem) =>
        Assert.That(
            Import(Answered, Deny with { But = new() { [head] = text } }).Problems.Single(),
            Does.StartWith(problem)
        );

    [Test]
    public void Replace_takes_the_report_and_what_it_leaves_empty_stays()
    {
        var answer = Import(Answered, Deny with { Result = "Approve" }, replace: true).After.Rows[0].Answer!;

        Assert.That(
            (answer.Decision, answer.Ticket, answer.Source?.ReviewId),
            Is.EqualTo((ReviewDecision.Keep, "T-1", Said.ReviewId))
        );
    }

    [Test]
    public void A_later_report_that_says_the_same_changes_no_answer()
    {
        var once = Import(Asked, Deny).After;
        var again = Import(once, 'd', Deny, new("Bea", Role, "Deny"));

        Assert.That(again.After.Rows[0].Answer, Is.EqualTo(once.Rows[0].Answer));
        Assert.That(again.After.Files, Has.Length.EqualTo(2));
    }

    [Test]
    public void A_later_report_that_says_something_else_is_refused() =>
        Assert.That(
            Import(Import(Asked, Deny).After, 'd', Deny with { Result = "Don't know" }).Problems,
            Has.One.Contains("differs from 'Revoke' of history.csv")
        );

    [Test]
    public void The_same_report_again_is_known() =>
        Assert.That(Import(Import(Asked, Deny).After, Deny) is { IsKnown: true, Microsoft: null }, Is.True);

    [Test]
    public void What_a_report_says_of_who_applied_it_comes_later()
    {
        var answer = Import(Import(Asked, Deny).After, 'd', Applied(Deny)).After.Rows[0].Answer!;

        Assert.That((answer.AppliedBy, answer.Source?.AppliedByUpn), Is.EqualTo(("Cleo", "cleo@contoso.example")));
    }

    [Test]
    public void Whoever_is_said_to_have_applied_it_instead_has_no_name_of_another()
    {
        var applied = Import(Asked, Applied(Deny)).After;
        var other = Said.Report(Deny with { But = new() { ["AppliedByName"] = "Ada" } });

        var answer = ReviewImport
            .Of(applied, other with { Sha256 = new string('d', 64) }, Imported.Today, replace: true)
            .After.Rows[0]
            .Answer!;

        Assert.That((answer.AppliedBy, answer.Source?.AppliedByUpn), Is.EqualTo(("Ada", (string?)null)));
    }

    [Test]
    public void An_earlier_report_takes_nothing_away()
    {
        var answer = Import(Import(Asked, Applied(Deny)).After, 'd', Deny).After.Rows[0].Answer!;

        Assert.That((answer.AppliedBy, answer.Source?.AppliedByUpn), Is.EqualTo(("Cleo", "cleo@contoso.example")));
    }

    private static Said Applied(Said said) =>
        said with
        {
            But = new() { ["AppliedByName"] = "Cleo", ["AppliedByUPN"] = "cleo@contoso.example" },
        };

    private static ReviewImportResult Import(ReviewRecord review, Said said, bool replace = false) =>
        ReviewImport.Of(review, Said.Report(said), Imported.Today, replace);

    /// <summary>Another file.</summary>
    private static ReviewImportResult Import(ReviewRecord review, char hash, params Said[] rows) =>
        ReviewImport.Of(
            review,
            Said.Report(rows) with
            {
                Sha256 = new string(hash, 64),
            },
            Imported.Today,
            replace: false
        );
}
