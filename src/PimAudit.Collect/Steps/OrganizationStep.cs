using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Which tenant is it? Nothing else is asked of a wrong one.</summary>
internal sealed class OrganizationStep : ICollectionStep
{
    public string Says => "Reading the tenant";

    /// <exception cref="WrongTenantException">It is not the configured one.</exception>
    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        Refuse(run, run.Claims.Tenant);

        var read = run.Tenant.Organization();
        await run.Reader.ReadFreshAsync(read, cancellation);
        var named = read.Rows.DistinctBy(tenant => tenant.Id).Count();
        if (read.Failure is null && named != 1)
            read.Fail(ReadFailure.Malformed($"{read.Question.Template} named {Say.Number(named)} tenants."));
        if (run.Ledger.Settle(read))
        {
            Refuse(run, read.Rows[0].Id);
            run.Journal?.Confirm(read.Rows[0].Id);
            run.Rows.Tenant = read.Rows[0];
        }
        else
            run.Rows.Tenant = Assumed(run);
    }

    private static void Refuse(CollectionRun run, Guid? seen)
    {
        if (run.Options.Tenant is { } configured && seen is { } tenant && tenant != configured)
            throw new WrongTenantException(configured, tenant);
    }

    /// <summary>The token names the tenant; without it the configuration's word stands, and the record says so.</summary>
    private static Tenant Assumed(CollectionRun run)
    {
        if (run.Claims.Tenant is null)
            run.Ledger.Notes.Add(
                run.Options.Tenant is null
                    ? "Nothing told which tenant was read."
                    : "Nothing told which tenant was read; the id is the configured one, unconfirmed."
            );

        var id = run.Claims.Tenant ?? run.Options.Tenant ?? Guid.Empty;
        return new(id, DisplayName: null, DefaultDomain: null, InitialDomain: null);
    }
}
