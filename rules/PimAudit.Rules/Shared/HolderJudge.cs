using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>People who hold or may activate roles. Deleted and unresolved ones are the matter of other rules.</summary>
internal static class HolderJudge
{
    /// <summary>Without these nobody can say who reaches a role.</summary>
    public const SnapshotParts Needs =
        SnapshotParts.RoleAssignments
        | SnapshotParts.ActiveAssignments
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.GroupMembers
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.Principals;

    /// <summary>One judgement for each user on a certain path; emergency accounts left out.</summary>
    /// <param name="judge">Null: not for this rule to judge.</param>
    public static IEnumerable<Judgement> Each(RuleContext context, Func<RoleHolder, User, Judgement?> judge) =>
        Judge(context, RoleHolder.Of(context), judge).Concat(context.HiddenHolders());

    /// <summary>The same of users on a certain path to a privileged role, with those paths alone.</summary>
    public static IEnumerable<Judgement> EachPrivileged(
        RuleContext context,
        Func<RoleHolder, User, Judgement?> judge
    ) => Judge(context, RoleHolder.OfPrivileged(context), judge).Concat(RoleHolder.HiddenBehindPrivileged(context));

    /// <param name="fact">As it follows "It was not read", such as <c>whether it is a guest</c>.</param>
    public static Judgement.Blind Untold(RoleHolder holder, string fact) =>
        new(
            holder.Reference,
            new(SnapshotParts.Principals, MissingReason.Malformed, $"It was not read {fact}: {holder.Reference.Label}.")
        );

    private static IEnumerable<Judgement> Judge(
        RuleContext context,
        IEnumerable<RoleHolder> holders,
        Func<RoleHolder, User, Judgement?> judge
    ) =>
        holders
            .Where(holder => holder.Reference.Kind is ObjectKind.User)
            .Select(holder =>
                context.Access.Directory.User(holder.Id) is { } user ? judge(holder, user) : Unread(context, holder)
            )
            .OfType<Judgement>();

    private static Judgement.Blind? Unread(RuleContext context, RoleHolder holder) =>
        context.Access.Directory.GapOf(holder.Id) is { } gap ? new(holder.Reference, gap) : null;
}
