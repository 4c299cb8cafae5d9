using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary>Reads the examples of a rule: lists of tiny tenants under <c>reports</c>, <c>ignores</c> and <c>cannotTell</c>.</summary>
internal static class ExampleList
{
    private const int Most = 50;

    public static string Word(ExampleKind kind) =>
        kind switch
        {
            ExampleKind.Reports => "reports",
            ExampleKind.Ignores => "ignores",
            _ => "cannotTell",
        };

    /// <param name="parameters">Those that the rule has.</param>
    public static ImmutableArray<Example> Read(YamlMap root, ImmutableArray<RuleParameter> parameters) =>
        [.. Enum.GetValues<ExampleKind>().SelectMany(kind => Read(root, kind, parameters))];

    private static IEnumerable<Example> Read(YamlMap root, ExampleKind kind, ImmutableArray<RuleParameter> parameters)
    {
        var maps = root.Maps(Word(kind));
        if (maps.Length > Most)
            root.Issue(Word(kind), $"holds {maps.Length} examples; at most {Most} are run");
        return maps.Take(Most).Index().Select(one => Read(one.Item, kind, one.Index, parameters));
    }

    private static Example Read(YamlMap map, ExampleKind kind, int at, ImmutableArray<RuleParameter> parameters)
    {
        var name = map.Text("name") ?? $"{Word(kind)} {at + 1}";
        var given = Parameters(map.Map("parameters"), parameters);
        var tenant = new ExampleTenant(map);
        var snapshot = tenant.Read();
        var finds = map.Texts("finds") ?? [];
        if (kind is not ExampleKind.Reports && !finds.IsEmpty)
            map.Issue("finds", "stands only under reports");
        map.RefuseOtherKeys();
        return new(
            kind,
            name,
            map.Line,
            snapshot,
            tenant.EmergencyEntries,
            tenant.ConfiguredWaivers,
            given,
            [.. finds.Select(text => (tenant.SubjectId(text), text))]
        );
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Parameters(
        YamlMap? map,
        ImmutableArray<RuleParameter> known
    )
    {
        var given = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var name in map?.Keys ?? [])
        {
            var values = map!.Texts(name) ?? [];
            if (
                known.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))
                is not { } parameter
            )
                map.Issue(name, "is no parameter of the rule");
            else if (ParameterValues.Problem(parameter, values) is { } problem)
                map.Issue(name, problem);
            else
                given[name] = values;
        }

        return given.ToImmutable();
    }
}
