using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A review as a table that can be laid below Microsoft's access review history report: the same words for the same things.</summary>
/// <remarks>Source: Microsoft Learn, Create and manage downloadable access review history report.</remarks>
public static class HistoryColumns
{
    internal const string RowKey = "RowKey";
    internal const string SourceReview = "SourceReview";

    public static ImmutableArray<HistoryColumn> All { get; } =
    [
        new(MicrosoftColumns.ReviewType, (_, _) => "Microsoft Entra role"),
        new("ResourceDisplayName", (_, row) => row.Role.DisplayName),
        new(MicrosoftColumns.ResourceId, (_, row) => row.Role.Id),
        new(MicrosoftColumns.ReviewName, (review, _) => review.Name),
        new("ReviewStartDate", (review, _) => Say.Day(review.TakenAt)),
        new("ReviewEndDate", (review, _) => Day(review.DueOn)),
        new(MicrosoftColumns.PrincipalId, (_, row) => row.Principal.Id),
        new("PrincipalName", (_, row) => row.Principal.DisplayName),
        new("PrincipalUPN", (_, row) => row.Principal.Kind is ObjectKind.User ? row.PrincipalName : null),
        new("PrincipalType", (_, row) => Say.Word(row.Principal.Kind).ToLowerInvariant()),
        new(MicrosoftColumns.ReviewDate, (_, row) => Day(row.Answer?.DecidedOn), ReviewColumns.DecidedOn),
        new(MicrosoftColumns.ReviewResult, (_, row) => Result(row.Answer?.Decision ?? ReviewDecision.None)),
        new(MicrosoftColumns.Justification, (_, row) => row.Answer?.Justification, ReviewColumns.Justification),
        new(
            MicrosoftColumns.ReviewerName,
            (_, row) => row.Answer is { } answer ? answer.Reviewer : row.Asked,
            ReviewColumns.Reviewer
        ),
        new(MicrosoftColumns.AppliedByName, (_, row) => row.Answer?.AppliedBy, ReviewColumns.AppliedBy),
        new(MicrosoftColumns.AppliedDate, (_, row) => Day(row.Answer?.AppliedOn), ReviewColumns.AppliedOn),
        new("AccessRecommendation", (_, row) => Advice(row.Cells.GetValueOrDefault("Recommendation"))),
        new(
            "SubmissionResult",
            (_, row) => row.Answer?.AppliedBy is null && row.Answer?.AppliedOn is null ? "Not applied" : "Applied"
        ),
        new(MicrosoftColumns.ReviewId, (_, row) => row.Answer?.Source?.ReviewId),
        new(MicrosoftColumns.ReviewerId, (_, row) => row.Answer?.Source?.ReviewerId),
        new(MicrosoftColumns.ReviewerUpn, (_, row) => row.Answer?.Source?.ReviewerUpn),
        new(MicrosoftColumns.AppliedByUpn, (_, row) => row.Answer?.Source?.AppliedByUpn),
        new(
            "Decision",
            (_, row) => row.Answer is { Decision: not ReviewDecision.None } answer ? $"{answer.Decision}" : null,
            ReviewColumns.Decision
        ),
        new("Ticket", (_, row) => row.Answer?.Ticket, ReviewColumns.Ticket),
        new("Scope", (_, row) => row.Scope.Id),
        new("Path", (_, row) => row.Path),
        new(SourceReview, (_, row) => row.Answer?.Source?.ReviewName),
        new(RowKey, (_, row) => row.Key),
    ];

    /// <summary>Whether the table is one of these: Microsoft's has no such key.</summary>
    public static bool IsOurs(ReturnedTable table) => table.Heads.Contains(RowKey, StringComparer.OrdinalIgnoreCase);

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
