using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An activation that waits for somebody who cannot answer is an activation that fails.</summary>
public sealed class ApproverCannotApprove : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM208",
            Title: "A named approver cannot approve",
            Severity: Severity.High,
            Practice: "CFG-3, TRB-2",
            Why: "Requests to this approver are never answered. The role cannot be activated when it is needed, and people look for "
                + "a way around the approval.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.GroupAssignments,
            Parameters = [RuleParameter.Flag("forbidGuests", true, "a guest is no approver")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var book = new ApproverBook(context.Access, context.Parameters.Flag("forbidGuests"));
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                settings.ApprovalRequired switch
                {
                    false => [],
                    null => [held.BlindWithout("whether activation asks for approval")],
                    true => settings
                        .Approvers.Select(approver => Judge(held, book[approver]))
                        .OrderBy(judgement => judgement.Identity[^1].Key, StringComparer.Ordinal),
                }
        );
    }

    private static Judgement Judge(HeldSetting held, ReachableApprover approver)
    {
        var identity = held.Identity.Add(approver.Reference);
        if (approver.Fault is { } fault)
            return new Judgement.Breaks(Finding(held, approver, fault, identity)) { Identity = identity };
        if (approver is { Unknown: { } gap, People.IsEmpty: true })
            return new Judgement.Blind(held.Subject, gap) { Identity = identity };

        return new Judgement.Meets(held.Subject) { Identity = identity };
    }

    private static FindingDraft Finding(
        HeldSetting held,
        ReachableApprover approver,
        string fault,
        ImmutableArray<ObjectRef> identity
    ) =>
        new()
        {
            Subject = held.Subject,
            Identity = identity,
            Title = $"{approver.Reference.Label} is named to approve {held.Label} but {fault}",
            Observed = $"the {(approver.Approver.IsBackup ? "backup approver" : "approver")} {fault}",
            Expected = "every named approver can approve without activating anything first",
            Role = held.Owner.IsRole ? held.Subject : null,
            Related = [new(approver.Reference, "approver")],
            Evidence = [held.Evidence],
            Fix = SettingsFixes.Of(
                held,
                "On the Activation tab, remove this approver and name somebody who can approve"
            ),
        };
}
