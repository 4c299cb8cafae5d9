using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Nobody may approve a request of his own, so whose only approver is himself can never activate.</summary>
public sealed class ApproverDeadlock : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM209",
            Title: "The only approver of an eligible person is that person",
            Severity: Severity.High,
            Practice: "CFG-3, TRB-2",
            Why: "PIM lets nobody approve a request of his own. This person's activation waits until it expires, usually in the "
                + "hour in which the role is needed.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.GroupAssignments,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var book = new ApproverBook(context.Access, forbidGuests: true);
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                settings.ApprovalRequired switch
                {
                    null => [held.BlindWithout("whether activation asks for approval")],
                    true when !settings.Approvers.IsEmpty => Judge(
                        context,
                        held,
                        [.. settings.Approvers.Select(one => book[one])]
                    ),
                    _ => [],
                }
        );
    }

    private static IEnumerable<Judgement> Judge(
        RuleContext context,
        HeldSetting held,
        ImmutableArray<ReachableApprover> approvers
    )
    {
        if (approvers.All(approver => !approver.IsLeft))
            return [];

        var deadlock = Deadlock.Of(context, held, approvers);
        if (deadlock.Gap is { } gap)
            return [held.Blind(gap)];

        return [deadlock.Value is { } only ? Finding(held, only) : held.Meets()];
    }

    private static Judgement.Breaks Finding(HeldSetting held, ObjectRef only) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} can never be activated by {only.Label}, its only approver",
                Observed = $"{only.Label} is eligible and the only one who can approve",
                Expected = "for everybody eligible, an approver who is somebody else",
                Role = held.Owner.IsRole ? held.Subject : null,
                Related = [new(only, "only approver")],
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(held, "On the Activation tab, name a second approver"),
            }
        );
}
