using System.Text.Json;
using System.Text.RegularExpressions;

namespace PimAudit.TestKit;

/// <summary>Checks a document against the part of JSON Schema that the published schemas use.</summary>
public static class SchemaCheck
{
    /// <summary>Where the document departs from the schema; empty when it does not.</summary>
    public static IReadOnlyList<string> Problems(JsonElement schema, JsonElement document)
    {
        var problems = new List<string>();
        Check(schema, schema, document, "#", problems);
        return problems;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (schema.ValueKind is JsonValueKind.True)
            return;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(root, Resolve(root, reference.GetString()!), value, at, problems);
            return;
        }

        if (schema.TryGetProperty("anyOf", out var ways) && !ways.EnumerateArray().Any(way => IsFine(root, way, value)))
            problems.Add($"{at}: {value} fits none of the ways");
        if (
            schema.TryGetProperty("oneOf", out var kinds)
            && kinds.EnumerateArray().Count(kind => IsFine(root, kind, value)) != 1
        )
            problems.Add($"{at}: {value} fits not exactly one of the kinds");
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            problems.Add($"{at}: {value} is not {only}");
        if (
            value.ValueKind is JsonValueKind.Number
            && schema.TryGetProperty("minimum", out var least)
            && value.GetDouble() < least.GetDouble()
        )
            problems.Add($"{at}: {value} is below {least}");
        if (
            value.ValueKind is JsonValueKind.String
            && schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1))
        )
            problems.Add($"{at}: {value} does not match {pattern}");
        if (schema.TryGetProperty("type", out var type) && !IsOf(type, value))
            problems.Add($"{at}: {value.ValueKind} is not {type}");
        if (
            schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))
        )
            problems.Add($"{at}: {value} is not among the words");
        if (value.ValueKind is JsonValueKind.Object)
            CheckObject(root, schema, value, at, problems);
        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var (index, item) in value.EnumerateArray().Index())
                Check(root, items, item, $"{at}/{index}", problems);
    }

    private static bool IsFine(JsonElement root, JsonElement schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(root, schema, value, "#", problems);
        return problems.Count == 0;
    }

    private static void CheckObject(
        JsonElement root,
        JsonElement schema,
        JsonElement value,
        string at,
        List<string> problems
    )
    {
        if (schema.TryGetProperty("required", out var required))
            problems.AddRange(
                required
                    .EnumerateArray()
                    .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                    .Select(name => $"{at}: {name} is missing")
            );

        var known = schema.TryGetProperty("properties", out var properties);
        foreach (var property in value.EnumerateObject())
            if (known && properties.TryGetProperty(property.Name, out var one))
                Check(root, one, property.Value, $"{at}/{property.Name}", problems);
            else if (schema.TryGetProperty("additionalProperties", out var other))
                CheckOther(root, other, property, at, problems);
    }

    private static void CheckOther(
        JsonElement root,
        JsonElement other,
        JsonProperty property,
        string at,
        List<string> problems
    )
    {
        if (other.ValueKind is JsonValueKind.False)
            problems.Add($"{at}: {property.Name} is not known");
        else
            Check(root, other, property.Value, $"{at}/{property.Name}", problems);
    }

    private static bool IsOf(JsonElement type, JsonElement value) =>
        type.ValueKind is JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOf(one, value))
            : (type.GetString(), value.ValueKind) switch
            {
                ("object", JsonValueKind.Object) => true,
                ("array", JsonValueKind.Array) => true,
                ("string", JsonValueKind.String) => true,
                ("number", JsonValueKind.Number) => true,
                ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
                ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
                ("null", JsonValueKind.Null) => true,
                _ => false,
            };

    private static JsonElement Resolve(JsonElement root, string reference)
    {
        var at = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at =
                at.ValueKind is JsonValueKind.Array
                    ? at[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]
                    : at.GetProperty(
                        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
                    );
        return at;
    }
}
