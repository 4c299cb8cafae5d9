using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An entry that names nobody protects nobody, and hides that an emergency account is gone.</summary>
public sealed class EmergencyAccountUnresolved : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM405",
            Title: "A configured emergency access account is not in the tenant",
            Severity: Severity.Critical,
            Practice: "DO-5",
            Why: "The account was deleted or renamed, or the entry is mistyped. Whoever relies on it in an emergency finds a door that "
                + "is not there, and until then nothing that it holds is recognised as emergency access.",
            Needs: SnapshotParts.None
        )
        {
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Emergency.All.OrderBy(account => account.Entry, StringComparer.Ordinal)
            .Select<EmergencyAccount, Judgement>(account =>
                account.State switch
                {
                    EntryState.Resolved => new Judgement.Meets(Reference(account)),
                    EntryState.NotFound => Finding(account),
                    _ => new Judgement.Blind(Reference(account), account.Gap!),
                }
            );

    private static ObjectRef Reference(EmergencyAccount account) => new(ObjectKind.ConfigurationEntry, account.Entry);

    private static Judgement.Breaks Finding(EmergencyAccount account) =>
        new(
            new FindingDraft
            {
                Subject = Reference(account),
                Title = $"The emergency access account {account.Entry} is not in the tenant",
                Observed = "not in the tenant",
                Expected = "every configured emergency access account exists",
                Evidence = [new(SnapshotParts.EmergencyAccounts, account.Entry)],
                Fix = new([
                    "In the Entra admin centre, open Users and search for the account; restore it from Deleted users if it is there.",
                    account.IsByName
                        ? "Write its object id under emergencyAccounts: a user principal name can be changed, or given to somebody else."
                        : "Correct the object id under emergencyAccounts in the configuration.",
                    "Create a new emergency access account where none is left.",
                ]),
            }
        );
}
