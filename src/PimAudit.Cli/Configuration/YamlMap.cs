using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PimAudit.Cli;

/// <summary>A YAML mapping that is read key by key and then says which keys nobody asked for.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly string path;
    private readonly List<ConfigurationIssue> issues;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string path, List<ConfigurationIssue> issues, long? line = null)
    {
        this.node = node;
        this.path = path;
        this.issues = issues;
        Line = line ?? node.Start.Line;
    }

    /// <summary>Keys as written, in the order of the file.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    /// <summary>Line of the mapping, from 1.</summary>
    public long Line { get; }

    /// <summary>Its last line, from 1.</summary>
    public long LastLine => node.End.Line;

    /// <summary>The same keys over those of another mapping; see <see cref="YamlLayers"/>. The keys of both keep their lines.</summary>
    /// <param name="without">Keys of this mapping that are left out.</param>
    /// <param name="found">Takes the issues of the new mapping.</param>
    public YamlMap Over(YamlMap? lower, List<ConfigurationIssue> found, params ReadOnlySpan<string> without) =>
        new(YamlLayers.Lay(YamlLayers.Without(node, without), lower?.node), path, found, Line);

    /// <summary>Some keys of the mapping, as a mapping of their own.</summary>
    public YamlMap Only(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            asked.Add(key);
        return new(YamlLayers.Only(node, keys), path, issues, Line);
    }

    /// <summary>Reads a document; an empty one is an empty mapping.</summary>
    /// <exception cref="YamlException">Not YAML, or a key stands twice.</exception>
    public static YamlMap Read(string text, List<ConfigurationIssue> issues)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        if (stream.Documents.Count > 1)
            issues.Add(new(stream.Documents[1].RootNode.Start.Line, "the file", "holds more than one document"));
        if (root is YamlMappingNode map)
            return Of(map, "", issues);
        if (root is not (null or YamlScalarNode { Value: null or "" }))
            issues.Add(new(root.Start.Line, "the file", "is not a mapping of keys to values"));
        return new([], "", issues);
    }

    public string? Text(string key) =>
        Find(key) switch
        {
            null => null,
            YamlScalarNode scalar => IsNull(scalar) ? null : scalar.Value,
            var other => Refuse<string>(key, other, "must be one value"),
        };

    public bool? Flag(string key) =>
        Text(key) is not { } text ? null
        : bool.TryParse(text, out var value) ? value
        : Refuse<bool?>(key, $"is '{text}' but must be true or false");

    public int? Number(string key) =>
        Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : Refuse<int?>(key, $"is '{text}' but must be a whole number");

    public Guid? Id(string key) =>
        Text(key) is not { } text ? null
        : Guid.TryParse(text, out var id) ? id
        : Refuse<Guid?>(key, $"is '{text}' but must be an id (GUID)");

    public DateOnly? Day(string key) =>
        Text(key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : Refuse<DateOnly?>(key, $"is '{text}' but must be a day such as 2027-03-31");

    /// <summary>A list, or one value as a list of one; null when the key is not there.</summary>
    public ImmutableArray<string>? Texts(string key) =>
        Find(key) switch
        {
            null => null,
            YamlScalarNode scalar => IsNull(scalar) ? [] : [scalar.Value ?? ""],
            YamlSequenceNode list => Scalars(key, list),
            var other => Refuse<ImmutableArray<string>?>(key, other, "must be a list of values"),
        };

    public ImmutableSortedSet<Guid>? Ids(string key)
    {
        if (Texts(key) is not { } texts)
            return null;

        foreach (var text in texts.Where(text => !Guid.TryParse(text, out _)))
            Issue(key, $"holds '{text}', which is not an id (GUID)");
        return [.. texts.Where(text => Guid.TryParse(text, out _)).Select(Guid.Parse)];
    }

    /// <summary>One of the words; any other is an issue.</summary>
    public string? OneOf(string key, ImmutableArray<string> words)
    {
        if (Text(key) is not { } text || words.Contains(text, StringComparer.Ordinal))
            return Text(key);

        issues.Add(
            new(
                LineOf(key),
                PathOf(key),
                $"is '{text}' but must be one of {string.Join(", ", words)}",
                Nearest.Of(text, words)
            )
        );
        return null;
    }

    public bool IsThere(string key) => Keys.Contains(key, StringComparer.Ordinal);

    public bool IsMap(string key) => Find(key) is YamlMappingNode;

    public YamlMap? Map(string key) =>
        Find(key) switch
        {
            null or YamlScalarNode { Value: null or "" } => null,
            YamlMappingNode map => Of(map, PathOf(key), issues),
            var other => Refuse<YamlMap>(key, other, "must be a mapping of keys to values"),
        };

    /// <summary>A list of mappings; empty when the key is not there.</summary>
    public ImmutableArray<YamlMap> Maps(string key) =>
        Find(key) switch
        {
            null or YamlScalarNode { Value: null or "" } => [],
            YamlSequenceNode list =>
            [
                .. list.Children.Index().Select(one => MapAt(key, one.Index, one.Item)).OfType<YamlMap>(),
            ],
            var other => NoMaps(key, other),
        };

    /// <summary>Notes every key that was not asked for.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in Keys.Where(key => !asked.Contains(key)))
            issues.Add(new(LineOf(key), PathOf(key), "is not a key that PimAudit knows", Nearest.Of(key, asked)));
    }

    public void Issue(string key, string what, string? nearest = null) =>
        issues.Add(new(LineOf(key), PathOf(key), what, nearest));

    /// <summary>Line of a key, or of the deepest part of a dotted path that the file has.</summary>
    public long LineOf(string dotted)
    {
        YamlNode here = node;
        var line = Line;
        foreach (var part in dotted.Split('.', '['))
        {
            if (here is not YamlMappingNode map)
                return line;
            var found = map.Children.FirstOrDefault(pair => IsKey(pair.Key, part));
            if (found.Key is null)
                return line;
            (here, line) = (found.Value, found.Key.Start.Line);
        }

        return line;
    }

    private static YamlMap Of(YamlMappingNode map, string path, List<ConfigurationIssue> issues)
    {
        var made = new YamlMap(map, path, issues);
        if (map.Children.Keys.FirstOrDefault(key => key is not YamlScalarNode) is not { } odd)
            return made;

        issues.Add(new(odd.Start.Line, path.Length > 0 ? path : "the file", "has a key that is not plain text"));
        return new([], path, issues);
    }

    private YamlMap? MapAt(string key, int at, YamlNode item) =>
        item is YamlMappingNode map
            ? Of(map, $"{PathOf(key)}[{at}]", issues)
            : Refuse<YamlMap>($"{key}[{at}]", item, "must be a mapping of keys to values");

    private ImmutableArray<YamlMap> NoMaps(string key, YamlNode other)
    {
        Refuse<YamlMap>(key, other, "must be a list");
        return [];
    }

    private ImmutableArray<string> Scalars(string key, YamlSequenceNode list)
    {
        foreach (var odd in list.Children.Where(child => child is not YamlScalarNode))
            Refuse<string>(key, odd, "must hold plain values only");
        return [.. list.Children.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "")];
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.FirstOrDefault(pair => IsKey(pair.Key, key)).Value;
    }

    private static bool IsKey(YamlNode node, string key) =>
        node is YamlScalarNode scalar && string.Equals(scalar.Value, key, StringComparison.Ordinal);

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";

    private T? Refuse<T>(string key, string what) => Refuse<T>(key, node: null, what);

    private T? Refuse<T>(string key, YamlNode? node, string what)
    {
        issues.Add(new(node?.Start.Line ?? LineOf(key), PathOf(key), what));
        return default;
    }

    private string PathOf(string key) => path.Length > 0 ? $"{path}.{key}" : key;
}
