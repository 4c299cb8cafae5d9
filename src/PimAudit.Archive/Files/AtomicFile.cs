namespace PimAudit.Archive;

/// <summary>Files that appear whole or not at all, readable by their owner alone.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary name beside the file, flushes to disk, renames. An existing file is replaced.</summary>
    public static async Task WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        var temporary = await StageAsync(path, write, cancellation);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The first half of <see cref="WriteAsync"/>: the temporary file, complete and on disk.</summary>
    /// <returns>Its path; nothing is left behind when writing fails or is cancelled.</returns>
    internal static async Task<string> StageAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        CreateFolder(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            await using var stream = new FileStream(temporary, OptionsForOwner());
            await write(stream, cancellation);
            await stream.FlushAsync(cancellation);
            stream.Flush(flushToDisk: true);
            return temporary;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }

    private static FileStreamOptions OptionsForOwner()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
