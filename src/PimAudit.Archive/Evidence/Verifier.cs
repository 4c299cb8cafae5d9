using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>Verifies runs offline: files against manifests, manifests against each other and their signatures.</summary>
/// <param name="trusted">Signatures must come from these; null holds them to their mathematics alone.</param>
public sealed class Verifier(TrustedCertificates? trusted)
{
    /// <param name="isSingle">One run was named by itself: those before it were not asked for.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<Verification> VerifyAsync(
        ImmutableArray<EvidencePlace> places,
        bool isSingle,
        CancellationToken cancellation
    )
    {
        var runs = new List<RunFindings>();
        foreach (var place in places)
            runs.Add(await ManifestCheck.OfAsync(place, trusted, cancellation));

        var known = new KnownFiles(runs.Select(run => run.Kept?.Manifest).OfType<RunManifest>());
        foreach (var run in runs)
        {
            if (run.Place.HoldsFiles)
                await FileCheck.CheckAsync(run, known, cancellation);
            await ContentCheck.CheckAsync(run, cancellation);
            if (run.Kept is { Manifest: var manifest })
                foreach (var problem in await run.Place.ProblemsAsync(manifest, cancellation))
                    run.Add(problem);
        }

        ImmutableArray<ImmutableArray<RunFindings>> tenants = [.. TenantsOf(runs)];
        foreach (var tenant in tenants)
        {
            new ChainCheck(tenant, isSingle).Check();
            SignatureCover.Check(tenant, isAsked: trusted is not null);
        }

        return new(
            [
                .. runs.Where(run => run.Kept is null)
                    .Concat(tenants.SelectMany(tenant => tenant))
                    .Select(run => run.ToRun()),
            ],
            [.. tenants.SelectMany(EndsOf)]
        );
    }

    private static IEnumerable<ImmutableArray<RunFindings>> TenantsOf(IEnumerable<RunFindings> runs) =>
        runs.Where(run => run.Kept is not null)
            .GroupBy(run => run.Kept!.Manifest.Tenant)
            .OrderBy(tenant => tenant.Key.ToString("D"), StringComparer.Ordinal)
            .Select(tenant =>
                tenant
                    .OrderBy(run => run.Kept!.Manifest.StartedAt)
                    .ThenBy(run => run.Place.Label, StringComparer.Ordinal)
                    .ToImmutableArray()
            );

    /// <summary>Runs that none of the others continues.</summary>
    private static IEnumerable<ChainEnd> EndsOf(ImmutableArray<RunFindings> runs)
    {
        var byHash = runs.DistinctBy(run => run.Kept!.Hash, StringComparer.Ordinal)
            .ToDictionary(run => run.Kept!.Hash, StringComparer.Ordinal);
        var continued = runs.Select(run => run.Kept!.Manifest.Previous).ToHashSet(StringComparer.Ordinal);
        foreach (var (hash, end) in byHash.Where(one => !continued.Contains(one.Key)))
        {
            var length = 0;
            for (RunFindings? run = end; run is not null; length++)
                run = run.Kept!.Manifest.Previous is { } previous ? byHash.GetValueOrDefault(previous) : null;
            yield return new(end.Kept!.Manifest.Tenant, length, end.Kept.Manifest.RunId, hash);
        }
    }
}
