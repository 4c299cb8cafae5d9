using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>In a bundle the highest roles open along with everything else, and their own settings are never asked.</summary>
public sealed class HighlyPrivilegedRoleInBundle : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM307",
            Title: "A highly privileged role is carried by a group that people activate",
            Severity: Severity.Medium,
            Practice: "ARCH",
            Why: "The role's own settings, with their approval, are never asked: the group's settings alone stand before it. Whoever "
                + "activates the group for a small task holds the highest role as well.",
            Needs: GroupGrants.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        BundledRole.Judge(context, context.Roles.IsHighlyPrivileged, bundled => Draft(context, bundled));

    private static FindingDraft Draft(RuleContext context, BundledRole bundled) =>
        new()
        {
            Subject = bundled.Group,
            Title = $"{bundled.Group.Label} carries {bundled.Role.Label} by Approach 2",
            Observed = "Approach 2: the group is active on the role, its members activate their membership",
            Expected = "Approach 1: a group of its own is eligible for the role, and its members activate the role",
            Role = bundled.Role,
            Scope = bundled.Scope,
            Evidence = bundled.EvidenceIn(context),
            Fix = new(
                [
                    "Make a role-assignable group for this role alone and add the people as members.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, make that group eligible for the role.",
                    "Under Settings, let the role ask for approval.",
                    "Remove the role from this group.",
                ],
                bundled.RemovalIn(context.Snapshot)
            ),
        };
}
