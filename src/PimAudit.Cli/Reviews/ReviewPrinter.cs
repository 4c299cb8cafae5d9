using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>How far a review is, on a terminal or as JSON. What people wrote is escaped.</summary>
internal sealed class ReviewPrinter(Surroundings surroundings, bool noColor)
{
    private const int MaxNamed = 10;

    private readonly Paint paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);

    /// <param name="today">UTC.</param>
    public void State(ReviewRecord review, DateOnly today)
    {
        var standing = ReviewStanding.Of(review, today);
        Line(
            $"Review {review.Name}: {Say.Count(standing.Rows, "row")}, {Figure(standing.Decided)} decided, "
                + $"{Figure(standing.Unsure)} unsure, {Figure(standing.Undecided)} undecided.",
            paint.Bold
        );
        var open = standing.Undecided + standing.Unsure;
        Line(
            open == 0 ? $"Every row is decided. Last day: {Day(review.DueOn)} (UTC)."
            : standing.IsOver
                ? $"{paint.Mark(Glyph.Fail)} OVERDUE: {Say.Count(open, "row")} since {Day(review.DueOn)} (UTC)."
            : $"Open until {Day(review.DueOn)} (UTC)."
        );
        if (standing.FromMicrosoft > 0)
            Line($"{Say.Count(standing.FromMicrosoft, "row")} answered by Microsoft's access reviews.");
        OfOneself(standing.OfOneself);
    }

    public void Reviewers(ReviewRecord review, DateOnly today)
    {
        var reviewers = ReviewStanding.Of(review, today).Reviewers;
        if (reviewers.IsEmpty)
            return;

        surroundings.Out.WriteLine();
        new SectionTable(paint, surroundings.Out, surroundings.Width).Print(
            ["Reviewer", "Rows", "Decided", "Unsure", "Undecided"],
            [
                .. reviewers.Select(one =>
                    ImmutableArray.Create(
                        one.Reviewer is null ? "nobody named" : Printable.Of(one.Reviewer),
                        Figure(one.Rows),
                        Figure(one.Decided),
                        Figure(one.Unsure),
                        Figure(one.Rows - one.Decided - one.Unsure)
                    )
                ),
            ],
            withHeads: true
        );
    }

    public void Json(ReviewRecord review, DateOnly today)
    {
        var standing = ReviewStanding.Of(review, today);
        var json = new JsonObject
        {
            ["review"] = review.Name,
            ["tenantId"] = review.TenantId.ToString("D"),
            ["dueOn"] = Day(review.DueOn),
            ["rows"] = standing.Rows,
            ["decided"] = standing.Decided,
            ["unsure"] = standing.Unsure,
            ["undecided"] = standing.Undecided,
            ["isOver"] = standing.IsOver,
            ["fromMicrosoft"] = standing.FromMicrosoft,
            ["reviewers"] = new JsonArray([
                .. standing.Reviewers.Select(one =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["reviewer"] = one.Reviewer,
                            ["rows"] = one.Rows,
                            ["decided"] = one.Decided,
                            ["unsure"] = one.Unsure,
                            ["undecided"] = one.Rows - one.Decided - one.Unsure,
                        }
                ),
            ]),
            ["ofOneself"] = new JsonArray([.. standing.OfOneself.Select(row => (JsonNode)row.Key)]),
        };
        surroundings.Out.WriteLine(json.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }));
    }

    private void OfOneself(ImmutableArray<IssuedRow> rows)
    {
        if (rows.IsEmpty)
            return;

        Line($"{paint.Mark(Glyph.Fail)} {Say.Count(rows.Length, "row")} decided or applied by the person concerned:");
        foreach (var row in rows.Take(MaxNamed))
            Line($"  {Printable.Of(row.Principal.Label)}, {Printable.Of(row.Role.Label)}: {row.Answer!.Decision}");
        if (rows.Length > MaxNamed)
            Line($"  and {Say.Number(rows.Length - MaxNamed)} more; --json names the keys");
    }

    private void Line(string text, Func<string, string>? dress = null)
    {
        foreach (var line in Prose.Lines(text, surroundings.Width))
            surroundings.Out.WriteLine(dress is null ? line : dress(line));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);
}
