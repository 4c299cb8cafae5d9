using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>An access review: the rows that were sent out, and what came back. Kept as <c>review-NAME.json</c>.</summary>
public sealed record ReviewRecord
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required Guid TenantId { get; init; }

    /// <summary>Such as <c>2026-Q3</c>; see <see cref="ReviewColumns.IsName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Last day on which decisions are taken, UTC.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>UTC; of the snapshot whose paths are asked about.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The run whose paths are asked about.</summary>
    public required string RunId { get; init; }

    /// <summary>SHA-256 of that run's <c>result.json</c>, 64 hex digits.</summary>
    public required string ResultSha256 { get; init; }

    /// <summary>In the order of the result; keys are unique.</summary>
    public required ImmutableArray<IssuedRow> Rows { get; init; }

    /// <summary>Files that were imported, in their order.</summary>
    public ImmutableArray<ImportedFile> Files
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}

/// <summary>A path that was asked about.</summary>
/// <param name="Key">The <see cref="AccessRow.Key"/>.</param>
/// <param name="PrincipalName">User principal name or application id; null when not read.</param>
/// <param name="EndsAt">UTC; null with <paramref name="IsPermanent"/> true means without end, with null unknown.</param>
/// <param name="Path">In words.</param>
/// <param name="Asked">For whom the row is; null where the configuration names nobody.</param>
/// <param name="Cells">What the locked cells show, by the head of their column; blank ones are left out.</param>
public sealed record IssuedRow(
    string Key,
    ObjectRef Principal,
    string? PrincipalName,
    ObjectRef Role,
    ObjectRef Scope,
    PathBand Band,
    HopState State,
    DateTimeOffset? EndsAt,
    bool? IsPermanent,
    ImmutableArray<IssuedHop> Hops,
    string Path,
    string? Asked,
    ImmutableSortedDictionary<string, string> Cells
)
{
    /// <summary>What came back; null while nobody wrote anything.</summary>
    public ReviewAnswer? Answer { get; init; }
}

/// <summary>One step of a path, as far as it is needed to find the path again.</summary>
public sealed record IssuedHop(ObjectRef From, HopRelation Relation, ObjectRef To);

/// <summary>What was answered to a row. Texts are as people wrote them, unescaped and hostile.</summary>
/// <param name="Reviewer">Null where nobody signed.</param>
/// <param name="Justification">Null where empty.</param>
/// <param name="DecidedOn">Null where not written.</param>
/// <param name="Ticket">Null where empty.</param>
/// <param name="AppliedBy">Null where empty.</param>
/// <param name="AppliedOn">Null where not written.</param>
/// <param name="File">SHA-256 of the file that said it last, 64 hex digits.</param>
public sealed record ReviewAnswer(
    ReviewDecision Decision,
    string? Reviewer,
    string? Justification,
    DateOnly? DecidedOn,
    string? Ticket,
    string? AppliedBy,
    DateOnly? AppliedOn,
    string File
)
{
    /// <summary>Null for an answer that was typed into a workbook.</summary>
    public MicrosoftDecision? Source { get; init; }
}

/// <summary>The decision of an access review of Microsoft's from which an answer comes. Texts are unescaped and hostile.</summary>
/// <param name="ReviewId">Of the review, as its history report names it.</param>
/// <param name="ReviewName">Null where empty.</param>
/// <param name="ReviewerId">Object id in lower-case <c>D</c> format; null where no person decided.</param>
/// <param name="ReviewerUpn">User principal name; null where empty.</param>
/// <param name="AppliedByUpn">User principal name; null where empty.</param>
public sealed record MicrosoftDecision(
    string ReviewId,
    string? ReviewName,
    string? ReviewerId,
    string? ReviewerUpn,
    string? AppliedByUpn
);

/// <summary>A file that was imported: a workbook that came back, or a review history as CSV.</summary>
/// <param name="Name">Of the file, without its folder.</param>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Answers">Rows of the review to which it holds an answer.</param>
public sealed record ImportedFile(string Name, string Sha256, int Answers);
