using System.Diagnostics;

namespace PimAudit.Cli.Tests.Faults;

/// <summary>The program in a process of its own.</summary>
internal static class CliProcess
{
    private static string Program => typeof(CommandLine).Assembly.Location;

    /// <param name="before">A program that starts the command, such as <c>setpriv</c>, with its arguments.</param>
    public static Process Start(string folder, string[] before, params string[] arguments)
    {
        string[] words =
        [
            .. before,
            Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet",
            Program,
            .. arguments,
        ];
        return Process.Start(
            new ProcessStartInfo(words[0], words[1..])
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
    }

    /// <returns>Exit code, and what it said.</returns>
    public static async Task<(int Code, string Error)> EndAsync(Process process)
    {
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said);
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";
}
