using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.History;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>
/// Scans one tenant of a list as a run of its own: own settings, sign-in, connection and folder. Whatever ends it is told in
/// the outcome.
/// </summary>
/// <param name="fleet">The list.</param>
/// <param name="threshold">Of findings that make a tenant fail.</param>
/// <param name="outputFolder">Root of all folders, absolute; null for that of each tenant's settings.</param>
internal sealed class TenantScanner(
    FleetSettings fleet,
    Threshold threshold,
    string? outputFolder,
    Surroundings surroundings
) : ITenantScanner
{
    private readonly FrozenDictionary<string, FleetTenant> tenants = fleet.Tenants.ToFrozenDictionary(
        tenant => tenant.Alias,
        StringComparer.Ordinal
    );

    private readonly FleetIds ids = new(fleet);

    /// <exception cref="ArgumentException">The list has no such alias.</exception>
    /// <exception cref="OperationCanceledException">Cancelled from outside.</exception>
    public async Task<TenantOutcome> ScanAsync(string alias, DateTimeOffset? slot, CancellationToken cancellation)
    {
        if (!tenants.TryGetValue(alias, out var tenant))
            throw new ArgumentException($"The list has no tenant '{alias}'.", nameof(alias));

        var began = surroundings.Time.GetTimestamp();
        using var limit = new HardLimit(tenant.TimeLimit, surroundings.Time, cancellation);
        Run? run = null;
        try
        {
            run = RunOf(tenant, slot);
            var publication = await Scan.RunAsync(run, limit.Token);
            await TellAsync(run, tenant.Id, publication.Notices, cancellation);
            var code = Outcome.Of(publication.Result, threshold).Code;
            return new(alias, tenant.Id, publication.Result, (int)code, publication.Folder, WhyNot: null, Took(began))
            {
                ResultHash = publication.ResultHash,
            };
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            var told = limit.IsOver && error is OperationCanceledException ? limit.Failure : Failures.From(error);
            var failure = ids.Without(tenant.Id, told);
            await TellAsync(run, tenant.Id, run is null ? [] : Notices.OfFailure(run, failure), cancellation);
            var why = FailureLines.Of(failure);
            return new(alias, tenant.Id, Result: null, (int)failure.Code, Folder: null, why, Took(began));
        }
    }

    /// <summary>The collector keeps the time limit itself, and records as missing what it did not get to read.</summary>
    private Run RunOf(FleetTenant tenant, DateTimeOffset? slot)
    {
        var settings = outputFolder is null ? tenant.Settings : tenant.Settings with { OutputFolder = outputFolder };
        return new(
            settings,
            Plans.Make(settings),
            threshold,
            settings.Formats,
            Out: null,
            Demo: false,
            Force: false,
            Quiet: true,
            NoColor: true,
            AllowIncomplete: false,
            surroundings with
            {
                Out = TextWriter.Synchronized(surroundings.Out),
                Error = new TenantTalk(tenant.Alias, surroundings.Error),
            }
        )
        {
            Timeout = tenant.TimeLimit,
            TenantFolder = tenant.Alias,
            NeedsEvidence = true,
            Slot = slot,
        };
    }

    /// <summary>What a schedule started is told by whoever keeps the schedule.</summary>
    private static Task TellAsync(
        Run? run,
        Guid tenant,
        ImmutableArray<OutboxMessage> notices,
        CancellationToken cancellation
    ) => run is { Slot: null } ? NoticeSender.TellAsync(run, tenant, notices, cancellation) : Task.CompletedTask;

    private TimeSpan Took(long began) => surroundings.Time.GetElapsedTime(began);
}
