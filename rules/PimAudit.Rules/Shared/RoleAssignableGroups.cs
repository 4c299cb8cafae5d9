using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The role-assignable groups of the tenant, on a path or not.</summary>
internal static class RoleAssignableGroups
{
    /// <summary>Judges each, ordinal by id; blind on groups of which it was not read whether they are.</summary>
    public static IEnumerable<Judgement> Judge(RuleContext context, Func<Group, IEnumerable<Judgement>> judge) =>
        All(context)
            .SelectMany(group =>
                group.IsRoleAssignable is true
                    ? judge(group)
                    : [new Judgement.Blind(group.Reference, NotTold(context, group))]
            );

    /// <summary>Those that are, and those that may be.</summary>
    public static IEnumerable<Group> All(RuleContext context) =>
        context
            .Snapshot.Groups.DistinctBy(group => group.Id)
            .Where(group => group.IsRoleAssignable is not false)
            .OrderBy(group => group.Id.ToString("D"), StringComparer.Ordinal);

    /// <summary>Why it is not known whether a group is role-assignable, where it is not.</summary>
    public static Gap NotTold(RuleContext context, Group group) =>
        GroupGrants.NotTold(context, group.Id, "whether a group is role-assignable");
}
