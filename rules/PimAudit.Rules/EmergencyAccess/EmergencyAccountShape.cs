using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An emergency account must not depend on anything that an emergency takes away.</summary>
public sealed class EmergencyAccountShape : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM406",
            Title: "An emergency access account is not made as one should be",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An account that comes from on-premises, lives in another tenant, hangs on a domain of your own or is disabled fails "
                + "just when it is needed. A mailbox lets attackers reach it, and further roles are more than an emergency asks for.",
            Needs: SnapshotParts.Principals
        )
        {
            Source = EmergencySources.Microsoft,
            LeansOn =
                SnapshotParts.EmergencyAccounts
                | SnapshotParts.Organization
                | SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities,
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var further = new FurtherRoles(context);
        return EmergencyJudge.Each(context, (id, account) => Judge(context, id, account, further));
    }

    private static IEnumerable<Judgement> Judge(RuleContext context, Guid id, ObjectRef account, FurtherRoles further)
    {
        var user = context.Access.Directory.User(id);
        ImmutableArray<AccountFault> faults =
        [
            .. user is null ? [] : AccountFaults.Of(user, context.Snapshot.Tenant.InitialDomain),
            .. further.Of(account),
        ];
        return EmergencyJudge.Sum(
            account,
            faults.IsEmpty ? [] : [Finding(context, account, faults)],
            Unknown(context, id, user) ?? further.Unknown(id)
        );
    }

    private static Gap? Unknown(RuleContext context, Guid id, User? user)
    {
        if (user is null)
            return Accounts.NotTold(context.Access, id);
        if (AccountFaults.Untold(user).FirstOrDefault() is { } untold)
            return new(
                SnapshotParts.Principals,
                MissingReason.Malformed,
                $"It was not read {untold}: {user.Reference.Label}."
            );

        return context.Snapshot.Tenant.InitialDomain is not null
            ? null
            : context.Snapshot.Collection.GapOf(SnapshotParts.Organization)
                ?? new Gap(
                    SnapshotParts.Organization,
                    MissingReason.Malformed,
                    "The tenant's initial domain was not told."
                );
    }

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef account,
        ImmutableArray<AccountFault> faults
    ) =>
        new(
            new FindingDraft
            {
                Subject = account,
                Severity = faults.Max(fault => fault.Severity),
                Title = faults.Any(fault => fault.Severity > Severity.Low)
                    ? $"The emergency access account {account.Label} can fail with the rest of the tenant"
                    : $"The emergency access account {account.Label} holds more than Global Administrator",
                Observed = string.Join("; ", faults.Select(fault => fault.Text)),
                Expected =
                    $"an enabled member made in the cloud, on {context.Snapshot.Tenant.InitialDomain ?? "the initial domain"}, without a mailbox and with no role but Global Administrator",
                Evidence = [.. faults.SelectMany(fault => fault.Evidence).Distinct()],
                Fix = new([.. faults.Select(fault => fault.Step).Distinct(StringComparer.Ordinal)]),
            }
        );
}
