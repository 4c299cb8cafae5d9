using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever rules the local directory rules every account that comes from it, and every role that it holds.</summary>
public sealed class SynchronisedHolder : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM601",
            Title: "A privileged person is synchronised from on-premises",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Password and state of the account are set on-premises. Whoever takes over the local Active Directory, or the server "
                + "that synchronises it, takes over the cloud role with it.",
            Needs: HolderJudge.Needs
        )
        {
            JudgesWithoutPim = true,
            Source =
                "CISA SCuBA MS.AAD.7.3v1: privileged users are cloud-only accounts, separate from an on-premises directory; CIS Microsoft 365 Foundations v5, 1.1.1",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) => HolderJudge.EachPrivileged(context, Judge);

    private static Judgement Judge(RoleHolder holder, User user) =>
        user.IsSynchronised switch
        {
            true => Finding(holder),
            false => new Judgement.Meets(holder.Reference),
            null => HolderJudge.Untold(holder, "whether the account is synchronised"),
        };

    private static Judgement.Breaks Finding(RoleHolder holder) =>
        new(
            new FindingDraft
            {
                Subject = holder.Reference,
                Title = $"{holder.Reference.Label} reaches {holder.InWords} and is synchronised from on-premises",
                Observed = $"onPremisesSyncEnabled is true; reaches {holder.InWords}",
                Expected = "a cloud-only account for privileged roles",
                Related = holder.Related,
                Evidence = [new(SnapshotParts.Principals, holder.Reference.Id), .. holder.OwnRows],
                Fix = new([
                    "In the Entra admin centre, Users, create a cloud-only account on the tenant's own domain for this person.",
                    "In Privileged Identity Management, make the new account eligible for what the person needs.",
                    "Then take the roles, and the groups that carry them, from the synchronised account.",
                ]),
            }
        );
}
