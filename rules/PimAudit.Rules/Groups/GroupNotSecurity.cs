using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A Microsoft 365 group brings a mailbox, a site and owners of its own, all of which lead into the group.</summary>
public sealed class GroupNotSecurity : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM315",
            Title: "A role-assignable group is a Microsoft 365 or mail-enabled group",
            Severity: Severity.Low,
            Practice: "CFG-1",
            Why: "Such a group has a mailbox, often a team and a site, and people who run these. They take it for a place to work "
                + "together, invite others, and mail to it reaches everybody who holds the role.",
            Needs: SnapshotParts.RoleAssignableGroups
        )
        {
            Source = $"{PracticeLines.DocumentTitle}, CFG-1 (line 59): \"Set Group type: Security\"",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        RoleAssignableGroups.Judge(context, group => [Judge(context, group)]);

    private static Judgement Judge(RuleContext context, Group group) =>
        Maybe.Any([group.IsMicrosoft365, group.IsMailEnabled]) switch
        {
            true => Finding(group),
            false => new Judgement.Meets(group.Reference),
            null => new Judgement.Blind(
                group.Reference,
                GroupGrants.NotTold(context, group.Id, "whether a group is a Microsoft 365 or mail-enabled group")
            ),
        };

    private static Judgement.Breaks Finding(Group group) =>
        new(
            new FindingDraft
            {
                Subject = group.Reference,
                Title = $"{group.Reference.Label} is role-assignable but no plain security group",
                Observed = group.IsMicrosoft365 is true ? "Microsoft 365 group" : "mail-enabled group",
                Expected = "group type Security, without mail",
                Evidence = [new(SnapshotParts.RoleAssignableGroups, group.Reference.Id)],
                Fix = new([
                    "Make a role-assignable group of type Security; the type of this one cannot be changed.",
                    "Give it the members, owners and role assignments of this one.",
                    "Remove the role assignments of this group.",
                ]),
            }
        );
}
