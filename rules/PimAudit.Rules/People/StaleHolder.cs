using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role on an account that nobody signs in with is a role that nobody needs, and that nobody watches.</summary>
public sealed class StaleHolder : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM604",
            Title: "A person with a role has not signed in for long",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An account that nobody signs in with is missed by nobody when somebody else does. Its owner has moved on, and the "
                + "role waits for whoever finds the password.",
            Needs: HolderJudge.Needs | SnapshotParts.SignInActivity
        )
        {
            JudgesWithoutPim = true,
            Source =
                "Microsoft Learn, How to detect and investigate inactive user accounts in Microsoft Entra ID; PIM alert: Potential stale accounts in a privileged role",
            Parameters = [RuleParameter.Number("days", 90, "days without a sign-in")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var days = context.Parameters.Number("days");
        var window = new SignInWindow(context.Snapshot, TimeSpan.FromDays(days));
        return HolderJudge.Each(
            context,
            (holder, user) => user.IsEnabled is false ? null : Judge(context, holder, user, window.Of(user), days)
        );
    }

    private static Judgement Judge(RuleContext context, RoleHolder holder, User user, SignInUse use, int days) =>
        use.IsRecent switch
        {
            true => new Judgement.Meets(holder.Reference),
            false when user.IsEnabled is null => HolderJudge.Untold(holder, "whether the account is enabled"),
            false => Finding(context, holder, use, days),
            null => new Judgement.Blind(holder.Reference, use.Gap!),
        };

    private static Judgement.Breaks Finding(RuleContext context, RoleHolder holder, SignInUse use, int days) =>
        new(
            new FindingDraft
            {
                Subject = holder.Reference,
                Title = $"{holder.Reference.Label} has not signed in for long but reaches {holder.InWords}",
                Observed = $"{use.Text}; reaches {holder.InWords}",
                Expected = $"a sign-in within {Say.Count(days, "day")}",
                Related = holder.Related,
                Evidence =
                [
                    new(SnapshotParts.SignInActivity, holder.Reference.Id),
                    new(SnapshotParts.Principals, holder.Reference.Id),
                    .. holder.OwnRows,
                ],
                Fix = new(
                    [
                        "Ask the person, or the manager, whether the role is still needed.",
                        "If not, in Privileged Identity Management remove what the account holds or is eligible for.",
                        "Take it out of the groups that carry roles, and disable it when nobody uses it any more.",
                    ],
                    AccessRemoval.Of(context, holder)
                ),
            }
        );
}
