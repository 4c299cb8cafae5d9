namespace PimAudit.Cli;

/// <summary>Words of which the language knows a few.</summary>
internal sealed partial class ExampleTenant
{
    private static T Word<T>(YamlMap given, string key, T standard)
        where T : struct, Enum =>
        given.OneOf(key, [.. Enum.GetNames<T>().Select(Camel)]) is { } word
            ? Enum.Parse<T>(word, ignoreCase: true)
            : standard;

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
