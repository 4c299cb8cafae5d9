using System.Text.RegularExpressions;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>How rules of one's own may be called.</summary>
internal static partial class RuleIds
{
    /// <summary>What is wrong with an id, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(string id) =>
        id.StartsWith("PIM", StringComparison.OrdinalIgnoreCase) ? "begins with PIM, which only rules that ship may"
        : id.StartsWith(BrokenRule.StandIn, StringComparison.OrdinalIgnoreCase)
            ? $"begins with {BrokenRule.StandIn}, which stands for rules that cannot be used"
        : Id().IsMatch(id) ? null
        : "must be 2 to 10 capital letters or digits, perhaps a hyphen, and 1 to 5 digits, such as ORG001";

    /// <summary>The same of a name.</summary>
    public static string? NameProblem(string name) =>
        Name().IsMatch(name)
            ? null
            : "must be one word of letters and digits that begins with a capital letter, such as ActivatedAtNight";

    /// <summary>A title as a name: each word with a capital letter, at most 60 letters.</summary>
    public static string NameOf(string title)
    {
        var words = Word().Matches(title).Select(match => char.ToUpperInvariant(match.Value[0]) + match.Value[1..]);
        var name = string.Concat(words);
        return name.Length > 60 ? name[..60] : name;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,9}-?[0-9]{1,5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{2,59}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    public static bool IsParameter(string name) => Parameter().IsMatch(name);

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
