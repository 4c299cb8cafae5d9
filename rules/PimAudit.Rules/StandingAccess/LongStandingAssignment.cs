using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An end that lies months ahead protects nobody today.</summary>
public sealed class LongStandingAssignment : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM102",
            Title: "User holds a role without activation for longer than the profile allows",
            Severity: Severity.Medium,
            Practice: "DONT-1",
            Why: "Until its end the assignment is standing access: no activation, no reason, no approval. An end that lies months "
                + "ahead protects nobody today.",
            Needs: StandingGrants.Needs
        )
        {
            Parameters = [RuleParameter.Number("maxStandingDays", 30, "longest active assignment in days")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromDays(context.Parameters.Number("maxStandingDays"));
        return StandingGrants.JudgeUsers(
            context,
            standing =>
                standing.LongestAt(context.TakenAt) is { IsPermanent: false } longest
                && HowLong.IsOver(limit, longest.StartsAt, longest.EndsAt, context.TakenAt)
                    ? Draft(standing, limit, context)
                    : null
        );
    }

    private static FindingDraft Draft(StandingGrant standing, TimeSpan limit, RuleContext context)
    {
        var role = context.RoleReference(standing.RoleId);
        var longest = standing.LongestAt(context.TakenAt);
        return new()
        {
            Subject = standing.Principal,
            Identity = standing.IdentityIn(context),
            Severity = context.ByTier(standing.RoleId, Severity.Medium, Severity.Medium, Severity.Low),
            Title =
                $"{standing.Principal.Label} holds {RoleWords.RoleAt(context, standing.RoleId, standing.Scope)} without activation until {Say.End(longest.EndsAt)}",
            Observed = $"active for {HowLong.InWords(longest.StartsAt, longest.EndsAt, context.TakenAt)}",
            Expected = $"active for at most {Say.Duration(limit)}, or eligible",
            Role = role,
            Scope = standing.Scope,
            Path = DirectPaths.Of(context, standing.PrincipalId, standing.RoleId, standing.Scope, HopState.Standing),
            Evidence = standing.Evidence,
            Fix = new(
                [
                    "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Assignments.",
                    "Make sure that the person has an eligible path to the role, through a role-assignable group.",
                    "On the tab Active assignments, select this assignment and then Remove, or Update to an earlier end.",
                ],
                AssignmentCommands.RemoveActive(context.Snapshot, standing.PrincipalId, standing.RoleId, standing.Scope)
            ),
        };
    }
}
