using System.Security.Cryptography;

namespace PimAudit.Archive;

/// <summary>A single file, whole and on disk under a temporary name beside its own, until somebody puts it in place.</summary>
public sealed class StagedFile : IDisposable
{
    private string? temporary;

    private StagedFile(string path, string temporary)
    {
        FullPath = path;
        this.temporary = temporary;
    }

    public string FullPath { get; }

    /// <summary>Something with another content lies there: putting this in place would replace it.</summary>
    public bool WouldReplace => File.Exists(FullPath) && !HasSameContent();

    /// <summary>Nothing is left behind when writing fails or is cancelled.</summary>
    /// <param name="path">Absolute; folders that it lacks are made.</param>
    public static async Task<StagedFile> WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    ) => new(path, await AtomicFile.StageAsync(path, write, cancellation));

    public void Commit()
    {
        AtomicFile.Place(temporary!, FullPath);
        temporary = null;
    }

    /// <summary>Removes what was not put in place.</summary>
    public void Dispose()
    {
        if (temporary is not null)
            File.Delete(temporary);
        temporary = null;
    }

    private bool HasSameContent() =>
        new FileInfo(FullPath).Length == new FileInfo(temporary!).Length
        && HashOf(FullPath).AsSpan().SequenceEqual(HashOf(temporary!));

    private static byte[] HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }
}
