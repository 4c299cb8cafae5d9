using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>One assignment of a principal: a role, or a side of a group.</summary>
/// <param name="Target">Role or group.</param>
/// <param name="Scope">Of a role; <c>/</c> for a group.</param>
/// <param name="EndsAt">UTC; null means without end (nothing where <paramref name="State"/> is Unknown).</param>
/// <param name="Through">Group whose eligibility was activated; null when none or not told.</param>
public sealed record HeldRow(
    ObjectRef Principal,
    ObjectRef Target,
    HopRelation Relation,
    HopState State,
    string Scope,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ObjectRef? Through,
    ImmutableArray<Evidence> Evidence
)
{
    /// <summary>Every assignment of the snapshot, by target and principal.</summary>
    internal static IEnumerable<HeldRow> All(AccessMap map) =>
        map
            .Active.Select(grant => Of(map, grant))
            .Concat(map.Eligible.Select(grant => Of(map, grant)))
            .Concat(
                Unread
                    .Groups(map.Snapshot)
                    .SelectMany(id => map.People(id).Members.Concat(map.People(id).Owners))
                    .Select(link => Of(map, link))
            )
            .OrderBy(row => row.Principal.Label, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.Principal.Id, StringComparer.Ordinal)
            .ThenBy(row => row.Target.Label, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.Scope, StringComparer.Ordinal)
            .ThenBy(row => row.Evidence[0].Id, StringComparer.Ordinal);

    private static HeldRow Of(AccessMap map, ActiveGrant grant) =>
        new(
            map.Directory.Reference(grant.PrincipalId),
            map.Directory.RoleReference(grant.RoleId),
            HopRelation.Role,
            grant.State,
            grant.Scope,
            grant.StartsAt,
            grant.EndsAt,
            grant.ActivatedThrough is { } through && through != grant.PrincipalId
                ? map.Directory.Reference(through)
                : null,
            grant.Evidence
        );

    private static HeldRow Of(AccessMap map, EligibleGrant grant) =>
        new(
            map.Directory.Reference(grant.PrincipalId),
            map.Directory.RoleReference(grant.RoleId),
            HopRelation.Role,
            HopState.Eligible,
            grant.Scope,
            grant.StartsAt,
            grant.EndsAt,
            Through: null,
            grant.Evidence
        );

    private static HeldRow Of(AccessMap map, GroupLink link) =>
        new(
            map.Directory.Reference(link.PrincipalId),
            map.Directory.Reference(link.GroupId),
            link.Access is GroupAccess.Member ? HopRelation.Member : HopRelation.Owner,
            link.State,
            "/",
            link.StartsAt,
            link.EndsAt,
            Through: null,
            link.Evidence
        );
}
