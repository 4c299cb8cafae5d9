namespace PimAudit.Model;

/// <summary>What a reviewer decided about a path.</summary>
public enum ReviewDecision
{
    /// <summary>The cell was left empty.</summary>
    None,
    Keep,
    Revoke,
    Change,
    Unsure,
}

/// <summary>What became of a decision by the time of this run.</summary>
public enum ReviewState
{
    /// <summary>Nobody has decided, and the review is still open.</summary>
    Undecided,

    /// <summary>Nobody has decided, and the review's last day is over.</summary>
    Overdue,

    /// <summary>Kept, and still there.</summary>
    Kept,

    /// <summary>To be revoked or changed, and gone.</summary>
    Gone,

    /// <summary>To be revoked or changed, and still there.</summary>
    StillThere,

    /// <summary>Kept or unsure, and no longer there.</summary>
    GoneAnyway,

    /// <summary>Not seen, but not everything that would show it was read.</summary>
    NotConfirmed,
}

/// <summary>A row of an access review that came back, and what this run sees of it.</summary>
/// <param name="Review">Name of the review, such as <c>2026-Q3</c>.</param>
/// <param name="Key">The <see cref="AccessRow.Key"/> that was asked about.</param>
/// <param name="Path">In words, as it was asked.</param>
/// <param name="Reviewer">As written in the workbook; null where nobody signed.</param>
/// <param name="Justification">As written; null where empty.</param>
/// <param name="DecidedOn">Null where not written.</param>
/// <param name="AppliedBy">As written; null where empty.</param>
/// <param name="AppliedOn">Null where not written.</param>
/// <param name="OfOneself">The reviewer decided about his own access.</param>
public sealed record ReviewedRow(
    string Review,
    string Key,
    ObjectRef Principal,
    ObjectRef Role,
    ObjectRef Scope,
    string Path,
    ReviewDecision Decision,
    string? Reviewer,
    string? Justification,
    DateOnly? DecidedOn,
    string? Ticket,
    string? AppliedBy,
    DateOnly? AppliedOn,
    bool OfOneself,
    ReviewState State
);
