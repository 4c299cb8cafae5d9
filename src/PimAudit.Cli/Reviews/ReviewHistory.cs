using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A review as CSV that can be laid below Microsoft's access review history report: the same words for the same things.</summary>
/// <remarks>Source: Microsoft Learn, Create and manage downloadable access review history report.</remarks>
internal static class ReviewHistory
{
    private static readonly (string Head, Func<ReviewRecord, IssuedRow, string?> Value)[] Columns =
    [
        ("ReviewType", (_, _) => "Microsoft Entra role"),
        ("ResourceDisplayName", (_, row) => row.Role.DisplayName),
        ("ResourceId", (_, row) => row.Role.Id),
        ("ReviewName", (review, _) => review.Name),
        ("ReviewStartDate", (review, _) => Say.Day(review.TakenAt)),
        ("ReviewEndDate", (review, _) => Day(review.DueOn)),
        ("PrincipalId", (_, row) => row.Principal.Id),
        ("PrincipalName", (_, row) => row.Principal.DisplayName),
        ("PrincipalUPN", (_, row) => row.Principal.Kind is ObjectKind.User ? row.PrincipalName : null),
        ("PrincipalType", (_, row) => Say.Word(row.Principal.Kind).ToLowerInvariant()),
        ("ReviewDate", (_, row) => Day(row.Answer?.DecidedOn)),
        ("ReviewResult", (_, row) => Result(row.Answer?.Decision ?? ReviewDecision.None)),
        ("Justification", (_, row) => row.Answer?.Justification),
        ("ReviewerName", (_, row) => row.Answer?.Reviewer ?? row.Asked),
        ("AppliedByName", (_, row) => row.Answer?.AppliedBy),
        ("AppliedDate", (_, row) => Day(row.Answer?.AppliedOn)),
        ("AccessRecommendation", (_, row) => Advice(row.Cells.GetValueOrDefault("Recommendation"))),
        (
            "SubmissionResult",
            (_, row) => row.Answer?.AppliedBy is null && row.Answer?.AppliedOn is null ? "Not applied" : "Applied"
        ),
        (
            "Decision",
            (_, row) => row.Answer is { Decision: not ReviewDecision.None } answer ? $"{answer.Decision}" : null
        ),
        ("Ticket", (_, row) => row.Answer?.Ticket),
        ("Scope", (_, row) => row.Scope.Id),
        ("Path", (_, row) => row.Path),
        ("RowKey", (_, row) => row.Key),
    ];

    public static void Write(ReviewRecord review, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', Columns.Select(column => column.Head)));
        foreach (var row in review.Rows)
            writer.WriteLine(string.Join(',', Columns.Select(column => Sinks.Csv(column.Value(review, row) ?? ""))));
    }

    /// <summary>What is to become another access is not approved as it is.</summary>
    private static string Result(ReviewDecision decision) =>
        decision switch
        {
            ReviewDecision.Keep => "Approve",
            ReviewDecision.Revoke or ReviewDecision.Change => "Deny",
            ReviewDecision.Unsure => "Don't know",
            _ => "Not reviewed",
        };

    private static string Advice(string? recommendation) =>
        recommendation switch
        {
            "Keep" => "Approve",
            "Revoke" => "Deny",
            _ => "No Info",
        };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
