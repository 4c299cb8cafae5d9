using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>The files of a run, staged under temporary names and put in place together, the manifest last.</summary>
public sealed class RunFolder : IDisposable
{
    internal const string LockName = ".pimaudit.lock";

    private readonly Dictionary<string, string> staged = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RunFile> files = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> names;
    private readonly bool force;
    private FileStream? held;

    private RunFolder(string path, ImmutableArray<string> names, bool force)
    {
        FullPath = path;
        this.names = names;
        this.force = force;
    }

    public string FullPath { get; }

    /// <summary>Files staged so far, ordinal by name.</summary>
    public ImmutableArray<RunFile> Files => [.. files.Values];

    /// <param name="runId">A folder that holds this run already may be written again.</param>
    /// <param name="force">Replace the files of another run, or a run that another one continues.</param>
    /// <param name="tenant">As the manifest names it: a redacted result has the run id of the whole one; null compares the run id alone.</param>
    /// <exception cref="ArchiveException">The folder holds another run, or files of unknown origin that would be replaced.</exception>
    public static RunFolder Open(string path, string runId, IEnumerable<string> names, bool force, Guid? tenant = null)
    {
        var full = Path.GetFullPath(path);
        ImmutableArray<string> own = [.. names];
        var inTheWay = InTheWay(full, own);
        if (inTheWay.Count > 0 && !force && KeptManifest.In(full)?.IsOf(runId, tenant) is not true)
            throw Taken(full, runId, inTheWay);
        return new(full, own, force);
    }

    /// <summary>
    /// Files of the folder that a run with these files would replace, whichever run they belong to. What a run left that was
    /// never finished is in nobody's way.
    /// </summary>
    public static IReadOnlyList<string> InTheWay(string path, IEnumerable<string> names)
    {
        IReadOnlyList<string> there =
        [
            .. names.Append(RunManifest.FileName).Where(name => File.Exists(Path.Combine(path, name))),
        ];
        return there.Count == 0 || there.Contains(RunManifest.FileName, StringComparer.Ordinal)
            ? there
            : [.. there.Except(Leftovers.InPlace(path), StringComparer.Ordinal)];
    }

    /// <summary>Writes a file under a temporary name; <see cref="CommitAsync"/> puts it in place.</summary>
    /// <exception cref="IOException">Another process writes to the folder, or the file system refused.</exception>
    public async Task<RunFile> StageAsync(
        string name,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        Hold();
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

    /// <summary>
    /// Puts every file in place, then the manifest over all of them. No manifest ever lies over files that it does not name: one
    /// that has to change goes before they do. The same run with the same files keeps the manifest that it has.
    /// </summary>
    /// <param name="manifest">Its files are replaced by those staged, and those kept of the same run. A run that is written again keeps its previous one.</param>
    /// <param name="signer">Null leaves the manifest unsigned.</param>
    /// <param name="chain">The runs beside this one; null when it is no part of a chain.</param>
    /// <returns>The bytes of the manifest.</returns>
    /// <exception cref="ArchiveException">Another run continues the one that would change, and that was not forced.</exception>
    public async Task<ReadOnlyMemory<byte>> CommitAsync(
        RunManifest manifest,
        CancellationToken cancellation,
        ManifestSigner? signer = null,
        RunChain? chain = null
    )
    {
        cancellation.ThrowIfCancellationRequested();
        Hold();
        var kept = KeptManifest.In(FullPath);
        var whole = Rewriting.Of(manifest with { Files = Files }, kept, FullPath);
        var bytes = Rewriting.IsSame(whole, kept) ? kept!.Bytes : ManifestFile.Bytes(whole);
        if (kept is not null && kept.Bytes != bytes && !force && chain?.FollowerOf(kept.Hash) is { } follower)
            throw Continued(whole.RunId, follower);

        var signature = signer is null
            ? null
            : await StageAsideAsync(RunManifest.SignatureName, signer.Sign(bytes, whole.EndedAt));
        var last = await StageAsideAsync(RunManifest.FileName, bytes);
        PutInPlace(signature, last, isNew: kept?.Bytes != bytes);
        return bytes;
    }

    /// <summary>Removes what was staged and not put in place.</summary>
    public void Dispose()
    {
        foreach (var temporary in staged.Values)
            File.Delete(temporary);
        staged.Clear();
        held?.Dispose();
        held = null;
    }

    private void PutInPlace(string? signature, string manifest, bool isNew)
    {
        if (isNew)
        {
            File.Delete(PathOf(RunManifest.FileName));
            File.Delete(PathOf(RunManifest.SignatureName));
        }

        staged.Remove(RunManifest.FileName);
        foreach (var (name, temporary) in staged.ToList())
        {
            File.Move(temporary, PathOf(name), overwrite: true);
            staged.Remove(name);
        }

        File.Move(manifest, PathOf(RunManifest.FileName), overwrite: true);
        FolderFlush.Of(FullPath);
    }

    private async Task<string> StageAsideAsync(string name, byte[] content) =>
        staged[name] = await AtomicFile.StageAsync(
            PathOf(name),
            (stream, token) => stream.WriteAsync(content, token).AsTask(),
            CancellationToken.None
        );

    /// <summary>One process at a time writes to the folder, so that what lies about is nobody's any more.</summary>
    private void Hold()
    {
        if (held is not null)
            return;
        AtomicFile.CreateFolder(FullPath);
        held = new(
            PathOf(LockName),
            new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            }
        );
        Leftovers.Sweep(FullPath, [.. names, RunManifest.SignatureName, RunManifest.FileName]);
    }

    private string PathOf(string name) => Path.Combine(FullPath, name);

    private static ArchiveException Taken(string folder, string runId, IReadOnlyList<string> names)
    {
        var other = KeptManifest.In(folder) is { Manifest.RunId: var id } ? $"the run {id}" : "files of unknown origin";
        return new(
            $"The folder {folder} holds {other}, and this is the run {runId}.",
            $"In the way: {string.Join(", ", names)}.",
            "Nothing was written.",
            "Name another folder with --out, or give --force to replace the files."
        );
    }

    private static ArchiveException Continued(string runId, string follower) =>
        new(
            $"The run {runId} cannot be written again with other files.",
            $"The run {follower} names its manifest as the previous one; with another manifest the chain would break there.",
            "Nothing was written.",
            "Name another folder with --out, or give --force to break the chain."
        );
}
