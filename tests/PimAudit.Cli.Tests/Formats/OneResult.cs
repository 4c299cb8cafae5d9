using NUnit.Framework;

namespace PimAudit.Cli.Tests.Formats;

/// <summary>The sample tenant scanned once; each test writes reports from its result.</summary>
internal static class OneResult
{
    private static readonly Lazy<Task<byte[]>> Scanned = new(ScanAsync);

    /// <summary>A world with <c>result.json</c> in its folder.</summary>
    public static async Task<World> WorldAsync()
    {
        var world = new World();
        await File.WriteAllBytesAsync(world.PathOf("result.json"), await Scanned.Value);
        return world;
    }

    /// <summary>Writes reports of that result; findings do not fail it.</summary>
    public static Task<int> ReportAsync(this World world, params string[] arguments) =>
        world.RunAsync(["report", "result.json", "--fail-on", "none", .. arguments]);

    private static async Task<byte[]> ScanAsync()
    {
        using var world = new World();
        var code = await world.RunAsync("scan", "--demo", "--out", "run", "--format", "json", "--quiet");
        Assert.That(code, Is.Zero, world.Error);
        return world.Bytes("run/result.json");
    }
}
