using System.Diagnostics;
using System.Globalization;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>A generated tenant served by a process of its own, so that its memory is not counted.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process process;

    private EmulatorProcess(Process process, string endpoint, string token)
    {
        this.process = process;
        Endpoint = endpoint;
        Token = token;
    }

    public string Endpoint { get; }

    public string Token { get; }

    public static async Task<EmulatorProcess> StartAsync(TenantSize size)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "pimaudit.dll"),
                "emulate",
                "--port",
                "0",
                "--seed",
                "1",
                "--size",
                size.ToString().ToLower(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var served = Process.Start(start)!;
        served.ErrorDataReceived += (_, _) => { };
        served.BeginErrorReadLine();
        var endpoint = await ValueAsync(served, "PIMAUDIT_GRAPH_ENDPOINT=");
        return new(served, endpoint, await ValueAsync(served, "PIMAUDIT_ACCESS_TOKEN="));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<string> ValueAsync(Process process, string name) =>
        await process.StandardOutput.ReadLineAsync() is { } line && line.StartsWith(name, StringComparison.Ordinal)
            ? line[name.Length..]
            : throw new InvalidOperationException($"The emulator did not say {name}.");
}
