using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Pictures;

/// <summary>A path that is to be drawn, with what is known about walking it.</summary>
/// <param name="Place">Where the role is held, in words.</param>
/// <param name="Mfa">
/// One per hop: whether its activation really asks this principal for multifactor authentication. Null when not known, and
/// for a hop that needs no activation.
/// </param>
/// <param name="Remarks">What stands in the way or weakens a gate, as ends of sentences.</param>
public sealed record DrawnPath(
    AccessPath Path,
    string Place,
    ImmutableArray<bool?> Mfa,
    ImmutableArray<string> Remarks
);

/// <summary>What a picture shows, and what stands around it. All texts of the tenant are unescaped and hostile.</summary>
/// <param name="Subject">The role or the principal whose paths these are.</param>
/// <param name="Aside">What the subject is, beside its name.</param>
/// <param name="Tenant">Its label.</param>
/// <param name="Taken">When the snapshot was taken, UTC, and how old it is.</param>
/// <param name="Paths">Certain ones, and those through an ownership where they are asked for.</param>
/// <param name="WithTakeover">Paths through an ownership are asked for, be there any or not.</param>
/// <param name="Notes">Plain sentences under the picture.</param>
/// <param name="Unread">What the picture rests on and was not read, in sentences; empty where all was.</param>
public sealed record PictureQuestion(
    TenantSnapshot Snapshot,
    ObjectRef Subject,
    string Aside,
    string Tenant,
    string Taken,
    ImmutableArray<DrawnPath> Paths,
    bool WithTakeover,
    ImmutableArray<string> Notes,
    ImmutableArray<string> Unread
);
