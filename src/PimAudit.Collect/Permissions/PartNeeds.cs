using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Licence of the tenant without which Graph does not answer.</summary>
public enum PartLicence
{
    None,

    /// <summary>Entra ID P1 or P2.</summary>
    P1,

    /// <summary>Entra ID P2 or ID Governance.</summary>
    P2,
}

/// <summary>What a part asks of Graph, and of the person who grants permissions.</summary>
/// <param name="Part">Exactly one part.</param>
/// <param name="Request">The request template, without ids and names.</param>
/// <param name="Permissions">All of them are wanted.</param>
public sealed record PartNeeds(SnapshotParts Part, string Request, ImmutableArray<PermissionNeed> Permissions)
{
    /// <summary>Parts that name the objects for which it is asked; none for a list of its own.</summary>
    public SnapshotParts NamedBy { get; init; }

    public PartLicence Licence { get; init; }

    /// <summary>Key under <c>collect:</c> that switches it, such as <c>signIn</c>; null for a part that is always asked for.</summary>
    public string? Switch { get; init; }

    /// <summary>Asked of Graph beta, which v1.0 has no substitute for.</summary>
    public bool IsBeta { get; init; }

    /// <summary>The least permissions, as a person grants them.</summary>
    public string Permission => string.Join(" and ", Permissions.Select(one => one.Least));

    public bool IsPermittedBy(IReadOnlyCollection<string> held) => Permissions.All(one => one.IsMetBy(held));
}
