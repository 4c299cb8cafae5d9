using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the rules about groups ask of the groups that hold roles.</summary>
internal static class GroupGrants
{
    /// <summary>Without these nobody can say what approach a group amounts to.</summary>
    public const SnapshotParts Needs =
        SnapshotParts.RoleAssignments
        | SnapshotParts.ActiveAssignments
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.GroupMembers
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.GroupAssignments
        | SnapshotParts.Principals;

    /// <summary>The grants of each group that holds or may hold a role, by group; activations left out.</summary>
    public static IEnumerable<IGrouping<Guid, GroupGrant>> ByGroup(RuleContext context) =>
        context
            .Access.GroupGrants.GroupBy(grant => grant.GroupId)
            .OrderBy(grants => grants.Key.ToString("D"), StringComparer.Ordinal);

    /// <summary>Holders of a role assignment of whom we cannot even say whether they are groups.</summary>
    public static IEnumerable<Judgement> Untold(RuleContext context) =>
        context
            .Access.Active.Select(row => row.PrincipalId)
            .Concat(context.Access.Eligible.Select(row => row.PrincipalId))
            .Distinct()
            .Where(id => context.Reference(id).Kind is ObjectKind.Unresolved)
            .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(id => (Id: id, Gap: context.Access.Directory.GapOf(id)))
            .Where(one => one.Gap is not null)
            .Select(one => new Judgement.Blind(context.Reference(one.Id), one.Gap!));

    /// <summary>Every row behind some grants, each once.</summary>
    public static ImmutableArray<Evidence> EvidenceOf(IEnumerable<GroupGrant> grants) =>
        [
            .. grants
                .SelectMany(grant =>
                    grant.Active.SelectMany(row => row.Evidence).Concat(grant.Eligible.SelectMany(row => row.Evidence))
                )
                .Distinct(),
        ];

    /// <summary>The roles of some grants, each once, ordinal by id.</summary>
    public static ImmutableArray<RelatedObject> RolesOf(RuleContext context, IEnumerable<GroupGrant> grants) =>
        [
            .. grants
                .Select(grant => grant.RoleId)
                .Distinct()
                .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
                .Select(id => new RelatedObject(context.RoleReference(id), "role of the group")),
        ];

    /// <summary>Why a fact of a group is not known, where its property is null.</summary>
    /// <param name="fact">As it follows "It was not read", such as <c>whether it is role-assignable</c>.</param>
    public static Gap NotTold(RuleContext context, Guid groupId, string fact) =>
        context.Access.Directory.GapOf(groupId)
        ?? new Gap(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read {fact}: {context.Reference(groupId).Label}."
        );
}
