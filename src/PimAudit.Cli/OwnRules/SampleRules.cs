using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Rules of one's own that ship to be copied: files of <c>rules/samples</c>. They judge nobody until a configuration names them.</summary>
internal static class SampleRules
{
    private const string Prefix = "samples/";
    private const string Suffix = ".yaml";

    /// <summary>Names, ordinal.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(SampleRules)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string name) => Resource(Prefix + name + Suffix);

    /// <summary>What <c>rules new</c> writes without a sample; <c>{id}</c> and <c>{name}</c> stand for themselves.</summary>
    public static string Template => Resource("new-rule.yaml");

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(SampleRules).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
