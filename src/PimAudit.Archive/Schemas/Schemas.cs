using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Archive;

/// <summary>The JSON Schemas (draft 2020-12) of the files that PimAudit reads and writes.</summary>
public static class Schemas
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>What <see cref="Text"/> accepts.</summary>
    public static ImmutableArray<string> Names { get; } =
    ["result", "config", "profile", "rule", "manifest", "snapshot", "baseline", "review", "fleet", "roll-up"];

    /// <exception cref="ArgumentException">No such schema.</exception>
    public static string Text(string name) =>
        name switch
        {
            "result" => Of(ArchiveJson.Default.AuditResult, "result.json: what an audit found"),
            "manifest" => Of(ArchiveJson.Default.RunManifest, "manifest.json of a run"),
            "snapshot" => Of(ArchiveJson.Default.SnapshotManifest, "manifest.json of a snapshot (.pimsnap)"),
            "baseline" => Of(ArchiveJson.Default.Baseline, "A baseline: findings that are accepted as known"),
            "review" => Of(ArchiveJson.Default.ReviewRecord, "review-NAME.json: an access review and its answers"),
            "roll-up" => Of(ArchiveJson.Default.FleetRollUp, "fleet.json: many tenants side by side"),
            "config" or "profile" or "rule" or "fleet" => Written(name),
            _ => throw new ArgumentException($"There is no schema '{name}'.", nameof(name)),
        };

    /// <summary>Made from the types that are written, so that schema and file cannot part.</summary>
    private static string Of(JsonTypeInfo type, string title)
    {
        var schema = (JsonObject)type.GetJsonSchemaAsNode(new() { TreatNullObliviousAsNonNullable = true });
        schema.Insert(0, "$schema", Draft);
        schema.Insert(1, "title", title);
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
    }

    /// <summary>By hand, with any rule and any parameter; the command line fills in those of its catalogue.</summary>
    private static string Written(string name)
    {
        using var stream = typeof(Schemas).Assembly.GetManifestResourceStream($"{name}.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
