using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>What was found of one run.</summary>
/// <param name="Place">Where it lies; hostile in an archive.</param>
/// <param name="Manifest">Null when it could not be read.</param>
/// <param name="ManifestHash">64 lower-case hex digits; null when there is none.</param>
/// <param name="Files">Files that held, the manifest and its signature not counted.</param>
/// <param name="IsPruned">Its files were removed on purpose, and its manifest stands for it in the chain.</param>
/// <param name="Signature">Null without one that holds.</param>
/// <param name="Problems">None: everything held.</param>
/// <param name="Notes">What an auditor should know although it is no fault.</param>
public sealed record CheckedRun(
    string Place,
    RunManifest? Manifest,
    string? ManifestHash,
    int Files,
    bool IsPruned,
    CheckedSignature? Signature,
    ImmutableArray<EvidenceProblem> Problems,
    ImmutableArray<string> Notes
);

/// <summary>The end of a tenant's chain: keep its hash elsewhere, and nobody can remove the newest runs unseen.</summary>
/// <param name="Runs">Runs that the chain holds, those pruned included.</param>
public sealed record ChainEnd(Guid Tenant, int Runs, string RunId, string ManifestHash);

/// <summary>What a verification found.</summary>
/// <param name="Runs">By tenant and time.</param>
/// <param name="Ends">Those of each tenant.</param>
public sealed record Verification(ImmutableArray<CheckedRun> Runs, ImmutableArray<ChainEnd> Ends)
{
    public bool Holds => Runs.All(run => run.Problems.IsEmpty);
}
