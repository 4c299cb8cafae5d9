using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Pictures;

/// <summary>The shape by which a node is told.</summary>
internal enum Figure
{
    Person,

    /// <summary>Several with the same path.</summary>
    People,
    Application,
    Group,

    /// <summary>A group that is known not to be role-assignable.</summary>
    OpenGroup,

    /// <summary>Deleted, though an assignment still names it.</summary>
    Gone,

    /// <summary>Nothing tells what the id is.</summary>
    Unknown,
    Role,
}

/// <summary>A node of the picture of a path.</summary>
/// <param name="Note">What it is, below its name.</param>
/// <param name="Fault">Said below the name where the fault lies in the node itself; null elsewhere.</param>
internal sealed record PathNode(ObjectRef Object, Figure Figure, string Note, string? Fault = null)
{
    /// <summary>Who or what it stands for; several where people with the same path are one figure.</summary>
    public ImmutableArray<ObjectRef> Objects { get; init; } = [Object];
}

/// <summary>A hop of the picture of a path.</summary>
/// <param name="State">Above the line.</param>
/// <param name="Gates">Below the line.</param>
/// <param name="Bars">MFA or context, justification, ticket, approval; empty where nothing is activated.</param>
/// <param name="Until">When the assignment behind a hop that must be activated ends; null where that is not said.</param>
internal sealed record PathHop(
    string State,
    string Gates,
    HopState Kind,
    bool IsTakeover,
    bool IsFaulty,
    ImmutableArray<GateBar> Bars,
    string? Until = null
);

/// <param name="Asked">Null when not read.</param>
/// <param name="IsMissed">Not asked, though the finding expects it.</param>
internal readonly record struct GateBar(bool? Asked, bool IsMissed);

/// <summary>What is known about an object beside its name.</summary>
/// <param name="IsEnabled">Null when not read, and for what cannot be disabled.</param>
/// <param name="IsRoleAssignable">Null when not read, and for what is no group.</param>
/// <param name="DeletedAt">UTC; null for what is there.</param>
internal sealed record NodeFacts(
    bool? IsEnabled = null,
    bool? IsRoleAssignable = null,
    DateTimeOffset? DeletedAt = null
);
