using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Faults;

/// <summary>A file system of a size that a test chooses; it is in memory, and needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Ends the test with a line where there can be none.</summary>
    public static SmallDisk Of(long bytes)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Only Linux makes a small disk of memory.");
        var folder = Directory.CreateTempSubdirectory("pimaudit-disk-").FullName;
        var size = bytes.ToString(CultureInfo.InvariantCulture);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) == 0)
            return new(folder);
        Directory.Delete(folder);
        Assert.Ignore("A small disk cannot be mounted here: it needs root.");
        return null!;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Grow() => Run("mount", "-o", "remount,size=64m", Folder);

    /// <summary>Everything that lies on it, whatever its name, relative; ordinal.</summary>
    public IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path))
            .Order(StringComparer.Ordinal);

    public void Dispose()
    {
        // Lazily: what still looks at it lets go by and by.
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardError = true,
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                }
            )!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
