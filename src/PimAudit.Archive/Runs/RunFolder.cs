using System.Collections.Immutable;
using System.Text.Json;

namespace PimAudit.Archive;

/// <summary>The files of a run, staged under temporary names and put in place together, the manifest last.</summary>
public sealed class RunFolder : IDisposable
{
    private readonly Dictionary<string, string> staged = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RunFile> files = new(StringComparer.Ordinal);

    private RunFolder(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>Files staged so far, ordinal by name.</summary>
    public ImmutableArray<RunFile> Files => [.. files.Values];

    /// <param name="runId">A folder that holds this run already may be written again.</param>
    /// <param name="force">Replace the files of another run.</param>
    /// <param name="tenant">As the manifest names it: a redacted result has the run id of the whole one; null compares the run id alone.</param>
    /// <exception cref="ArchiveException">The folder holds another run, or files of unknown origin that would be replaced.</exception>
    public static RunFolder Open(string path, string runId, IEnumerable<string> names, bool force, Guid? tenant = null)
    {
        var full = Path.GetFullPath(path);
        var inTheWay = InTheWay(full, names);
        if (inTheWay.Count > 0 && !force && !Holds(full, runId, tenant))
            throw Taken(full, runId, inTheWay);
        return new(full);
    }

    /// <summary>Files of the folder that a run with these files would replace, whichever run they belong to.</summary>
    public static IReadOnlyList<string> InTheWay(string path, IEnumerable<string> names) =>
        [.. names.Append(RunManifest.FileName).Where(name => File.Exists(Path.Combine(path, name)))];

    /// <summary>Writes a file under a temporary name; <see cref="CommitAsync"/> puts it in place.</summary>
    public async Task<RunFile> StageAsync(
        string name,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        RunFile? file = null;
        staged[name] = await AtomicFile.StageAsync(
            Path.Combine(FullPath, name),
            async (stream, token) =>
            {
                await using var hashing = new HashingStream(stream);
                await write(hashing, token);
                file = new(name, hashing.Bytes, hashing.Hash());
            },
            cancellation
        );
        return files[name] = file!;
    }

    public Task<RunFile> StageAsync(string name, byte[] content, CancellationToken cancellation) =>
        StageAsync(name, (stream, token) => stream.WriteAsync(content, token).AsTask(), cancellation);

    /// <summary>Puts every file in place, then the manifest over all of them.</summary>
    /// <param name="manifest">Its files are replaced by those staged.</param>
    public async Task CommitAsync(RunManifest manifest, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var (name, temporary) in staged)
            File.Move(temporary, Path.Combine(FullPath, name), overwrite: true);
        staged.Clear();

        var whole = manifest with { Files = Files };
        await AtomicFile.WriteAsync(
            Path.Combine(FullPath, RunManifest.FileName),
            (stream, token) => JsonSerializer.SerializeAsync(stream, whole, ArchiveJson.Indented.RunManifest, token),
            CancellationToken.None
        );
    }

    /// <summary>Removes what was staged and not put in place.</summary>
    public void Dispose()
    {
        foreach (var temporary in staged.Values)
            File.Delete(temporary);
        staged.Clear();
    }

    private static bool Holds(string folder, string runId, Guid? tenant) =>
        ManifestIn(folder) is { } manifest && manifest.RunId == runId && (tenant is null || manifest.Tenant == tenant);

    /// <summary>Null when the folder holds no manifest of a run that can be read.</summary>
    private static RunManifest? ManifestIn(string folder)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, RunManifest.FileName));
            return JsonSerializer.Deserialize(bytes, ArchiveJson.Default.RunManifest);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static ArchiveException Taken(string folder, string runId, IReadOnlyList<string> names)
    {
        var other = ManifestIn(folder) is { RunId: var id } ? $"the run {id}" : "files of unknown origin";
        return new(
            $"The folder {folder} holds {other}, and this is the run {runId}.",
            $"In the way: {string.Join(", ", names)}.",
            "Nothing was written.",
            "Name another folder with --out, or give --force to replace the files."
        );
    }
}
