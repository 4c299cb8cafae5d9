using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimAudit.Archive;

/// <summary>The part of <c>result.json</c> that has to agree with the manifest, in whatever version the rest is written.</summary>
internal sealed record ResultHead(
    HeadRun Run,
    HeadTenant Tenant,
    ImmutableArray<HeadProfile> Profiles,
    HeadSnapshot Snapshot
)
{
    private const long MaxBytes = 2L << 30;

    /// <exception cref="InvalidDataException">Too large, or a list in it holds null.</exception>
    /// <exception cref="JsonException">No result.</exception>
    public static async Task<ResultHead?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        await using var bounded = new HashingStream(stream, MaxBytes, refuseNullElements: true);
        return await JsonSerializer.DeserializeAsync(bounded, ResultHeadJson.Default.ResultHead, cancellation);
    }

    /// <summary>What the two say differently: the name of the value, what stands here, what the manifest says.</summary>
    public IEnumerable<(string What, string Here, string Manifest)> Against(RunManifest manifest) =>
        new (string What, string Here, string Manifest)[]
        {
            ("tenant", Tenant.Id.ToString("D"), manifest.Tenant.ToString("D")),
            ("run id", Run.Id, manifest.RunId),
            ("version of the program", Run.ToolVersion, manifest.ToolVersion),
            ("hash of the configuration", Run.ConfigurationHash, manifest.ConfigurationHash),
            ("hash of the profile", Profiles.IsDefaultOrEmpty ? "none" : Profiles[0].Hash, manifest.ProfileHash),
            ("hash of the snapshot", Snapshot.Hash, manifest.SnapshotHash),
        }.Where(one => !string.Equals(one.Here, one.Manifest, StringComparison.Ordinal));
}

internal sealed record HeadRun(string Id, string ToolVersion, string ConfigurationHash);

internal sealed record HeadTenant(Guid Id);

internal sealed record HeadProfile(string Hash);

/// <param name="TakenAt">UTC.</param>
internal sealed record HeadSnapshot(string Hash, DateTimeOffset TakenAt);

/// <summary>Passes over everything that the head does not ask for.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 32
)]
[JsonSerializable(typeof(ResultHead))]
internal sealed partial class ResultHeadJson : JsonSerializerContext;
