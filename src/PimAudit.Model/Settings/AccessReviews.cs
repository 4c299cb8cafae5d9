using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Which assignments a review looks at.</summary>
public enum ReviewedAssignments
{
    EligibleAndActive,
    EligibleOnly,
    ActiveOnly,
}

/// <summary>Which principals a review looks at.</summary>
public enum ReviewedPopulation
{
    Everyone,
    GuestsOnly,
    ServicePrincipalsOnly,

    /// <summary>A filter that this version cannot read: the review is not counted as covering anybody.</summary>
    Unclear,
}

/// <summary>A role or group that a review concerns.</summary>
/// <param name="IsRole">A role; else a group.</param>
/// <param name="Id">Role definition id or object id of the group.</param>
public sealed record ReviewTarget(bool IsRole, Guid Id, ReviewedAssignments Assignments, ReviewedPopulation Population)
{
    /// <summary>Everybody eligible is asked about; a review of guests, applications or active assignments only is none.</summary>
    public bool CoversEligible =>
        Population is ReviewedPopulation.Everyone && Assignments is not ReviewedAssignments.ActiveOnly;
}

/// <summary>How a review recurs.</summary>
/// <param name="EveryDays">Days from one instance to the next, a month counted as 30.5; null when it happens once.</param>
/// <param name="EndsOn">Last day on which an instance may begin; null without end.</param>
/// <param name="StartsOn">First day; null when not told.</param>
public sealed record ReviewRecurrence(double? EveryDays, DateOnly? EndsOn, DateOnly? StartsOn);

/// <summary>An access review as defined.</summary>
/// <param name="Status">Graph's word: NotStarted, InProgress, Completed, Applying, ...; null when not told.</param>
/// <param name="CreatedAt">UTC; null when not told.</param>
/// <param name="Targets">Roles and groups it concerns; empty for reviews of other things, which are not kept.</param>
/// <param name="HasReviewers">Somebody other than the reviewed persons, or they themselves, is asked: see <paramref name="SelfReview"/>.</param>
/// <param name="SelfReview">People review themselves: no reviewer is named.</param>
/// <param name="AppliesDecisions"><c>autoApplyDecisionsEnabled</c>; null when not told.</param>
/// <param name="DefaultDecision">
/// What silence means, in Graph's word; null when no default is applied, or when the word was not told: see
/// <see cref="AppliesDefault"/>.
/// </param>
/// <remarks>Source: Graph v1.0 <c>identityGovernance/accessReviews/definitions</c>.</remarks>
public sealed record AccessReview(
    string Id,
    string? DisplayName,
    string? Status,
    DateTimeOffset? CreatedAt,
    ImmutableArray<ReviewTarget> Targets,
    bool HasReviewers,
    bool SelfReview,
    ReviewRecurrence Recurrence,
    bool? AppliesDecisions,
    string? DefaultDecision
)
{
    private static readonly ImmutableHashSet<string> Over = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Completed",
        "Applied",
        "NotStarted",
        "Scheduled"
    );

    /// <summary><c>defaultDecisionEnabled</c>: silence means something; null when not told.</summary>
    public bool? AppliesDefault { get; init; }

    public ObjectRef Reference => new(ObjectKind.AccessReview, Id, DisplayName);

    /// <summary>
    /// Recurs, has reviewers, has begun, and neither its state nor its last day says that it is over. One without a
    /// <see cref="Status"/> may be over all the same.
    /// </summary>
    /// <param name="moment">UTC.</param>
    public bool RunsAt(DateTimeOffset moment)
    {
        var today = DateOnly.FromDateTime(moment.UtcDateTime);
        return HasReviewers
            && Recurrence.EveryDays is not null
            && (Recurrence.EndsOn is not { } end || end >= today)
            && (Recurrence.StartsOn is not { } start || start <= today)
            && (Status is not { } status || !Over.Contains(status));
    }
}

/// <summary>One round of a review.</summary>
/// <remarks>Source: Graph v1.0 <c>accessReviews/definitions/{id}/instances</c>.</remarks>
public sealed record AccessReviewInstance(
    string Id,
    string ReviewId,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    string? Status
);
