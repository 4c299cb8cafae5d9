using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A policy that stops the emergency account is the emergency for which the account was made.</summary>
public sealed class EmergencyAccountCanBeLockedOut : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM408",
            Title: "A Conditional Access policy can lock an emergency access account out",
            Severity: Severity.Critical,
            Practice: RuleInfo.BeyondThePractice,
            Why: "A mistake in Conditional Access is the commonest way to lose a tenant. An account that the same policies stop, or that "
                + "needs a device or a method which it does not have, cannot undo the mistake.",
            Needs: SnapshotParts.ConditionalAccessPolicies
        )
        {
            Source = EmergencySources.Microsoft,
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var policies = WatchedPolicy.Of(context);
        return EmergencyJudge.Each(context, (_, account) => Judge(account, policies));
    }

    private static IEnumerable<Judgement> Judge(ObjectRef account, ImmutableArray<WatchedPolicy> policies)
    {
        Judgement[] said = [.. policies.Select(policy => Judge(account, policy)).OfType<Judgement>()];
        return said.Length > 0 ? said : [new Judgement.Meets(account)];
    }

    /// <summary>Null where the policy lets the account pass.</summary>
    private static Judgement? Judge(ObjectRef account, WatchedPolicy policy)
    {
        var one = policy.Catches.First(one => string.Equals(one.Account.Id, account.Id, StringComparison.Ordinal));
        return one.IsCaught switch
        {
            false => null,
            true => Finding(one, policy),
            null => new Judgement.Blind(account, one.Gap!) { Identity = [policy.Reference] },
        };
    }

    private static Judgement.Breaks Finding(PolicyCatch caught, WatchedPolicy policy)
    {
        ImmutableArray<ObjectRef> others =
        [
            .. policy.Catches.Where(one => one.IsCaught is true && one != caught).Select(one => one.Account),
        ];
        var conditions = policy.Policy.NarrowedBy;
        return new(
            new FindingDraft
            {
                Subject = caught.Account,
                Identity = [policy.Reference],
                Severity = policy.StopsAll ? Severity.Critical : Severity.High,
                Title =
                    $"The policy {policy.Reference.Label} can lock the emergency access account {caught.Account.Label} out",
                Observed =
                    caught.Hurdle.Text
                    + (conditions.IsEmpty ? "" : $" under its conditions ({string.Join(", ", conditions)})")
                    + (policy.StopsAll ? "; no emergency access account is left that it does not stop" : ""),
                Expected = "no enabled policy that stops the account on its way to the administration of the tenant",
                Related =
                [
                    .. others.Select(other => new RelatedObject(other, "emergency access account, stopped as well")),
                ],
                Evidence =
                [
                    new(SnapshotParts.ConditionalAccessPolicies, policy.Policy.Id),
                    new(SnapshotParts.Principals, caught.Account.Id),
                ],
                Fix = new([
                    "In the Entra admin centre, open Protection, Conditional Access, Policies, and select this policy.",
                    "Under Users, Exclude, add the emergency access accounts, by themselves or by a group made for them.",
                    "Where the account is to prove itself all the same, register the method that the policy asks for.",
                    "Use What If with the account to see that no policy stops it.",
                ]),
            }
        )
        {
            Identity = [policy.Reference],
        };
    }
}
