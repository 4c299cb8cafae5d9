using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>What a hop leads to: a role, or one side of a group.</summary>
public enum HopRelation
{
    Role,
    Member,
    Owner,
}

/// <summary>Whether a hop is open.</summary>
public enum HopState
{
    /// <summary>Assigned: usable without an activation.</summary>
    Standing,

    /// <summary>Must be activated first.</summary>
    Eligible,

    /// <summary>Activated, at work right now.</summary>
    Activated,

    /// <summary>Open now, but whether it stands or was activated, and until when, could not be read.</summary>
    Unknown,
}

/// <summary>The row that shows a fact.</summary>
/// <param name="Part">The part of the snapshot; its request stands in the coverage.</param>
/// <param name="Id">Id of the row as Graph gave it, or the object ids that make the row.</param>
public sealed record Evidence(SnapshotParts Part, string Id);

/// <summary>What an activation asks. Every null means that it was not read.</summary>
/// <param name="Owner">Role or group whose settings these are.</param>
/// <param name="Access">Side of the group; null for a role.</param>
/// <param name="Gap">Why the settings as a whole are unknown; null when they were read.</param>
/// <param name="Mfa">Multifactor authentication through the enablement rule.</param>
/// <param name="ContextRequired">An authentication context.</param>
/// <param name="Context">Its claim value; null when none is asked for.</param>
/// <param name="Approvers">Named approvers, only while approval is asked for.</param>
/// <param name="Longest">Longest activation.</param>
public sealed record Gates(
    ObjectRef Owner,
    GroupAccess? Access,
    Gap? Gap,
    bool? Mfa,
    bool? ContextRequired,
    string? Context,
    bool? Justification,
    bool? Ticket,
    bool? Approval,
    ImmutableArray<Approver> Approvers,
    TimeSpan? Longest
);

/// <summary>One step from a principal to a group, or to the role itself.</summary>
/// <param name="EndsAt">UTC; null means without end (or unknown, where <paramref name="State"/> is Unknown).</param>
/// <param name="Gates">Null for a hop that needs no activation any more.</param>
/// <param name="Evidence">The rows that show this hop, never empty.</param>
public sealed record Hop(
    ObjectRef From,
    ObjectRef To,
    HopRelation Relation,
    HopState State,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    Gates? Gates,
    ImmutableArray<Evidence> Evidence
);

/// <summary>Certain access, or access that somebody could give himself.</summary>
public enum PathBand
{
    Certain,

    /// <summary>Leads through an ownership: an owner could add himself.</summary>
    Takeover,
}

/// <summary>How a group carries a role; the table of the design, section 4.</summary>
public enum Approach
{
    /// <summary>No group.</summary>
    Direct,

    /// <summary>The group is eligible for the role, its members stand.</summary>
    Approach1,

    /// <summary>The group is active on the role, its members are eligible.</summary>
    Approach2,

    /// <summary>Group active, members standing: nobody activates anything.</summary>
    Standing,

    /// <summary>Both, or two activations in a row.</summary>
    Mixed,

    /// <summary>Nobody in the group.</summary>
    Dormant,

    /// <summary>A list on which the answer depends was not read.</summary>
    Unknown,
}

/// <summary>One way by which a principal reaches a role at a scope.</summary>
/// <param name="Principal">User, service principal, or an id that is deleted or unresolved; never a group.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope"><c>/</c>, an administrative unit, an object or an app scope.</param>
/// <param name="Hops">From the principal to the role; the last one has relation Role.</param>
/// <param name="Approach">Of the group that holds the role; Direct without one.</param>
public sealed record AccessPath(
    ObjectRef Principal,
    ObjectRef Role,
    string Scope,
    ImmutableArray<Hop> Hops,
    PathBand Band,
    Approach Approach
)
{
    /// <summary>The weakest word of its hops: one eligible hop makes the path eligible.</summary>
    public HopState State =>
        Has(HopState.Eligible) ? HopState.Eligible
        : Has(HopState.Unknown) ? HopState.Unknown
        : Has(HopState.Activated) ? HopState.Activated
        : HopState.Standing;

    /// <summary>UTC; the first end among the hops, null when none of them ends.</summary>
    public DateTimeOffset? EndsAt => Hops.Min(hop => hop.EndsAt);

    /// <summary>UTC; the last start among the hops, null when none is known.</summary>
    public DateTimeOffset? StartsAt => Hops.Max(hop => hop.StartsAt);

    /// <summary>The group that holds the role; null for a direct path.</summary>
    public ObjectRef? Holder => Hops[^1].From is { Kind: ObjectKind.Group } group ? group : null;

    private bool Has(HopState state) => Hops.Any(hop => hop.State == state);
}
