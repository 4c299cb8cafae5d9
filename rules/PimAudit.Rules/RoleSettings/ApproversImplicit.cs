using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Where nobody is named, everybody in the two highest roles is asked, which means nobody feels asked.</summary>
public sealed class ApproversImplicit : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM206",
            Title: "Approval is required but nobody is named to approve",
            Severity: Severity.High,
            Practice: "CFG-3",
            Why: "PIM then asks every Global and Privileged Role Administrator. Nobody who owns the role decides, and where nobody "
                + "stands in those roles, nobody can approve at all.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters =
            [
                RuleParameter.Flag(
                    "allowDefaultApprovers",
                    false,
                    "all Global and Privileged Role Administrators may approve"
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var nobody = ImplicitApprovers.AreCertainlyNobody(context);
        var allowed = context.Parameters.Flag("allowDefaultApprovers") && !nobody;
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                settings.ApprovalRequired switch
                {
                    false => [],
                    null => [held.BlindWithout("whether activation asks for approval")],
                    true when !settings.Approvers.IsEmpty || allowed => [held.Meets()],
                    true => [Finding(held, nobody)],
                }
        );
    }

    private static Judgement.Breaks Finding(HeldSetting held, bool nobody) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Severity = nobody ? Severity.High : Severity.Medium,
                Title = nobody
                    ? $"{held.Label} needs an approval that nobody but emergency accounts can give"
                    : $"{held.Label} names no approver",
                Observed = nobody
                    ? "nobody named; no other account is a standing Global or Privileged Role Administrator or becomes one without approval"
                    : "nobody named, so all Global and Privileged Role Administrators approve",
                Expected = "named approvers, such as the security team or the role's owners",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, under Select approvers, name at least two people or a group"
                ),
            }
        );
}
