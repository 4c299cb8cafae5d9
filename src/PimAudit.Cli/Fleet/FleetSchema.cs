using System.Text.Json.Nodes;

namespace PimAudit.Cli;

/// <summary>The JSON Schema of a list of tenants: its own keys, and in each entry those of a configuration.</summary>
internal static class FleetSchema
{
    private const string Properties = "properties";
    private const string Definitions = "$defs";

    /// <param name="list">The list without keys of configurations; it is filled in.</param>
    /// <param name="configuration">With the rules of this version.</param>
    public static JsonObject Of(JsonObject list, JsonObject configuration)
    {
        var keys = configuration[Properties]!.AsObject();
        var defaults = list[Properties]!["defaults"]![Properties]!.AsObject();
        var entry = list[Properties]!["tenants"]!["items"]![Properties]!.AsObject();
        string[] ofTheList = [.. FleetFile.ForAll, .. FleetEntries.OfTheList];
        foreach (var (key, schema) in keys.Where(pair => !ofTheList.Contains(pair.Key, StringComparer.Ordinal)))
        {
            entry[key] = schema!.DeepClone();
            if (key is not "tenant")
                defaults[key] = schema.DeepClone();
        }

        foreach (var key in FleetFile.ForAll)
            list[Properties]![key] = keys[key]!.DeepClone();
        foreach (var (name, definition) in configuration[Definitions]!.AsObject())
            list[Definitions]![name] = definition!.DeepClone();
        return list;
    }
}
