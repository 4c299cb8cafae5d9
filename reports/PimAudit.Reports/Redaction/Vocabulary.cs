using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PimAudit.Model;

namespace PimAudit.Reports.Redaction;

/// <summary>The words that may stay: those with which the program itself speaks. Every other word may be a tenant's.</summary>
public sealed partial class Vocabulary
{
    private const int LongestNumber = 6;

    private readonly FrozenSet<string> words;

    /// <param name="texts">Texts of the program, whole or in pieces.</param>
    public Vocabulary(IEnumerable<string> texts)
    {
        words = texts
            .Concat(BuiltInRoles.ByTemplateId.Values.Select(role => role.DisplayName))
            .Concat(EnumerationWords())
            .SelectMany(Tokens.Words)
            .SelectMany(word => Tokens.Parts(word).Append(word))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The word, or every part of it, is the program's own, or a number, a date or a duration.</summary>
    public bool Allows(string word)
    {
        if (AllowsWhole(word))
            return true;
        if (word.Contains('@', StringComparison.Ordinal))
            return false;
        var parts = Tokens.Parts(word).ToList();
        return parts.Count > 1 && parts.TrueForAll(AllowsWhole);
    }

    private bool AllowsWhole(string word) =>
        word.All(char.IsAsciiDigit)
            ? word.Length <= LongestNumber
            : words.Contains(word)
                || (char.IsAsciiLetterUpper(word[0]) && words.Contains(char.ToLowerInvariant(word[0]) + word[1..]))
                || (word is [.., 's'] && word.Length > 3 && words.Contains(word[..^1]))
                || Measure().IsMatch(word);

    /// <summary>Values of enumerations are written as words, and said in sentences.</summary>
    private static IEnumerable<string> EnumerationWords() =>
        typeof(AuditResult)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum)
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>())
            .SelectMany(value =>
            {
                var name = value.ToString();
                return new[] { name, char.ToLowerInvariant(name[0]) + name[1..], Say.Word(value).ToLowerInvariant() };
            });

    /// <summary>ISO 8601 durations and times, hours and days with their unit, and claims of authentication contexts.</summary>
    [GeneratedRegex(
        "^(P([0-9]{1,4}[YMWD]){0,4}(T([0-9]{1,4}[HMS]){1,3})?|[0-9]{1,4}[dhms]|[0-9]{2}T[0-9]{2}|[0-9]{2}Z|c[0-9]{1,2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Measure();
}
