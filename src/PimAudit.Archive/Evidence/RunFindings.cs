namespace PimAudit.Archive;

/// <summary>What is found of one run while it is looked at.</summary>
internal sealed class RunFindings(EvidencePlace place)
{
    private readonly List<EvidenceProblem> problems = [];
    private readonly List<string> notes = [];

    public EvidencePlace Place => place;

    /// <summary>Null when it cannot be read.</summary>
    public KeptManifest? Kept { get; set; }

    public bool IsPruned { get; set; }

    /// <summary>There is a file that should be one, whether it holds or not.</summary>
    public bool HasSignature { get; set; }

    public CheckedSignature? Signature { get; set; }

    /// <summary>Files that held.</summary>
    public int Files { get; set; }

    public bool IsSound => problems.Count == 0;

    public void Add(EvidenceFault fault, string? file, string failed, string seen, string expected) =>
        problems.Add(new(fault, file, failed, seen, expected));

    public void Add(EvidenceProblem problem) => problems.Add(problem);

    public void Note(string note) => notes.Add(note);

    public CheckedRun ToRun() =>
        new(place.Label, Kept?.Manifest, Kept?.Hash, Files, IsPruned, Signature, [.. problems], [.. notes]);
}
