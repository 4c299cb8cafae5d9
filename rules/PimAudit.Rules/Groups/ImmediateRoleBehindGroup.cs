using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Services outside the directory learn of a new membership late; of an activated role at once.</summary>
public sealed class ImmediateRoleBehindGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM306",
            Title: "A role that must take effect at once is reached through an activated membership",
            Severity: Severity.Medium,
            Practice: "APP-1",
            Why: "Exchange, SharePoint and Purview read group memberships late, so the role does not work when it is needed. "
                + "People then activate again, or ask for standing access.",
            Needs: GroupGrants.Needs
        )
        {
            Parameters =
            [
                RuleParameter.Ids(
                    "immediateRoles",
                    "template ids of roles that must take effect at once",
                    ImmediateRoles.All
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var immediate = context.Parameters.Ids("immediateRoles");
        return BundledRole.Judge(context, immediate.Contains, bundled => Draft(context, bundled));
    }

    private static FindingDraft Draft(RuleContext context, BundledRole bundled) =>
        new()
        {
            Subject = bundled.Group,
            Title = $"{bundled.Group.Label} gives {bundled.Role.Label} through a membership that must be activated",
            Observed = "Approach 2: the group is active on the role, its members activate their membership",
            Expected = "Approach 1: the group is eligible for the role, its members stand and activate the role",
            Role = bundled.Role,
            Scope = bundled.Scope,
            Evidence = bundled.EvidenceIn(context),
            Fix = new(
                [
                    "Make a role-assignable group for this role and add the people as members.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, make that group eligible for the role.",
                    "Remove the role from this group.",
                ],
                bundled.RemovalIn(context.Snapshot)
            ),
        };
}
