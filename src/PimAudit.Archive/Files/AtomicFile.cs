namespace PimAudit.Archive;

/// <summary>Files that appear whole or not at all, readable by their owner alone.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary name beside the file, flushes to disk, renames. An existing file is replaced.</summary>
    public static Task WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    ) => WriteThroughAsync(path, temporary: null, write, cancellation);

    /// <summary>
    /// As <see cref="WriteAsync"/> for a file that is the user's own: it keeps its permissions, and a link to it stays a link.
    /// </summary>
    public static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellation)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        var temporary = await StageAsync(
            target,
            (stream, token) => stream.WriteAsync(content, token).AsTask(),
            cancellation
        );
        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        Place(temporary, target);
    }

    /// <param name="temporary">The temporary name, replaced where it is taken; null for a new one beside the file.</param>
    /// <inheritdoc cref="WriteAsync"/>
    internal static async Task WriteThroughAsync(
        string path,
        string? temporary,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        CreateFolder(folder);
        temporary ??= NameBeside(path);
        await StageAtAsync(temporary, write, cancellation);
        Place(temporary, path);
    }

    /// <summary>The second half: the name of the file, and that name on disk. Nothing is left behind where that fails.</summary>
    internal static void Place(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FolderFlush.Of(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>The first half of <see cref="WriteAsync"/>: the temporary file, complete and on disk.</summary>
    /// <returns>Its path; nothing is left behind when writing fails or is cancelled.</returns>
    internal static async Task<string> StageAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = NameBeside(path);
        await StageAtAsync(temporary, write, cancellation);
        return temporary;
    }

    private static string NameBeside(string path) =>
        Path.Combine(
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp"
        );

    private static async Task StageAtAsync(
        string temporary,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var stream = new FileStream(temporary, OptionsForOwner());
            await write(stream, cancellation);
            await stream.FlushAsync(cancellation);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>For its owner alone, where it is new.</summary>
    internal static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
            Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            if (Path.GetDirectoryName(folder) is { Length: > 0 } above)
                FolderFlush.Of(above);
        }
    }

    private static FileStreamOptions OptionsForOwner()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
