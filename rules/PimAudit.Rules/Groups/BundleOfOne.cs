using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Approach 2 pays by bundling; for one role it only adds settings, delay and a second place to look.</summary>
public sealed class BundleOfOne : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM314",
            Title: "A group that people activate carries a single role",
            Severity: Severity.Info,
            Practice: "APP-2",
            Why: "Approach 2 is for bundling several roles under one activation. With a single role it saves nobody an activation, takes "
                + "effect later, and hides the people from the role's own settings and reviews.",
            Needs: GroupGrants.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        GroupGrants
            .ByGroup(context)
            .Select(grants => Judge(context, grants.Key, [.. grants]))
            .OfType<Judgement>()
            .Concat(GroupGrants.Untold(context));

    /// <summary>Null for a group of another approach, of which others speak.</summary>
    private static Judgement? Judge(RuleContext context, Guid groupId, ImmutableArray<GroupGrant> grants)
    {
        var group = context.Reference(groupId);
        var roles = grants.Select(grant => grant.RoleId).Distinct().Count();
        if (roles > 1)
            return grants.Any(grant => grant.Approach is Approach.Approach2) ? new Judgement.Meets(group) : null;
        if (grants.FirstOrDefault(grant => grant.Approach is Approach.Unknown) is { } unknown)
            return new Judgement.Blind(group, unknown.Gap!);

        return grants.All(grant => grant.Approach is Approach.Approach2)
            ? new Judgement.Breaks(Draft(context, new(group, context.RoleReference(grants[0].RoleId), grants)))
            : null;
    }

    private static FindingDraft Draft(RuleContext context, BundledRole bundled) =>
        new()
        {
            Subject = bundled.Group,
            Title = $"{bundled.Group.Label} is activated for {bundled.Role.Label} alone",
            Observed = "Approach 2 with a single role",
            Expected = "Approach 1 for a single role, or several roles in the bundle",
            Role = bundled.Role,
            Scope = bundled.Scope,
            Related = [new(bundled.Role, "role of the group")],
            Evidence = bundled.EvidenceIn(context),
            Fix = new(
                [
                    "Make a role-assignable group for the role and add the people as members.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, make that group eligible for the role.",
                    "Remove the role from this group.",
                ],
                bundled.RemovalIn(context.Snapshot)
            ),
        };
}
