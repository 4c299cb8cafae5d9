using YamlDotNet.RepresentationModel;

namespace PimAudit.Cli;

/// <summary>
/// Lays a mapping over another: what both have comes from the upper one, mappings are laid over each other, lists replace.
/// Neither of the two is changed.
/// </summary>
internal static class YamlLayers
{
    /// <summary>No mapping of a configuration is nested deeper; what lies below replaces.</summary>
    private const int Deepest = 8;

    private static readonly string[] KeysOfSecrets = ["variable", "file"];

    public static YamlMappingNode Lay(YamlMappingNode upper, YamlMappingNode? lower) => Lay(upper, lower, depth: 0);

    public static YamlMappingNode Only(YamlMappingNode node, ReadOnlySpan<string> keys)
    {
        var some = new YamlMappingNode();
        foreach (var (key, value) in node.Children)
            if (keys.Contains(NameOf(key)))
                some.Add(key, value);
        return some;
    }

    public static YamlMappingNode Without(YamlMappingNode node, ReadOnlySpan<string> keys)
    {
        var rest = new YamlMappingNode();
        foreach (var (key, value) in node.Children)
            if (!keys.Contains(NameOf(key)))
                rest.Add(key, value);
        return rest;
    }

    private static YamlMappingNode Lay(YamlMappingNode upper, YamlMappingNode? lower, int depth)
    {
        if (lower is null)
            return upper;

        var laid = new YamlMappingNode();
        foreach (var (key, value) in upper.Children)
            laid.Add(key, lower.Children.TryGetValue(key, out var below) ? Lay(value, below, depth) : value);
        foreach (var (key, value) in lower.Children)
            if (!laid.Children.ContainsKey(key))
                laid.Add(key, value);
        return laid;
    }

    private static YamlNode Lay(YamlNode upper, YamlNode lower, int depth) =>
        upper is YamlMappingNode over && lower is YamlMappingNode under && depth < Deepest && !IsSecret(over)
            ? Lay(over, under, depth + 1)
            : upper;

    /// <summary>One place of a secret replaces the other: both together would say nothing.</summary>
    private static bool IsSecret(YamlMappingNode node) =>
        node.Children.Count > 0
        && node.Children.Keys.All(key => KeysOfSecrets.Contains(NameOf(key), StringComparer.Ordinal));

    private static string NameOf(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";
}
