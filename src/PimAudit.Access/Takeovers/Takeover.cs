using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>How somebody could come by a role that nobody gave him. Owners of groups stand in the paths themselves.</summary>
public enum TakeoverMeans
{
    /// <summary>He may assign the role, to himself too.</summary>
    RoleAssignment,

    /// <summary>He may reset password and methods of anybody who holds it.</summary>
    CredentialReset,

    /// <summary>He may reset the password of people whom their standing access does not protect.</summary>
    PasswordReset,

    /// <summary>He may add credentials to any application that holds it.</summary>
    ApplicationCredential,

    /// <summary>He owns an application that holds it, and may add credentials to it.</summary>
    ApplicationOwnership,

    /// <summary>He may edit the members of a group on the way, because it is not role-assignable.</summary>
    GroupMembership,
}

/// <summary>How sure it is that the means works.</summary>
public enum Confidence
{
    /// <summary>Microsoft documents it.</summary>
    Documented,

    /// <summary>Sources differ, or none speaks of this case.</summary>
    Contested,
}

/// <summary>A principal who could take a role over: possible, not assigned.</summary>
/// <param name="Powers">His paths to the roles that let him, the easiest first; empty where an ownership lets him.</param>
/// <param name="Targets">Accounts, applications or groups that he would use, by id; empty where he needs none.</param>
/// <param name="Source">Where the claim stands, as title and section.</param>
/// <param name="Evidence">Rows of the ownership; the path carries its own.</param>
public sealed record Takeover(
    ObjectRef Principal,
    ObjectRef Role,
    TakeoverMeans Means,
    ImmutableArray<AccessPath> Powers,
    ImmutableArray<ObjectRef> Targets,
    Confidence Confidence,
    string Source,
    ImmutableArray<Evidence> Evidence
)
{
    /// <summary>The easiest path to one of them; null where an ownership lets him.</summary>
    public AccessPath? Power => Powers.IsEmpty ? null : Powers[0];

    /// <summary>Takeovers of one principal by one means, as one.</summary>
    /// <param name="alike">At least one.</param>
    internal static Takeover Together(IReadOnlyList<Takeover> alike) =>
        alike[0] with
        {
            Powers =
            [
                .. alike
                    .SelectMany(one => one.Powers)
                    .DistinctBy(PathKey.Of, StringComparer.Ordinal)
                    .OrderBy(PowerBook.Effort)
                    .ThenBy(PathKey.Of, StringComparer.Ordinal),
            ],
            Targets =
            [
                .. alike
                    .SelectMany(one => one.Targets)
                    .DistinctBy(one => one.Id, StringComparer.Ordinal)
                    .OrderBy(one => one.Id, StringComparer.Ordinal),
            ],
            Evidence = [.. alike.SelectMany(one => one.Evidence).Distinct()],
        };
}
