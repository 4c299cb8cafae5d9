using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>Where the files of one run lie.</summary>
/// <param name="label">For people; hostile in an archive.</param>
/// <param name="segments">Names of the folders that lead to it, the run's own last.</param>
public abstract class EvidencePlace(string label, params IEnumerable<string> segments)
{
    private readonly string[] segments = [.. segments];

    public string Label => label;

    /// <summary>Names of the files in it; a name may stand twice in an archive.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>False where nothing but the manifest and the result is kept, as in a history.</summary>
    public virtual bool HoldsFiles => true;

    /// <summary>As the folder of a run in the default layout is called, else null.</summary>
    internal string? Time => segments is [.., var last] && RunChain.IsName(last) ? last : null;

    /// <summary>As the folder above such a one is called, else null.</summary>
    internal Guid? Tenant =>
        Time is not null && segments is [.., var above, _] && Guid.TryParseExact(above, "D", out var id) ? id : null;

    /// <exception cref="InvalidDataException">The archive is damaged, or unpacks to too much.</exception>
    public abstract Stream Open(string name);

    /// <summary>What the place itself knows to be wrong with a run whose manifest reads well.</summary>
    public virtual Task<ImmutableArray<EvidenceProblem>> ProblemsAsync(
        RunManifest named,
        CancellationToken cancellation
    ) => Task.FromResult<ImmutableArray<EvidenceProblem>>([]);

    internal bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">It has more bytes, or the archive is damaged.</exception>
    internal async Task<byte[]> BytesAsync(string name, int maxBytes, CancellationToken cancellation)
    {
        await using var stream = Open(name);
        await using var bounded = new HashingStream(stream, maxBytes);
        using var memory = new MemoryStream();
        await bounded.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }
}
