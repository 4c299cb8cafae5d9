using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>One emergency account is one lost key away from none.</summary>
public sealed class TooFewEmergencyAccounts : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM401",
            Title: "Too few emergency access accounts that work without PIM",
            Severity: Severity.Critical,
            Practice: "DO-5",
            Why: "When PIM, multifactor authentication or an approver fails, only an account that is Global Administrator without any "
                + "of them opens the tenant again. One such account is one lost key away from none.",
            Needs: SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments | SnapshotParts.Principals
        )
        {
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
            Parameters = [RuleParameter.Number("min", 2, "fewest working emergency access accounts")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var min = context.Parameters.Number("min");
        var accounts = context.Emergency.All.Select(account => DeclaredAccount.Of(context, account)).ToImmutableArray();
        var working = Count(accounts, account => account.Works is true);
        if (working >= min)
            return [new Judgement.Meets(context.Snapshot.Tenant.Reference)];

        var perhaps = Count(accounts, account => account.Works is not false);
        if (
            perhaps >= min
            && accounts.Select(account => account.Gap).FirstOrDefault(gap => gap is not null) is { } unknown
        )
            return [new Judgement.Blind(context.Snapshot.Tenant.Reference, unknown)];

        return [Finding(context, accounts, working, min)];
    }

    /// <summary>Two entries for one account are one account.</summary>
    private static int Count(IEnumerable<DeclaredAccount> accounts, Func<DeclaredAccount, bool> which) =>
        accounts.Where(which).DistinctBy(account => account.Key, StringComparer.OrdinalIgnoreCase).Count();

    private static Judgement.Breaks Finding(
        RuleContext context,
        ImmutableArray<DeclaredAccount> accounts,
        int working,
        int min
    )
    {
        var tenant = context.Snapshot.Tenant.Reference;
        var candidates = accounts.IsEmpty ? EmergencyAccess.Candidates(context.Access) : [];
        return new(
            new FindingDraft
            {
                Subject = tenant,
                Title =
                    $"{tenant.Label} has {Say.Number(working)} working emergency access {(working == 1 ? "account" : "accounts")}",
                Observed = accounts.IsEmpty ? NoneDeclared(candidates) : Declared(accounts),
                Expected =
                    $"at least {Say.Number(min)} enabled accounts that are Global Administrator of the whole tenant, active and permanent",
                Role = context.RoleReference(WellKnownRoles.GlobalAdministrator),
                Scope = "/",
                Related =
                [
                    .. accounts.Select(account => new RelatedObject(account.Reference, "emergency access account")),
                    .. candidates.Select(path => new RelatedObject(path.Principal, "candidate")),
                ],
                Evidence = EvidenceOf(context, accounts, candidates),
                Fix = new([
                    "Create cloud-only accounts on the tenant's initial domain that belong to nobody.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, make them active for Global Administrator, permanently.",
                    "Exclude them from Conditional Access policies that could lock them out, and keep their keys apart.",
                    "Name their object ids under emergencyAccounts in the configuration.",
                ]),
            }
        );
    }

    private static string NoneDeclared(ImmutableArray<AccessPath> candidates) =>
        candidates.IsEmpty
            ? "none declared; candidates: none"
            : $"none declared; candidates: {string.Join(", ", candidates.Select(path => path.Principal.Label))}";

    private static string Declared(ImmutableArray<DeclaredAccount> accounts) =>
        string.Join("; ", accounts.Select(account => $"{account.Reference.Label}: {account.State}"));

    private static ImmutableArray<Evidence> EvidenceOf(
        RuleContext context,
        ImmutableArray<DeclaredAccount> accounts,
        ImmutableArray<AccessPath> candidates
    )
    {
        if (!accounts.IsEmpty)
            return [.. accounts.SelectMany(account => account.Evidence).Distinct()];
        if (!candidates.IsEmpty)
            return [.. candidates.SelectMany(path => path.Hops[^1].Evidence).Distinct()];

        return [new(SnapshotParts.RoleAssignments, WellKnownRoles.GlobalAdministrator.ToString("D"))];
    }
}
