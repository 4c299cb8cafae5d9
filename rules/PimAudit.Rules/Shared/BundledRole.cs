using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role that a group of Approach 2 carries.</summary>
/// <param name="Grants">Those of Approach 2, by scope.</param>
internal sealed record BundledRole(ObjectRef Group, ObjectRef Role, ImmutableArray<GroupGrant> Grants)
{
    /// <summary>Null where the role is carried at more than one scope.</summary>
    public string? Scope => Grants.Length == 1 ? Grants[0].Scope : null;

    /// <summary>One judgement for each group and wanted role; groups with nobody in them are left out.</summary>
    public static IEnumerable<Judgement> Judge(
        RuleContext context,
        Func<Guid, bool> wanted,
        Func<BundledRole, FindingDraft> draft
    ) =>
        context
            .Access.GroupGrants.Where(grant => wanted(grant.RoleId) && grant.Approach is not Approach.Dormant)
            .GroupBy(grant => (grant.GroupId, grant.RoleId))
            .Select(grants => Judge(context, grants.Key.GroupId, grants.Key.RoleId, [.. grants], draft))
            .Concat(GroupGrants.Untold(context));

    /// <summary>The rows of the grants, and those that make the group just-in-time.</summary>
    public ImmutableArray<Evidence> EvidenceIn(RuleContext context) =>
        [
            .. GroupGrants.EvidenceOf(Grants),
            .. context
                .Access.People(Grants[0].GroupId)
                .Members.Where(link => link.State is HopState.Eligible or HopState.Activated)
                .SelectMany(link => link.Evidence),
        ];

    /// <summary>Takes the role from the group.</summary>
    public string? RemovalIn(TenantSnapshot tenant) =>
        AssignmentCommands.Lines(
            Grants.Select(grant => AssignmentCommands.RemoveActive(tenant, grant.GroupId, grant.RoleId, grant.Scope))
        );

    private static Judgement Judge(
        RuleContext context,
        Guid groupId,
        Guid roleId,
        ImmutableArray<GroupGrant> grants,
        Func<BundledRole, FindingDraft> draft
    )
    {
        var group = context.Reference(groupId);
        var role = context.RoleReference(roleId);
        var bundled = grants.Where(grant => grant.Approach is Approach.Approach2).ToImmutableArray();
        if (!bundled.IsEmpty)
            return new Judgement.Breaks(draft(new(group, role, bundled)) with { Identity = [role] });

        return grants.FirstOrDefault(grant => grant.Approach is Approach.Unknown) is { } unknown
            ? new Judgement.Blind(group, unknown.Gap!) { Identity = [role] }
            : new Judgement.Meets(group) { Identity = [role] };
    }
}
