using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Tells which groups serve no role: they hold none, lead to none, and approve nothing.</summary>
internal sealed class UnusedGroups(RuleContext context)
{
    private readonly HashSet<Guid> onPaths = [.. context.Access.GroupsOnPaths];

    private readonly HashSet<Guid> approvers = ApproversWhere(context, asked: true);
    private readonly HashSet<Guid> perhapsApprovers = ApproversWhere(context, asked: null);
    private readonly Gap? unknown = HiddenGroup(context) ?? HiddenApprover(context);

    /// <summary>True where it serves a role or an approval.</summary>
    public bool Serves(Guid groupId) => onPaths.Contains(groupId) || approvers.Contains(groupId);

    /// <summary>Why a group that <see cref="Serves"/> does not know may serve all the same; null when everything is known.</summary>
    public Gap? Unknown(Guid groupId) => unknown ?? (perhapsApprovers.Contains(groupId) ? ApprovalNotTold : null);

    private static readonly Gap ApprovalNotTold = new(
        SnapshotParts.RoleSettings,
        MissingReason.Malformed,
        "Role settings that name the group to approve do not say whether activation asks for approval."
    );

    /// <param name="asked">Whether activation asks for approval; null: not told.</param>
    private static HashSet<Guid> ApproversWhere(RuleContext context, bool? asked) =>
        [
            .. context
                .Snapshot.RoleSettings.Where(settings => settings.ApprovalRequired == asked)
                .SelectMany(settings => settings.Approvers)
                .Select(approver => approver.Id)
                .OfType<Guid>(),
        ];

    private static Gap? HiddenGroup(RuleContext context) =>
        context.Access.HiddenHolders.Select(spot => spot.Gap).FirstOrDefault();

    /// <summary>Without PIM nobody approves anything.</summary>
    private static Gap? HiddenApprover(RuleContext context) =>
        context.Snapshot.HasPim
            ? GapIn(context.Snapshot.Collection, SnapshotParts.RoleSettings)
                ?? GapIn(context.Snapshot.Collection, SnapshotParts.GroupSettings)
            : null;

    private static Gap? GapIn(CollectionRecord collection, SnapshotParts part) =>
        collection.GapOf(part)
        ?? collection[part].Gaps.Select(gap => new Gap(part, gap.Reason, gap.Detail)).FirstOrDefault();
}
