using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// The lists of the whole tenant and the configured emergency accounts, together in one batch; role settings, the heaviest
/// list of all, stay outside.
/// </summary>
internal sealed class TenantListsStep : ICollectionStep
{
    public string Says => "Reading roles, assignments, policies and reviews";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var holders = new RoleLists(run);
        var subscriptions = run.Tenant.Subscriptions();
        var roles = run.Tenant.RoleDefinitions();
        var groups = run.Tenant.RoleAssignableGroups();
        var named = NamedGroups(run);
        var units = run.Tenant.AdministrativeUnits();
        var reviews = run.Tenant.AccessReviews();
        var policies = run.Tenant.ConditionalAccessPolicies();
        var contexts = run.Tenant.AuthenticationContexts();
        var accounts = EmergencyAccounts(run);

        await run.Reader.ReadBatchedAsync(
            [
                .. holders.Reads,
                subscriptions,
                roles,
                groups,
                .. named,
                units,
                reviews,
                policies,
                contexts,
                .. accounts.Select(one => one.Read),
            ],
            cancellation
        );

        await holders.SettleAsync(cancellation);
        run.Keep(subscriptions, run.Rows.Subscriptions);
        run.Keep(roles, run.Rows.Roles);
        run.Keep(groups, run.Rows.Groups);
        foreach (var read in named)
            run.Keep(read, run.Rows.NamedGroups);
        run.Keep(units, run.Rows.AdministrativeUnits);
        run.Keep(policies, run.Rows.ConditionalAccessPolicies);
        run.Keep(contexts, run.Rows.AuthenticationContexts);
        if (run.Ledger.Settle(reviews))
            run.Rows.AccessReviews.AddRange(reviews.Rows.Where(review => !review.Targets.IsEmpty));
        foreach (var (entry, read) in accounts)
            Settle(run, entry, read);
        foreach (var group in run.Rows.Groups)
            run.Pool.Touch(group.Id, ObjectKind.Group);
    }

    /// <summary>None where nobody can tell how the names begin.</summary>
    private static List<ListRead<GroupRow, Group>> NamedGroups(CollectionRun run)
    {
        if (!string.IsNullOrEmpty(run.Options.GroupNamePrefix))
            return [run.Tenant.NamedGroups(run.Options.GroupNamePrefix)];

        run.Ledger[SnapshotParts.NamedGroups]
            .Fail(
                new(
                    PartStatus.NotAsked,
                    MissingReason.Configuration,
                    "The configuration does not say how the names of role-assignable groups begin."
                )
            );
        return [];
    }

    private static List<(string Entry, ObjectRead<UserRow, User> Read)> EmergencyAccounts(CollectionRun run)
    {
        var entries = run
            .Options.EmergencyAccounts.Distinct(StringComparer.Ordinal)
            .ToLookup(string.IsNullOrWhiteSpace);
        foreach (var blank in entries[true])
            run.Ledger[SnapshotParts.EmergencyAccounts]
                .Gap(
                    blank,
                    new(PartStatus.Failed, MissingReason.Configuration, "An emergency account is configured as blank.")
                );
        return [.. entries[false].Select(entry => (entry, run.Principals.EmergencyAccount(entry)))];
    }

    /// <summary>404 is an answer: the tenant does not have the account.</summary>
    private static void Settle(CollectionRun run, string entry, ObjectRead<UserRow, User> read)
    {
        var meter = run.Ledger[SnapshotParts.EmergencyAccounts];
        if (read.Failure is { IsNotFound: true })
        {
            meter.Count(read);
            meter.Answer();
            run.Rows.EmergencyAccounts.Add(new(entry, ObjectId: null));
        }
        else if (run.Ledger.Settle(read, entry))
        {
            run.Rows.EmergencyAccounts.Add(new(entry, read.Value!.Id));
            run.Pool.Touch(read.Value.Id, ObjectKind.User);
        }
    }
}
