using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports.Fleet;

namespace PimAudit.Cli;

/// <summary><c>fleet report</c>: the roll-up from runs that lie there, the newest of each tenant.</summary>
internal sealed class FleetReport(FleetRequest request, Surroundings surroundings)
{
    private readonly List<FleetRule> rules = [];

    /// <param name="folders">As written; empty for the folder of all tenants.</param>
    /// <exception cref="Failure">There is no run, or a folder that is written does not exist.</exception>
    public async Task<ExitCode> RunAsync(ImmutableArray<string> folders, CancellationToken cancellation)
    {
        string[] places = folders.IsEmpty
            ? [request.Root]
            : [.. folders.Select(folder => Path.GetFullPath(folder, surroundings.Folder))];
        if (!folders.IsEmpty && places.FirstOrDefault(place => !Directory.Exists(place)) is { } absent)
            throw NoFolder(absent);

        var found = places
            .SelectMany(FleetPlaces.Runs)
            .Distinct(Outputs.PathComparer)
            .ToLookup(FleetPlaces.AliasOf, StringComparer.Ordinal);
        var aliases = request.Fleet is null
            ? [.. found.Select(runs => runs.Key).Order(StringComparer.Ordinal)]
            : request.Aliases;
        if (aliases.IsEmpty)
            throw NoRun(places);

        var tenants = new List<TenantSummary>();
        foreach (var alias in aliases)
            tenants.Add(await SummaryAsync(alias, [.. found[alias]], cancellation));
        var at = tenants.Max(tenant => tenant.Figures?.TakenAt) ?? surroundings.Time.GetUtcNow();
        var rollUp = RollUps.Of(at, Product.Version, rules, tenants);
        return new FleetEnding(request, surroundings).Tell(
            rollUp,
            await RollUpPublication.WriteAsync(request, rollUp, at, cancellation)
        );
    }

    /// <summary>
    /// Folders of runs are called by their time: the last is the newest. Where it cannot be used, an older one is no substitute.
    /// </summary>
    private Task<TenantSummary> SummaryAsync(string alias, List<string> runs, CancellationToken cancellation)
    {
        var tenant = request.Fleet?.Of(alias)?.Id;
        return runs.OrderBy(run => Path.GetFileName(run), StringComparer.Ordinal).LastOrDefault() is { } newest
            ? SummaryAsync(alias, tenant, newest, cancellation)
            : Task.FromResult(
                TenantSummaries.NotScanned(alias, tenant ?? Guid.Empty, (int)ExitCode.Incomplete, NoRunOf)
            );
    }

    private async Task<TenantSummary> SummaryAsync(
        string alias,
        Guid? tenant,
        string run,
        CancellationToken cancellation
    )
    {
        try
        {
            var kept = await KeptRun.ReadAsync(run, cancellation);
            var result = kept.Result.Result;
            if (tenant is { } listed && listed != result.Tenant.Id)
                return TenantSummaries.NotScanned(alias, listed, (int)ExitCode.Incomplete, OtherTenant(run));
            rules.AddRange(TenantSummaries.RulesOf(result).Except(rules));
            return TenantSummaries.Of(
                alias,
                result,
                (int)Outcome.Of(result, request.Threshold).Code,
                FleetPlaces.Relative(request.Root, run),
                kept.Result.Hash
            );
        }
        catch (ArchiveException error)
        {
            var why = FailureLines.Of(Failures.From(error));
            return TenantSummaries.NotScanned(alias, tenant ?? Guid.Empty, (int)ExitCode.Incomplete, why);
        }
    }

    private const string NoRunOf =
        "No run of the tenant lies there.\nThere is no folder with its alias and a result.json.\n"
        + "Nothing is known about the tenant.\nScan it with 'pimaudit fleet scan', or name the folder in which its runs lie.";

    private static string OtherTenant(string run) =>
        $"The folder of the alias holds a run of another tenant.\nThe run {Path.GetFileName(run)} is not of the tenant of the list.\n"
        + "Nothing is known about the tenant.\nMove that folder away, then scan the tenant.";

    private static Failure NoFolder(string place) =>
        new(
            ExitCode.Usage,
            $"There is no folder {place}.",
            File.Exists(place) ? "It is a file." : "Nothing lies there.",
            "Nothing was written.",
            "Name folders of runs, or folders that hold them."
        );

    private static Failure NoRun(IEnumerable<string> places) =>
        new(
            ExitCode.Usage,
            "There is no run to report on.",
            $"No folder with a result.json lies in {string.Join(", ", places)}.",
            "Nothing was written.",
            "Name folders of runs, or scan with 'pimaudit fleet scan' first."
        );
}
