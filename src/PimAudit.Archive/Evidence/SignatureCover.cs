using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>
/// Which runs of a tenant a signature vouches for: its own, and through the chain all before it. From the first signature on
/// every run must have one.
/// </summary>
internal static class SignatureCover
{
    /// <param name="runs">Of one tenant, each with a manifest that reads well.</param>
    /// <param name="isAsked">Trusted certificates were given: a run that no signature vouches for does not hold.</param>
    public static void Check(ImmutableArray<RunFindings> runs, bool isAsked)
    {
        var byHash = runs.GroupBy(run => run.Kept!.Hash, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var vouched = Vouched(runs, byHash);
        foreach (var run in runs.Where(run => !run.HasSignature))
            if (HasSignedBefore(run, byHash))
                Missing(run, "no signature, although runs before it are signed", "manifest.json.p7s");
            else if (isAsked && !vouched.Contains(run.Kept!.Hash))
                Missing(
                    run,
                    "no signature, neither of this run nor of one that continues it",
                    "a signature of a trusted certificate"
                );
            else if (vouched.Contains(run.Kept!.Hash))
                run.Note("It is not signed; a signed run that continues it vouches for it.");
    }

    /// <summary>Hashes of the manifests that a signature which holds leads to.</summary>
    private static HashSet<string> Vouched(ImmutableArray<RunFindings> runs, Dictionary<string, RunFindings> byHash)
    {
        var vouched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signed in runs.Where(run => run.Signature is { IsTrusted: not false }))
            for (var run = signed; run is not null && vouched.Add(run.Kept!.Hash); run = Before(run, byHash)) { }

        return vouched;
    }

    private static bool HasSignedBefore(RunFindings run, Dictionary<string, RunFindings> byHash)
    {
        for (var one = Before(run, byHash); one is not null; one = Before(one, byHash))
            if (one.HasSignature)
                return true;
        return false;
    }

    private static RunFindings? Before(RunFindings run, Dictionary<string, RunFindings> byHash) =>
        run.Kept!.Manifest.Previous is { } previous ? byHash.GetValueOrDefault(previous) : null;

    private static void Missing(RunFindings run, string seen, string expected) =>
        run.Add(EvidenceFault.MissingSignature, RunManifest.SignatureName, "The signature is missing.", seen, expected);
}
