using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>Whether the runs of a tenant lead from one to the next without a gap, a fork or a second beginning.</summary>
/// <param name="runs">Of one tenant, each with a manifest that reads well, oldest first by their own word.</param>
/// <param name="isSingle">One run was named by itself: those before it were not asked for.</param>
internal sealed class ChainCheck(ImmutableArray<RunFindings> runs, bool isSingle)
{
    private readonly ILookup<string, RunFindings> byHash = runs.ToLookup(run => run.Kept!.Hash, StringComparer.Ordinal);

    public void Check()
    {
        foreach (var run in runs)
            CheckPrevious(run);
        foreach (var copies in byHash.Where(same => same.Count() > 1))
            copies.Last().Note($"It is a copy of {copies.First().Place.Label}.");
        CheckForks();
        CheckBeginnings();
    }

    private void CheckPrevious(RunFindings run)
    {
        if (run.Kept!.Manifest.Previous is not { } previous || byHash.Contains(previous))
            return;
        if (isSingle)
            run.Note($"The run before it, whose manifest has SHA-256 {previous}, was not given.");
        else
            run.Add(
                EvidenceFault.MissingRun,
                RunManifest.FileName,
                "The run before it is not here, or its manifest was changed.",
                "no manifest of that hash",
                $"the previous run's manifest, SHA-256 {previous}"
            );
    }

    private void CheckForks()
    {
        var claims = runs.DistinctBy(run => run.Kept!.Hash, StringComparer.Ordinal)
            .Where(run => run.Kept!.Manifest.Previous is not null)
            .GroupBy(run => run.Kept!.Manifest.Previous!, StringComparer.Ordinal);
        foreach (var fork in claims.Where(claim => claim.Count() > 1))
        foreach (var run in fork)
            run.Add(
                EvidenceFault.Fork,
                RunManifest.FileName,
                "Several runs name the same previous one.",
                string.Join(", ", fork.Select(one => one.Kept!.Manifest.RunId)),
                $"one run that names SHA-256 {fork.Key}"
            );
    }

    /// <summary>The first run of a chain names none. One in a folder of its own choice stands alone.</summary>
    private void CheckBeginnings()
    {
        var first = runs.FirstOrDefault(run => IsSealed(run) && IsInLayout(run));
        foreach (var run in runs.Where(run => run.Kept!.Manifest.Previous is null))
            if (!IsInLayout(run))
                run.Note("It is no part of a chain: it was written to a folder of its own.");
            else if (
                first is not null
                && run != first
                && StartOf(run) > StartOf(first)
                && run.Kept!.Hash != first.Kept!.Hash
            )
                run.Add(
                    EvidenceFault.SecondBeginning,
                    RunManifest.FileName,
                    "The run names no previous one, although there are older ones.",
                    $"older: run {first.Kept!.Manifest.RunId}",
                    "the SHA-256 of the previous run's manifest"
                );
    }

    private static DateTimeOffset StartOf(RunFindings run) => run.Kept!.Manifest.StartedAt;

    private static bool IsSealed(RunFindings run) => run.Kept!.Manifest.Seal is not null;

    private static bool IsInLayout(RunFindings run) => run.Place.Time is not null || !run.Place.HoldsFiles;
}
