using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>
/// Reads Microsoft's access review history report: what of it is about paths of a review, by ids alone. It covers more than
/// one review as a rule, so what is about something else is counted and not refused.
/// </summary>
internal sealed class MicrosoftHistory
{
    private readonly HistorySheet sheet;
    private readonly MicrosoftRowReader reader;
    private readonly ReviewedThings things;
    private readonly Leftovers leftovers;
    private readonly List<string> problems = [];
    private readonly MicrosoftDecisions decisions;
    private readonly ImmutableDictionary<string, MicrosoftRow> answers = ImmutableDictionary<
        string,
        MicrosoftRow
    >.Empty;

    public MicrosoftHistory(ReviewRecord review, ReturnedTable table, DateOnly today)
    {
        sheet = new(table);
        reader = new(review, table, sheet, today, problems);
        (things, leftovers) = (new(review), new(review));
        decisions = new(leftovers, problems);
        problems.AddRange(sheet.ProblemsOfHeads(MicrosoftColumns.Read));
        if (problems.Count > 0)
            return;

        var knowsSomebody = false;
        foreach (var row in table.Rows)
            knowsSomebody |= Read(row);
        if (!knowsSomebody && problems.Count == 0)
            problems.Add(
                table.Rows.IsEmpty
                    ? "Row 1: there is no row below the heads."
                    : "PrincipalId: nobody of this review stands in any row, so the report is of another tenant or of other people."
            );
        answers = review
            .Rows.Select(row => (row.Key, Decisive: decisions.Decisive(row)))
            .Where(one => one.Decisive is not null)
            .ToImmutableDictionary(one => one.Key, one => one.Decisive!, StringComparer.Ordinal);
        foreach (var unused in decisions.Except(answers.Values))
            leftovers.Add(
                things.IsOfPerson(unused.Principal, unused.Resource) ? Leftover.Outweighed : Leftover.WholeGroup,
                unused.Row.Number
            );
        Notes = [.. leftovers.Notes];
        Decisions = answers.Values.DistinctBy(one => one.Row.Number).Count();
        Unasked = review.Rows.Count(row =>
            !answers.ContainsKey(row.Key) && row.Hops.Length > 1 && decisions.Has(row.Principal.Id, row.Role.Id)
        );
    }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>By row key.</summary>
    public IReadOnlyDictionary<string, ReviewAnswer> Answers =>
        answers.ToDictionary(one => one.Key, one => one.Value.Answer, StringComparer.Ordinal);

    /// <summary>What of the report answers nothing, and why.</summary>
    public ImmutableArray<string> Notes { get; } = [];

    /// <summary>Rows of the report that answer something.</summary>
    public int Decisions { get; }

    /// <summary>Rows of the review that lead to a role of somebody of whom the report says something, but through a group.</summary>
    public int Unasked { get; }

    /// <param name="entry">See <see cref="ReviewColumns"/>.</param>
    public string Place(string key, string entry) =>
        HistorySheet.Place(
            answers[key].Row,
            entry switch
            {
                ReviewColumns.Decision => MicrosoftColumns.ReviewResult,
                ReviewColumns.Reviewer => MicrosoftColumns.ReviewerName,
                ReviewColumns.DecidedOn => MicrosoftColumns.ReviewDate,
                ReviewColumns.AppliedBy => MicrosoftColumns.AppliedByName,
                ReviewColumns.AppliedOn => MicrosoftColumns.AppliedDate,
                _ => MicrosoftColumns.Justification,
            }
        );

    /// <returns>The row's principal is somebody of this review.</returns>
    private bool Read(ReturnedTableRow row)
    {
        var at = DecidedAt(row);
        if (
            reader.Id(row, MicrosoftColumns.PrincipalId) is not { } principal
            || reader.Id(row, MicrosoftColumns.ResourceId) is not { } resource
        )
            return false;

        if (things.WhyNot(principal, resource) is { } why)
            leftovers.Add(why, row.Number);
        else if (reader.Decision(row) is { } decision)
            Read(row, (principal, resource), decision, at);
        return things.HasPrincipal(principal);
    }

    private void Read(
        ReturnedTableRow row,
        (string Principal, string Resource) access,
        ReviewDecision decision,
        DateTimeOffset? at
    )
    {
        var reviewer = reader.Reviewer(row);
        if (decision is ReviewDecision.None)
            leftovers.Add(Leftover.Undecided, row.Number);
        else if (at is not { } moment)
            Undated(row);
        else if (reader.IsBeforeSnapshot(moment))
            leftovers.Add(Leftover.BeforeSnapshot, row.Number);
        else if (reviewer is null && decision is not ReviewDecision.Revoke)
            leftovers.Add(Leftover.OfNobody, row.Number);
        else
            decisions.Add(
                new(row, access.Principal, access.Resource, moment, reader.Answer(row, decision, moment, reviewer))
            );
    }

    /// <summary>
    /// A date in another order shows that a spreadsheet program saved the file, so it is a problem in every row; words instead
    /// of a date are one only where there is a decision.
    /// </summary>
    private DateTimeOffset? DecidedAt(ReturnedTableRow row) =>
        IsWritten(row) ? reader.Moment(row, MicrosoftColumns.ReviewDate) : null;

    private bool IsWritten(ReturnedTableRow row) => sheet.Whole(row, MicrosoftColumns.ReviewDate).Any(char.IsDigit);

    /// <summary>A date that cannot be read is a problem already.</summary>
    private void Undated(ReturnedTableRow row)
    {
        if (!IsWritten(row) || MicrosoftMoments.Of(sheet.Whole(row, MicrosoftColumns.ReviewDate).Trim()) is not null)
            problems.Add(
                $"{HistorySheet.Place(row, MicrosoftColumns.ReviewDate)}: a decision without a date may be of any year."
            );
    }
}
