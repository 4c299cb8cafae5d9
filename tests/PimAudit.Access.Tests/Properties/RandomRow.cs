using PimAudit.Model;

namespace PimAudit.Access.Tests.Properties;

/// <summary>How a random row came about; not every list holds every kind.</summary>
internal enum RowKind
{
    /// <summary>In both lists, Assigned.</summary>
    Assigned,

    /// <summary>In both lists, Activated.</summary>
    Activated,

    /// <summary>In the list of the eligible alone.</summary>
    Eligible,

    /// <summary>In the directory's list alone.</summary>
    DirectoryOnly,

    /// <summary>In PIM's list of the active alone.</summary>
    PimOnly,
}

/// <summary>A role for a principal.</summary>
/// <param name="Through">The group whose eligibility was activated; null for none.</param>
/// <param name="Joined">The instance names the role assignment that it describes.</param>
internal sealed record RoleRow(
    int Number,
    RowKind Kind,
    string Principal,
    string Role,
    string Scope,
    TimeSpan? Ends,
    string? Through,
    bool Joined
)
{
    /// <summary>Eligible rows may stand twice, active ones only once for each target, as in the directory.</summary>
    public object Target => Kind is RowKind.Eligible ? Number : (Principal, Role, Scope);
}

/// <summary>A principal in a group.</summary>
internal sealed record GroupRow(
    int Number,
    RowKind Kind,
    string Group,
    string Principal,
    GroupAccess Access,
    TimeSpan? Ends
);

/// <summary>What was not read of a group, by name.</summary>
internal sealed record Hole(SnapshotParts Part, string Group);

/// <summary>How much of PIM could be read of the whole tenant.</summary>
internal enum Reading
{
    Everything,
    WithoutActive,
    WithoutEligible,
    WithoutLicence,
}
