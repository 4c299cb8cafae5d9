using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A membership that a query or another directory decides is decided by whoever may edit an attribute there.</summary>
public sealed class GroupMembershipNotAssigned : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM308",
            Title: "Membership of a group on the way to a role is not assigned in Entra",
            Severity: Severity.High,
            Practice: "CFG-1",
            Why: "Whoever may edit an attribute, or the on-premises group, decides who gets the role. That is a far wider circle "
                + "than the administrators of roles, and no review here sees it.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Access.GroupsOnPaths.Where(id => context.Access.Directory.Deleted(id) is null)
            .Select(id => Judge(context, id))
            .Concat(context.HiddenHolders());

    private static Judgement Judge(RuleContext context, Guid id)
    {
        var group = context.Access.Directory.Group(id);
        return Maybe.Any([group?.IsDynamic, group?.IsSynchronised]) switch
        {
            true => Finding(group!),
            false => new Judgement.Meets(context.Reference(id)),
            null => new Judgement.Blind(
                context.Reference(id),
                GroupGrants.NotTold(context, id, "whether a group is dynamic or synchronised")
            ),
        };
    }

    private static Judgement.Breaks Finding(Group group)
    {
        string?[] kinds =
        [
            group.IsDynamic is true ? "dynamic membership" : null,
            group.IsSynchronised is true ? "synchronised from on-premises" : null,
        ];
        var observed = string.Join(", ", kinds.OfType<string>());
        return new(
            new FindingDraft
            {
                Subject = group.Reference,
                Title = $"{group.Reference.Label} leads to a role but its members are not assigned",
                Observed = observed,
                Expected = "assigned membership, kept in Entra",
                Evidence = [new(SnapshotParts.Principals, group.Reference.Id)],
                Fix = new([
                    "Make a role-assignable group with membership type Assigned; the type of this one cannot carry roles safely.",
                    "Add the people who need the role.",
                    "Give the new group the assignments of this one, then remove this one from the role or from the group that carries it.",
                ]),
            }
        );
    }
}
