namespace PimAudit.Archive;

/// <summary>Files that belong together: all of them are whole on disk before one is put in place, in the order of writing.</summary>
public sealed class StagedFiles : IDisposable
{
    private readonly List<StagedFile> staged = [];

    /// <inheritdoc cref="StagedFile.WriteAsync"/>
    public async Task WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    ) => staged.Add(await StagedFile.WriteAsync(path, write, cancellation));

    public void Commit()
    {
        foreach (var file in staged)
            file.Commit();
    }

    /// <summary>Removes what was not put in place.</summary>
    public void Dispose()
    {
        foreach (var file in staged)
            file.Dispose();
    }
}
