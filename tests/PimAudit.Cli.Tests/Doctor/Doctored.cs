using System.Text.Json.Nodes;
using PimAudit.Cli.Tests.Golden;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Doctor;

/// <summary>What the doctor said of a sample tenant, and how it ended.</summary>
internal sealed record Doctored(int Code, JsonNode Said)
{
    public string[] BlindRules => Texts("blindRules");

    public string[] Grant => Texts("grant");

    /// <summary>Such as <c>Policy.Read.All missing</c>; held ones are left out.</summary>
    public string[] Permissions =>
        [
            .. Said["permissions"]!
                .AsArray()
                .Select(one => $"{one!["name"]} {one["state"]}")
                .Where(line => !line.EndsWith(" held", StringComparison.Ordinal)),
        ];

    /// <summary>Such as <c>groupParents refused</c>; readable ones are left out.</summary>
    public string[] Parts =>
        [
            .. Said["parts"]!
                .AsArray()
                .Select(one => $"{one!["part"]} {one["state"]}")
                .Where(line => !line.EndsWith(" readable", StringComparison.Ordinal)),
        ];

    public static async Task<Doctored> OfAsync(Sample sample, EmulatorOptions emulator, params string[] options)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(sample.Tenant, emulator);
        using var world = World.Of(graph).Write("pimaudit.yaml", sample.Configuration);
        var code = await world.RunAsync(["doctor", "--json", .. options]);
        return new(code, JsonNode.Parse(world.Out)!);
    }

    public string[] Texts(string key) => [.. Said[key]!.AsArray().Select(one => one!.GetValue<string>())];
}
