using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PimAudit.Cli.Tests.OwnRules;

/// <summary>As much of JSON Schema as the schema of rules uses, held against YAML.</summary>
internal sealed class SchemaCheck(string schema)
{
    private readonly JsonObject root = JsonNode.Parse(schema)!.AsObject();

    /// <summary>What does not fit; empty when all does.</summary>
    public IEnumerable<string> Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Of(stream.Documents[0].RootNode, root, "").ToList();
    }

    private IEnumerable<string> Of(YamlNode node, JsonObject rule, string where)
    {
        if ((string?)rule["$ref"] is { } reference)
            foreach (var problem in Of(node, root["$defs"]![reference["#/$defs/".Length..]]!.AsObject(), where))
                yield return problem;
        if (rule["oneOf"] is JsonArray choices && !choices.Any(one => !Of(node, one!.AsObject(), where).Any()))
            yield return $"{where} fits none";
        if (rule["type"] is { } type && !Types(type).Any(word => Is(node, word)))
            yield return $"{where} is no {type.ToJsonString()}";
        foreach (
            var problem in OfScalar(node, rule, where)
                .Concat(OfList(node, rule, where))
                .Concat(OfMap(node, rule, where))
        )
            yield return problem;
    }

    private static IEnumerable<string> OfScalar(YamlNode node, JsonObject rule, string where)
    {
        if (node is not YamlScalarNode { Value: { } text })
            yield break;
        if (rule["enum"] is JsonArray words && !words.Any(word => (string?)word == text))
            yield return $"{where} is {text}";
        if (rule["const"] is { } only && only.ToString() != text)
            yield return $"{where} is {text}";
        if (
            (string?)rule["pattern"] is { } pattern
            && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
        )
            yield return $"{where} is {text}";
        if ((int?)rule["maxLength"] < text.Length)
            yield return $"{where} is too long";
    }

    private IEnumerable<string> OfList(YamlNode node, JsonObject rule, string where)
    {
        if (node is not YamlSequenceNode list)
            return [];
        var count = (int?)rule["minItems"] > list.Children.Count ? [$"{where} holds too few"] : Array.Empty<string>();
        return rule["items"] is JsonObject items
            ? count.Concat(list.Children.SelectMany(one => Of(one, items, $"{where}[]")))
            : count;
    }

    private IEnumerable<string> OfMap(YamlNode node, JsonObject rule, string where)
    {
        if (node is not YamlMappingNode map)
            yield break;
        var known = rule["properties"] as JsonObject ?? [];
        foreach (var (key, value) in map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value)))
        {
            var next = known[key] as JsonObject ?? rule["additionalProperties"] as JsonObject;
            if (next is null && rule["additionalProperties"] is JsonValue no && !no.GetValue<bool>())
                yield return $"{where}.{key} is unknown";
            foreach (var problem in next is null ? [] : Of(value, next, $"{where}.{key}"))
                yield return problem;
        }

        foreach (var needed in rule["required"]?.AsArray().Select(one => (string)one!) ?? [])
            if (!map.Children.Keys.Any(key => ((YamlScalarNode)key).Value == needed))
                yield return $"{where}.{needed} is missing";
    }

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray several ? several.Select(one => (string)one!) : [(string)type!];

    private static bool Is(YamlNode node, string type) =>
        (type, node) switch
        {
            ("object", YamlMappingNode) or ("array", YamlSequenceNode) => true,
            ("null", YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain }) => true,
            ("boolean", YamlScalarNode { Value: "true" or "false", Style: ScalarStyle.Plain }) => true,
            ("integer", YamlScalarNode { Style: ScalarStyle.Plain } scalar) => int.TryParse(
                scalar.Value,
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out _
            ),
            ("string", YamlScalarNode) => true,
            _ => false,
        };
}
