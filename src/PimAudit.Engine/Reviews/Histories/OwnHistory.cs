using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Reads a history that PimAudit wrote: each row by its key, and what nobody fills in as it was written.</summary>
internal sealed class OwnHistory
{
    private readonly ReviewRecord review;
    private readonly HistorySheet sheet;
    private readonly AnswerReader reader;
    private readonly List<string> problems = [];
    private readonly Dictionary<string, (ReviewAnswer? Answer, ReturnedTableRow Row)> seen = new(
        StringComparer.Ordinal
    );

    public OwnHistory(ReviewRecord review, ReturnedTable table, DateOnly today)
    {
        (this.review, sheet) = (review, new(table));
        reader = new(review, table.Sha256, today, problems);
        problems.AddRange(sheet.ProblemsOfHeads(HistoryColumns.All.Select(column => column.Head)));
        problems.AddRange(Foreign(table));
        if (problems.Count > 0)
            return;

        var issued = review.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        foreach (var row in table.Rows)
            Read(row, issued);
        foreach (var sent in review.Rows.Where(row => !seen.ContainsKey(row.Key)))
            problems.Add($"The row of {sent.Principal.Label} and {sent.Role.Label} ({sent.Key}) is missing.");
    }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>By row key: rows in which there is an answer.</summary>
    public IReadOnlyDictionary<string, ReviewAnswer> Answers =>
        seen.Where(one => one.Value.Answer is not null)
            .ToDictionary(one => one.Key, one => one.Value.Answer!, StringComparer.Ordinal);

    /// <param name="entry">See <see cref="ReviewColumns"/>.</param>
    public string Place(string key, string entry) => HistorySheet.Place(seen[key].Row, HeadOf(entry));

    private static IEnumerable<string> Foreign(ReturnedTable table) =>
        table
            .Heads.Where(head =>
                !HistoryColumns.All.Any(column => string.Equals(column.Head, head, StringComparison.OrdinalIgnoreCase))
            )
            .Select(head => $"Row 1: a column '{ReturnedRows.Short(head)}' was added.");

    private void Read(ReturnedTableRow row, Dictionary<string, IssuedRow> issued)
    {
        var place = HistorySheet.Place(row, HistoryColumns.RowKey);
        var key = sheet.Whole(row, HistoryColumns.RowKey);
        if (key.Length == 0)
            problems.Add($"{place}: the row has no key, so it was not written by PimAudit.");
        else if (!issued.TryGetValue(key, out var sent))
            problems.Add($"{place}: no row with the key '{ReturnedRows.Short(key)}' was sent out.");
        else
        {
            var answer = reader.Read(Entries(row), sent);
            answer = answer is null ? null : answer with { Source = SourceOf(row) };
            Locked(row, sent with { Answer = answer });
            if (!seen.TryAdd(key, (answer, row)) && !Equals(seen[key].Answer, answer))
                problems.Add(
                    $"{place}: the row of {HistorySheet.Place(seen[key].Row, HistoryColumns.RowKey)} stands here again, with another answer."
                );
        }
    }

    /// <summary>The cells that people fill in, as a workbook has them.</summary>
    private ReturnedRow Entries(ReturnedTableRow row) =>
        new(
            HistoryColumns
                .All.Where(column => column.Entry is not null && sheet.Whole(row, column.Head).Length > 0)
                .ToImmutableDictionary(
                    column => column.Entry!,
                    column => new ReturnedCell(
                        HistorySheet.Place(row, column.Head),
                        sheet.Whole(row, column.Head),
                        Number: null,
                        IsFormula: false
                    ),
                    StringComparer.Ordinal
                ),
            entry => HistorySheet.Place(row, HeadOf(entry))
        );

    private MicrosoftDecision? SourceOf(ReturnedTableRow row) =>
        sheet.Text(row, MicrosoftColumns.ReviewId, problems) is { } id
            ? new(
                id,
                sheet.Text(row, HistoryColumns.SourceReview, problems),
                sheet.Text(row, MicrosoftColumns.ReviewerId, problems),
                sheet.Text(row, MicrosoftColumns.ReviewerUpn, problems),
                sheet.Text(row, MicrosoftColumns.AppliedByUpn, problems)
            )
            : null;

    private void Locked(ReturnedTableRow row, IssuedRow sent)
    {
        foreach (var column in HistoryColumns.All.Where(column => column.Entry is null))
        {
            var (text, expected) = (sheet.Whole(row, column.Head), column.Value(review, sent) ?? "");
            if (string.Equals(text, expected, StringComparison.Ordinal))
                continue;
            var plain = column.Value(review, sent with { Answer = null }) ?? "";
            problems.Add(
                $"{HistorySheet.Place(row, column.Head)}: "
                    + (
                        !string.Equals(plain, expected, StringComparison.Ordinal)
                            ? $"'{ReturnedRows.Short(text)}' does not go with the answer."
                        : text.Length == 0 ? "it was emptied."
                        : $"it was changed to '{ReturnedRows.Short(text)}'."
                    )
            );
        }
    }

    private static string HeadOf(string entry) =>
        HistoryColumns.All.First(column => string.Equals(column.Entry, entry, StringComparison.Ordinal)).Head;
}
