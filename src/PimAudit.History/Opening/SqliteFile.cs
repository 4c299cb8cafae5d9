using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>The file of a history: made for its owner alone, and never one of somebody else's.</summary>
internal static class SqliteFile
{
    /// <summary>An empty file is an empty database.</summary>
    public static void Create(string path)
    {
        if (File.Exists(path))
            return;

        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        using var file = new FileStream(path, ForOwner(FileShare.ReadWrite));
    }

    /// <summary>Waits until no other process holds the lock.</summary>
    /// <remarks>The system ends a lock with its process. The file is left: removing it would let two processes hold two locks.</remarks>
    public static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        while (true)
            try
            {
                return new(path, ForOwner(FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
    }

    /// <exception cref="HistoryException">The database holds tables, and none that a history has.</exception>
    public static async Task RefuseForeignAsync(HistoryContext context, string path, CancellationToken cancellation)
    {
        var tables = await context
            .Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'")
            .ToListAsync(cancellation);
        if (tables.Count > 0 && !tables.Exists(IsOurs))
            throw new HistoryException(
                $"The file {path} is no history.",
                $"It is a database with other tables, such as {tables.Order(StringComparer.Ordinal).First()}.",
                "Nothing was read from a tenant and nothing was written.",
                "Name another file as history.connection; it is created where there is none."
            );
    }

    /// <summary>A process that was killed in its first migration leaves the framework's tables alone.</summary>
    private static bool IsOurs(string table) => table is HistoryContext.Versions or "__EFMigrationsLock";

    private static FileStreamOptions ForOwner(FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
