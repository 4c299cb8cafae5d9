using System.Runtime.InteropServices;

namespace PimAudit.Archive;

/// <summary>
/// Has the names in a folder put on disk, so that a renamed file is found under its name after a loss of power. Windows does so
/// by itself; a file system that cannot is left alone, for the file itself is on disk.
/// </summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    public static void Of(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
            return;
        _ = Flush(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
