using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Says what became of a row of a review.</summary>
internal static class ReviewWords
{
    public static Rich Outcome(ReviewedRow row)
    {
        var (outcome, words) = Standing(row);
        return Rich.Line(new OutcomeRun(outcome, IsNamed: false), new TextRun(words, Tone.Strong));
    }

    /// <summary>Such as <c>revoked in 2026-Q3, still there</c>.</summary>
    public static string Sentence(ReviewedRow row) => Standing(row).Words;

    private static (RuleOutcome Outcome, string Words) Standing(ReviewedRow row) =>
        row.State switch
        {
            ReviewState.StillThere => (RuleOutcome.Fail, $"{Decided(row)} in {row.Review}, still there"),
            ReviewState.Overdue => (RuleOutcome.Fail, $"overdue since the end of {row.Review}"),
            ReviewState.Undecided => (RuleOutcome.NotEvaluated, $"undecided in {row.Review}"),
            ReviewState.NotConfirmed => (
                RuleOutcome.NotEvaluated,
                $"{Decided(row)} in {row.Review}, could not be looked at again"
            ),
            ReviewState.Gone => (RuleOutcome.Pass, $"{Decided(row)} in {row.Review}, gone"),
            ReviewState.Kept => (RuleOutcome.Pass, $"{Decided(row)} in {row.Review}"),
            _ => (RuleOutcome.NotApplicable, $"{Decided(row)} in {row.Review}, gone anyway"),
        };

    public static Rich Reviewer(ReviewedRow row) =>
        Rich.Stack(
            row.Reviewer is { } reviewer ? Rich.Of(reviewer) : Rich.Of("nobody signed", Tone.Quiet),
            row.DecidedOn is { } day
                ? Rich.Line(new IdRun(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Tone.Quiet))
                : Rich.Nothing,
            row.Ticket is { } ticket ? Rich.Of(ticket, Tone.Quiet) : Rich.Nothing,
            row.OfOneself ? Rich.Of("about his own access", Tone.Strong) : Rich.Nothing
        );

    private static string Decided(ReviewedRow row) =>
        row.Decision switch
        {
            ReviewDecision.Keep => "kept",
            ReviewDecision.Revoke => "revoked",
            ReviewDecision.Change => "to be changed",
            ReviewDecision.Unsure => "unsure",
            _ => "not decided",
        };
}
