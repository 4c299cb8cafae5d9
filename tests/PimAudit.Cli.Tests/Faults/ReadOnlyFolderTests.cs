using System.Runtime.Versioning;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Faults;

/// <summary>A folder in which this user may not write. Nothing stops root, so the program runs as nobody.</summary>
public sealed class ReadOnlyFolderTests
{
    private const string Nobody = "65534";
    private const UnixFileMode Everybody =
        UnixFileMode.UserRead
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    [TestCase("scan", "--demo", "--out", "run")]
    [TestCase("snapshot", "--demo", "--out", "a.pimsnap")]
    public async Task Is_told_with_the_path_and_leaves_nothing(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Only Linux has a user without rights under a known number.");
            return;
        }

        using var world = new World();
        File.SetUnixFileMode(world.Folder, Everybody);
        var before = await AsNobodyAsync();

        var (code, error) = await CliProcess.EndAsync(CliProcess.Start(world.Folder, before, arguments));

        Assert.That(
            (code, Directory.EnumerateFileSystemEntries(world.Folder)),
            Is.EqualTo((5, Array.Empty<string>())),
            error
        );
        Assert.That(error, Does.Contain(world.Folder).And.Contain("Exit 5"));
    }

    [SupportedOSPlatform("linux")]
    private static async Task<string[]> AsNobodyAsync()
    {
        if (Environment.UserName != "root")
            return [];
        string[] before =
        [
            "setpriv",
            $"--reuid={Nobody}",
            $"--regid={Nobody}",
            "--clear-groups",
            "env",
            "HOME=/tmp",
            "DOTNET_CLI_HOME=/tmp",
        ];
        try
        {
            var (code, error) = await CliProcess.EndAsync(CliProcess.Start("/", before, "version"));
            if (code != 0)
                Assert.Ignore($"The program cannot be started as nobody: {error}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("There is no setpriv to become nobody with.");
        }

        return before;
    }
}
