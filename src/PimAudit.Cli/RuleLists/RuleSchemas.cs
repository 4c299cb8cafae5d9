using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Reports.Ndjson;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>
/// The JSON Schemas of configuration and profile with the rules of this version filled in, so that an editor completes ids,
/// names and parameters.
/// </summary>
internal static class RuleSchemas
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>What <see cref="Text"/> accepts.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Schemas.Names, "ndjson"];

    /// <summary>Schemas that the catalogue completes; the others are whole as they are.</summary>
    public static string Text(string name) =>
        name switch
        {
            "config" => Configuration(),
            "profile" => Profile(),
            "fleet" => FleetSchema.Of(Parse("fleet"), JsonNode.Parse(Configuration())!.AsObject()).ToJsonString(Format),
            "ndjson" => NdjsonReport.Schema(),
            _ => Schemas.Text(name),
        };

    private static string Configuration()
    {
        var schema = Parse("config");
        var properties = schema["properties"]!;
        var rules = properties["rules"]!.AsObject();
        rules["properties"] = Rules();
        var names = new JsonArray([.. ProfileFile.Shipped.Select(one => (JsonNode?)one)]);
        schema["$defs"]!["profile"] = new JsonObject
        {
            ["description"] = "The name of a profile that ships, or the path of a file.",
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = names },
                new JsonObject { ["type"] = "string", ["pattern"] = "\\.(ya?ml|json)$" }
            ),
        };
        properties["outputs"]!["properties"]!["formats"]!["items"] = new JsonObject
        {
            ["enum"] = new JsonArray([.. Formats.Names.Select(one => (JsonNode?)one)]),
        };
        Define(schema);
        return schema.ToJsonString(Format);
    }

    private static string Profile()
    {
        var schema = Parse("profile");
        schema["properties"]!["rules"]!["properties"] = Rules();
        Define(schema);
        return schema.ToJsonString(Format);
    }

    private static JsonObject Parse(string name) => JsonNode.Parse(Schemas.Text(name))!.AsObject();

    /// <summary>Ids and names lead to one definition for each rule.</summary>
    private static JsonObject Rules() =>
        new(
            Catalogue
                .All.SelectMany(rule => new[] { (Key: rule.Info.Id, rule), (Key: rule.Name, rule) })
                .Select(pair =>
                    KeyValuePair.Create(
                        pair.Key,
                        (JsonNode?)new JsonObject { ["$ref"] = $"#/$defs/{pair.rule.Info.Id}" }
                    )
                )
        );

    private static void Define(JsonObject schema)
    {
        var definitions = schema["$defs"]!.AsObject();
        foreach (var rule in Catalogue.All)
            definitions[rule.Info.Id] = Rule(rule, schema["properties"]!["rules"]!["additionalProperties"]!);
    }

    /// <param name="any">What every rule accepts.</param>
    private static JsonObject Rule(IRule rule, JsonNode any)
    {
        var info = rule.Info;
        var common = any["properties"]!.DeepClone().AsObject();
        if (info.IsAboutCoverage)
            common["enabled"] = new JsonObject { ["const"] = true };
        foreach (var parameter in info.Parameters)
            common[parameter.Name] = Parameter(parameter);
        return new()
        {
            ["description"] = $"{rule.Name}: {info.Title}",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = common,
        };
    }

    private static JsonObject Parameter(RuleParameter parameter)
    {
        var schema = Kind(parameter.Kind);
        schema.Insert(0, "description", parameter.Meaning);
        schema["default"] = RuleListJson.Value(
            parameter.Kind,
            ParameterValues.Of([parameter]).AsWritten[parameter.Name]
        );
        return schema;
    }

    private static JsonObject Kind(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Number => new() { ["type"] = "integer", ["minimum"] = 0 },
            ParameterKind.Flag => new() { ["type"] = "boolean" },
            ParameterKind.Ids => Ids(),
            ParameterKind.Pattern => new() { ["type"] = "string", ["format"] = "regex" },
            ParameterKind.Roles => new()
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = new JsonArray("held", "privileged", "all") },
                    Ids()
                ),
            },
            _ => [],
        };

    private static JsonObject Ids() => new() { ["$ref"] = "#/$defs/ids" };
}
