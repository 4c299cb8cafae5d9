using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever takes over a person who always holds a role holds it too, at once and for as long as nobody looks.</summary>
public sealed class PermanentActiveAssignment : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM101",
            Title: "User holds a role permanently, without activation",
            Severity: Severity.Critical,
            Practice: "DONT-1",
            Why: "Whoever takes over this person holds the role at once: no activation asks for MFA, a reason or an approval, "
                + "nothing is logged at the moment of use, and it never ends by itself.",
            Needs: StandingGrants.Needs
        )
        {
            JudgesWithoutPim = true,
            Parameters = [RuleParameter.Roles("roles", "all", "which roles")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var roles = context.Parameters.Roles("roles");
        return StandingGrants.JudgeUsers(
            context,
            standing =>
                standing.Grants.Any(grant => grant.IsPermanent) && IsChosen(standing.RoleId, roles, context.Roles)
                    ? Draft(standing, context)
                    : null,
            role => IsChosen(role, roles, context.Roles)
        );
    }

    private static bool IsChosen(Guid roleId, RoleChoice choice, RoleTiers tiers) =>
        choice.Width switch
        {
            RoleWidth.Listed => choice.Listed.Contains(roleId),
            RoleWidth.Privileged => tiers.IsPrivileged(roleId),
            _ => true,
        };

    private static FindingDraft Draft(StandingGrant standing, RuleContext context)
    {
        var role = context.RoleReference(standing.RoleId);
        return new()
        {
            Subject = standing.Principal,
            Identity = standing.IdentityIn(context),
            Severity = context.ByTier(standing.RoleId, Severity.Critical, Severity.High, Severity.Medium),
            Title =
                $"{standing.Principal.Label} holds {RoleWords.RoleAt(context, standing.RoleId, standing.Scope)} permanently, without activation",
            Observed = "active, assigned without end",
            Expected = "eligible through a role-assignable group, activated when needed",
            Role = role,
            Scope = standing.Scope,
            Path = DirectPaths.Of(context, standing.PrincipalId, standing.RoleId, standing.Scope, HopState.Standing),
            Evidence = standing.Evidence,
            Fix = new(
                [
                    "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Assignments.",
                    "Make sure that the person has an eligible path to the role, through a role-assignable group.",
                    "On the tab Active assignments, select this assignment and then Remove.",
                ],
                AssignmentCommands.RemoveActive(context.Snapshot, standing.PrincipalId, standing.RoleId, standing.Scope)
            ),
        };
    }
}
