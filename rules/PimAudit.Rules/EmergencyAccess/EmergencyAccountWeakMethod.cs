using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The most powerful accounts of a tenant must not be given away on a false sign-in page.</summary>
public sealed class EmergencyAccountWeakMethod : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM407",
            Title: "An emergency access account has no phishing-resistant method",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "A permanent Global Administrator whose codes or prompts can be phished is the shortest way into the tenant. A passkey "
                + "kept in a safe cannot be given away, and needs no telephone in the emergency.",
            Needs: SnapshotParts.RegistrationDetails
        )
        {
            Source = EmergencySources.Microsoft,
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var methods = new EmergencyMethods(context);
        return EmergencyJudge.Each(context, (id, account) => [Judge(account, methods[id])]);
    }

    private static Judgement Judge(ObjectRef account, Known<RegistrationDetails> registered) =>
        registered.Gap is { } gap ? new Judgement.Blind(account, gap)
        : registered.Value.Methods.Any(AuthenticationMethods.PhishingResistant.Contains) ? new Judgement.Meets(account)
        : Finding(account, registered.Value);

    private static Judgement.Breaks Finding(ObjectRef account, RegistrationDetails row) =>
        new(
            new FindingDraft
            {
                Subject = account,
                Title = $"The emergency access account {account.Label} has no phishing-resistant method",
                Observed = row.Methods.IsEmpty
                    ? $"no method registered{AsOf(row)}"
                    : $"registered: {string.Join(", ", row.Methods)}{AsOf(row)}",
                Expected =
                    "a passkey (FIDO2), Windows Hello for Business or another phishing-resistant method in the registration report",
                Evidence = [new(SnapshotParts.RegistrationDetails, account.Id)],
                Fix = new([
                    "Sign in with the account at https://aka.ms/mysecurityinfo and add a security key as passkey (FIDO2).",
                    "Register a second key and keep the two apart, each in a safe.",
                    "Remove the telephone numbers and authenticator apps of single people from the account.",
                ]),
            }
        );

    private static string AsOf(RegistrationDetails row) => row.UpdatedAt is { } at ? $", as of {Say.Moment(at)}" : "";
}
