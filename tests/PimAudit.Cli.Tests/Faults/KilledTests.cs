using System.Threading.Channels;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Faults;

/// <summary>A run that is killed while it writes: no half file goes by a name of the run, and the next one succeeds.</summary>
public sealed class KilledTests
{
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(14)]
    public async Task Leaves_no_half_file_and_nothing_that_stops_the_next_run(int sign)
    {
        using var world = new World();
        string[] scan = ["scan", "--demo", "--quiet", "--format", "csv,md,sarif,ndjson", "--out"];
        await world.RunAsync([.. scan, "whole"]);
        Directory.CreateDirectory(world.PathOf("run"));

        await KillAsync(world, sign, [.. scan, "run"]);

        foreach (var file in Directory.EnumerateFiles(world.PathOf("run")).Select(path => Path.GetFileName(path)))
            if (file[0] != '.' && file != "manifest.json")
                Assert.That(world.Bytes($"run/{file}"), Is.EqualTo(world.Bytes($"whole/{file}")), file);
        Assert.That(await world.RunAsync([.. scan, "run"]), Is.Zero, world.Error);
        Assert.That(world.Names("run"), Is.EqualTo(world.Names("whole")));
        Assert.That(await world.RunAsync("verify", "run"), Is.Zero, world.Out);
    }

    /// <param name="sign">It is killed when something has happened in the folder so many times, or has ended before.</param>
    private static async Task KillAsync(World world, int sign, string[] arguments)
    {
        var signs = Channel.CreateUnbounded<string>();
        using var watcher = new FileSystemWatcher(world.PathOf("run"));
        watcher.Created += (_, change) => signs.Writer.TryWrite(change.Name ?? "");
        watcher.Renamed += (_, change) => signs.Writer.TryWrite(change.Name ?? "");
        watcher.EnableRaisingEvents = true;
        using var process = CliProcess.Start(world.Folder, [], arguments);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => signs.Writer.TryComplete();
        if (process.HasExited)
            signs.Writer.TryComplete();

        var seen = 0;
        await foreach (var _ in signs.Reader.ReadAllAsync())
            if (++seen == sign)
                process.Kill();
        await process.WaitForExitAsync();
    }
}
