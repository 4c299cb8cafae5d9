using System.Diagnostics;

namespace PimAudit.Build.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class External
{
    public static Ran Run(
        string file,
        IEnumerable<string> arguments,
        string folder,
        params IEnumerable<(string Name, string? Value)> environment
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }
}
