using System.Security.Cryptography;
using System.Text.Json;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.History;

/// <summary>Contoso with a history, scanned day by day.</summary>
internal static class RecordedWorld
{
    private static readonly string[] Quiet = ["--quiet", "--format", "json"];

    public static World Make() =>
        new World { Now = SampleTenants.ContosoNow }
            .Write("pimaudit.yaml", SampleTenants.ContosoConfiguration)
            .With("PIMAUDIT_HISTORY", "Data Source=history.db");

    /// <summary>A day passes, and the tenant is scanned.</summary>
    public static async Task<int> ScanAsync(
        this World world,
        Func<TenantBuilder, TenantBuilder>? change = null,
        params string[] arguments
    )
    {
        var tenant = new TenantBuilder(SampleTenants.Contoso());
        await using var graph = await GraphEmulatorServer.StartAsync((change?.Invoke(tenant) ?? tenant).Build());
        world.Now += TimeSpan.FromDays(1);
        return await world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .RunAsync(["scan", .. Quiet, .. arguments]);
    }

    /// <summary>The folders of the tenant's runs, oldest first, relative.</summary>
    public static string[] Runs(this World world) =>
        [
            .. Directory
                .EnumerateDirectories(Directory.EnumerateDirectories(world.PathOf("pimaudit-out")).Single())
                .Where(folder => File.Exists(Path.Combine(folder, "manifest.json")))
                .Order(StringComparer.Ordinal),
        ];

    public static JsonElement Result(string folder) => Read(Path.Combine(folder, "result.json"));

    public static JsonElement Manifest(string folder) => Read(Path.Combine(folder, "manifest.json"));

    public static string? Previous(string folder) => Manifest(folder).GetProperty("previous").GetString();

    public static string HashOfManifest(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "manifest.json"))));

    private static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
}
