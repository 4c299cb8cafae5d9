using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Mail and documents are how attackers come in; an account that administers should have neither.</summary>
public sealed class HolderWithMailbox : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM605",
            Title: "A privileged account has a mailbox or the Office apps",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Phishing arrives by mail, and malware in documents. An account that is used for both and for administration brings "
                + "them next to its roles.",
            Needs: HolderJudge.Needs
        )
        {
            JudgesWithoutPim = true,
            Source =
                "CIS Microsoft 365 Foundations v5, 1.1.4: administrative accounts use licenses with a reduced application footprint; Maester MT.1028",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        HolderJudge.EachPrivileged(
            context,
            (holder, user) =>
                user.Plans is not { } plans ? HolderJudge.Untold(holder, "which licences the account has")
                : Productive(plans) is { IsEmpty: false } names ? Finding(holder, names)
                : new Judgement.Meets(holder.Reference)
        );

    private static ImmutableArray<string> Productive(ImmutableArray<AssignedPlan> plans) =>
        [
            .. plans
                .Where(plan => plan.IsEnabled)
                .Select(plan => ProductivityPlans.All.GetValueOrDefault(plan.ServicePlanId)?.Name)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static Judgement.Breaks Finding(RoleHolder holder, ImmutableArray<string> names) =>
        new(
            new FindingDraft
            {
                Subject = holder.Reference,
                Title = $"{holder.Reference.Label} reaches {holder.InWords} and has {string.Join(", ", names)}",
                Observed = $"enabled plans: {string.Join(", ", names)}; reaches {holder.InWords}",
                Expected = "an account for administration alone, without mailbox and Office apps",
                Related = holder.Related,
                Evidence = [new(SnapshotParts.Principals, holder.Reference.Id), .. holder.OwnRows],
                Fix = new([
                    "Give the person a separate account for administration, licensed with Microsoft Entra ID P2 or ID Governance alone.",
                    "In Privileged Identity Management, make that account eligible and take the roles from this one.",
                    "Or, where this is the account for administration, take the mailbox and Office licences from it in the Microsoft 365 admin centre.",
                ]),
            }
        );
}
