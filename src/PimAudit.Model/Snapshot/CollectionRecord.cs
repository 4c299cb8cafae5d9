using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>How well a part was read.</summary>
public enum PartStatus
{
    Complete,

    /// <summary>Read for some objects, missing for those in <see cref="PartRecord.Gaps"/>.</summary>
    Partial,
    Refused,
    Unlicensed,
    Failed,
    NotAsked,
}

/// <summary>An object for which a part could not be read.</summary>
/// <param name="ObjectId">Object id of the group, role, user or review; for emergency accounts the entry as written.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What Graph answered, in one sentence.</param>
public sealed record ObjectGap(string ObjectId, MissingReason Reason, string Detail);

/// <summary>How one part of the snapshot was read.</summary>
/// <param name="Part">Exactly one part.</param>
/// <param name="Status">How well it was read.</param>
/// <param name="Reason">Null when complete or partial (then see <paramref name="Gaps"/>).</param>
/// <param name="Detail">What Graph answered, for a person; null when complete.</param>
/// <param name="Request">The request template, such as <c>GET groups/{id}/members</c>.</param>
/// <param name="Permission">The least permission that reads it.</param>
/// <param name="Requests">Graph requests, batched ones counted one by one, repeated ones once.</param>
/// <param name="Pages">Pages received.</param>
/// <param name="Rows">Rows kept.</param>
/// <param name="Dropped">Rows left out because they had ended or not begun at TakenAt.</param>
/// <param name="Retries">Requests that were repeated.</param>
/// <param name="Bytes">Body bytes received.</param>
/// <param name="StartedAt">UTC; null when nothing was asked.</param>
/// <param name="EndedAt">UTC; null when nothing was asked.</param>
/// <param name="Gaps">Objects for which it could not be read, ordinal by id.</param>
public sealed record PartRecord(
    SnapshotParts Part,
    PartStatus Status,
    MissingReason? Reason,
    string? Detail,
    string Request,
    string Permission,
    int Requests,
    int Pages,
    int Rows,
    int Dropped,
    int Retries,
    long Bytes,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    ImmutableArray<ObjectGap> Gaps
)
{
    /// <summary>Nobody wanted the part: rules that need it are off, not blind.</summary>
    public bool IsSwitchedOff => Status is PartStatus.NotAsked && Reason is MissingReason.SwitchedOff;

    /// <summary>True when nothing of the part can be relied on.</summary>
    public bool IsMissing => Status is not (PartStatus.Complete or PartStatus.Partial);
}

/// <summary>How a snapshot came about: printed in every report, so that "not read" is never taken for "empty".</summary>
/// <param name="Identity">Application or user that read, by id; <c>unknown</c> when the token does not say.</param>
/// <param name="Permissions">Permissions seen in the token, ordinal; empty when the token does not say.</param>
/// <param name="Endpoint">Origin of the Graph that answered.</param>
/// <param name="ToolVersion">Version of the collecting program.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="Notes">Coverage notes that concern no single part, in plain sentences.</param>
/// <param name="Parts">One record per part of this version, in the order of <see cref="SnapshotParts"/>.</param>
public sealed record CollectionRecord(
    string Identity,
    ImmutableArray<string> Permissions,
    string Endpoint,
    string ToolVersion,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ImmutableArray<string> Notes,
    ImmutableArray<PartRecord> Parts
)
{
    /// <summary>Graph requests, batched ones counted one by one, repeated ones once.</summary>
    public int Requests => Parts.Sum(part => part.Requests);

    /// <summary>The record of one part; a part without a record was not asked for.</summary>
    public PartRecord this[SnapshotParts part] => Parts.FirstOrDefault(record => record.Part == part) ?? NotAsked(part);

    /// <summary>Why a part is missing as a whole, or null.</summary>
    public Gap? GapOf(SnapshotParts part) =>
        this[part] is { IsMissing: true } record ? new Gap(part, ReasonOf(record), DetailOf(record)) : null;

    /// <summary>Why a part is missing for one object (or as a whole), or null.</summary>
    public Gap? GapOf(SnapshotParts part, string objectId)
    {
        if (GapOf(part) is { } whole)
            return whole;

        var gap = this[part]
            .Gaps.FirstOrDefault(gap => string.Equals(gap.ObjectId, objectId, StringComparison.Ordinal));
        return gap is null ? null : new Gap(part, gap.Reason, gap.Detail);
    }

    public Gap? GapOf(SnapshotParts part, Guid objectId) => GapOf(part, objectId.ToString("D"));

    private static MissingReason ReasonOf(PartRecord record) => record.Reason ?? MissingReason.NotCollected;

    private static string DetailOf(PartRecord record) => record.Detail ?? "The part was not asked for.";

    private static PartRecord NotAsked(SnapshotParts part) =>
        new(
            part,
            PartStatus.NotAsked,
            MissingReason.NotCollected,
            "The part was not asked for.",
            "",
            "",
            0,
            0,
            0,
            0,
            0,
            0,
            null,
            null,
            []
        );
}
