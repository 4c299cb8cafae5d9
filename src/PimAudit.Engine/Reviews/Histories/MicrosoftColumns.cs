using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>The columns of Microsoft's access review history report that are read.</summary>
/// <remarks>Source: Microsoft Learn, Create and manage downloadable access review history report.</remarks>
internal static class MicrosoftColumns
{
    public const string ReviewId = "AccessReviewId";
    public const string ReviewType = "ReviewType";
    public const string ResourceId = "ResourceId";
    public const string ReviewName = "ReviewName";
    public const string PrincipalId = "PrincipalId";
    public const string ReviewDate = "ReviewDate";
    public const string ReviewResult = "ReviewResult";
    public const string Justification = "Justification";
    public const string ReviewerId = "ReviewerId";
    public const string ReviewerName = "ReviewerName";
    public const string ReviewerUpn = "ReviewerUPN";
    public const string AppliedByName = "AppliedByName";
    public const string AppliedByUpn = "AppliedByUPN";
    public const string AppliedDate = "AppliedDate";

    /// <summary>Microsoft's report has more; without one of these an answer would be half an answer.</summary>
    public static ImmutableArray<string> Read { get; } =
    [
        ReviewId,
        ResourceId,
        ReviewName,
        PrincipalId,
        ReviewDate,
        ReviewResult,
        Justification,
        ReviewerId,
        ReviewerName,
        ReviewerUpn,
        AppliedByName,
        AppliedByUpn,
        AppliedDate,
    ];
}
