using System.Collections.Immutable;

namespace PimAudit.Collect;

/// <summary>What a question touches, and what is therefore read again before it is answered.</summary>
/// <param name="Roles">
/// Role definition ids: who holds them, by which groups, and what their activation asks. Whatever lies on the way to them
/// follows by itself.
/// </param>
/// <param name="Objects">Object ids of groups and principals besides; a group with everybody in it.</param>
/// <param name="AllAccess">All role assignments and all groups of the snapshot, and those found meanwhile.</param>
/// <param name="Gates">What activations ask: role settings, approvers, and the policies behind authentication contexts.</param>
public sealed record Touched(
    ImmutableArray<Guid> Roles,
    ImmutableArray<Guid> Objects,
    bool AllAccess = false,
    bool Gates = true
)
{
    /// <summary>Who is what, everywhere, without what activations ask.</summary>
    public static Touched Assignments { get; } = new([], [], AllAccess: true, Gates: false);

    /// <summary>Who is what, everywhere, and what activations ask.</summary>
    public static Touched Everything { get; } = new([], [], AllAccess: true);

    /// <summary>Every way to one role.</summary>
    public static Touched Role(Guid roleDefinitionId) => new([roleDefinitionId], []);
}
