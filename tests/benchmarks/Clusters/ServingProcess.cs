using System.Diagnostics;

namespace PimAudit.Benchmarks;

/// <summary>A node: the built program in a process of its own.</summary>
internal sealed class ServingProcess : IDisposable
{
    private const string Begins = " begins, attempt ";
    private const string Ended = " ended: ";

    private readonly Process process;
    private int scanning;

    public ServingProcess(string node, string fleet, string connection, IReadOnlyDictionary<string, string> tokens)
    {
        Name = node;
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "pimaudit.dll"), "serve", "--fleet", fleet, "--node", node]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["CLUSTER_HISTORY"] = connection;
        foreach (var (name, token) in tokens)
            start.Environment[name] = token;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Complain(said.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    /// <summary>How many scans are under way, by what the node said.</summary>
    public int Scanning => Volatile.Read(ref scanning);

    /// <summary>SIGKILL: nothing can be put in order.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        if (line.Contains(Begins, StringComparison.Ordinal))
            Interlocked.Increment(ref scanning);
        else if (line.Contains(Ended, StringComparison.Ordinal))
            Interlocked.Decrement(ref scanning);
        else if (
            line.Contains("\"LogLevel\":\"Warning\"", StringComparison.Ordinal)
            || line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal)
        )
            Complain(line);
    }

    private void Complain(string? line)
    {
        if (line is { Length: > 0 })
            Console.WriteLine($"  {Name}: {(line.Length > 300 ? line[..300] : line)}");
    }
}
