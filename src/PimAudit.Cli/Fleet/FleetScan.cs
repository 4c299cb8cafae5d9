using System.Collections.Concurrent;
using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Fleet;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary><c>fleet scan</c>: every tenant as a run of its own, then the roll-up.</summary>
internal sealed class FleetScan(FleetRequest request, Surroundings surroundings)
{
    private readonly ConcurrentDictionary<string, FleetRule> rules = new(StringComparer.Ordinal);

    public async Task<ExitCode> RunAsync(CancellationToken cancellation)
    {
        var fleet = request.Fleet!;
        foreach (var note in fleet.Notes)
            surroundings.Error.WriteLine($"Note: {note}");

        var at = surroundings.Time.GetUtcNow();
        var tenants = await ScanAsync(fleet, cancellation);
        var rollUp = RollUps.Of(at, Product.Version, rules.Values, tenants);
        var folder = await RollUpPublication.WriteAsync(request, rollUp, at, cancellation);
        return new FleetEnding(request, surroundings).Tell(rollUp, folder);
    }

    private async Task<ImmutableArray<TenantSummary>> ScanAsync(FleetSettings fleet, CancellationToken cancellation)
    {
        using var progress = new FleetProgressLine(surroundings, request.Quiet);
        var scanner = new TenantScanner(
            fleet,
            request.Threshold,
            request.IsRootGiven ? request.Root : null,
            surroundings with
            {
                Error = progress.Writer,
            }
        );
        return await new FleetRun<TenantSummary>(scanner, request.Parallel, SummaryOf).RunAsync(
            request.Aliases,
            progress,
            cancellation
        );
    }

    private TenantSummary SummaryOf(TenantOutcome outcome)
    {
        if (outcome is not { Result: { } result, Folder: { } folder, ResultHash: { } hash })
            return TenantSummaries.NotScanned(outcome.Alias, outcome.Tenant, outcome.ExitCode, outcome.WhyNot ?? "");

        foreach (var rule in TenantSummaries.RulesOf(result))
            rules.AddOrUpdate(rule.Id, rule, (_, known) => Heavier(known, rule));
        return TenantSummaries.Of(
            outcome.Alias,
            result,
            outcome.ExitCode,
            FleetPlaces.Relative(request.Root, folder),
            hash
        );
    }

    /// <summary>The same whichever comes first.</summary>
    private static FleetRule Heavier(FleetRule one, FleetRule other) =>
        RollUps.Of(default, "", [one, other], []).Rules.Single();
}
