using System.Diagnostics.CodeAnalysis;

namespace PimAudit.Reports.Redaction;

/// <summary>The names of the objects of a result with their pseudonyms, so that a sentence can be read after its redaction.</summary>
internal sealed class KnownNames(RedactionKey key)
{
    private const int LongestStart = 4;

    private readonly Dictionary<string, string> pseudonyms = new(StringComparer.Ordinal);
    private Dictionary<string, string[]>? byStart;

    /// <summary>Two objects with one name get a pseudonym of the name: a sentence does not tell which of them it means.</summary>
    public void Add(string? name, string pseudonym)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        if (pseudonyms.TryGetValue(name, out var other) && other != pseudonym)
            pseudonym = key.Name("name", name);
        pseudonyms[name] = pseudonym;
        byStart = null;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out string? pseudonym) =>
        pseudonyms.TryGetValue(name, out pseudonym);

    /// <summary>The longest name that stands at the place as a whole.</summary>
    public bool TryFind(string text, int at, [NotNullWhen(true)] out string? name)
    {
        byStart ??= pseudonyms
            .Keys.GroupBy(Start, StringComparer.Ordinal)
            .ToDictionary(
                same => same.Key,
                same => same.OrderByDescending(one => one.Length).ToArray(),
                StringComparer.Ordinal
            );
        name = null;
        if (!Tokens.IsEdge(text, at))
            return false;
        for (var length = Math.Min(LongestStart, text.Length - at); length > 0 && name is null; length--)
            if (byStart.TryGetValue(text.Substring(at, length), out var candidates))
                name = Array.Find(candidates, one => StandsAt(text, at, one));
        return name is not null;
    }

    private static string Start(string name) => name.Length <= LongestStart ? name : name[..LongestStart];

    private static bool StandsAt(string text, int at, string name) =>
        string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && Tokens.IsEdge(text, at + name.Length);
}
