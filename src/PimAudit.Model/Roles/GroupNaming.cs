using System.Text.RegularExpressions;

namespace PimAudit.Model;

/// <summary>How the practice names role-assignable groups: <c>RAG - [Purpose]</c>.</summary>
public static partial class GroupNaming
{
    public const string Prefix = "RAG - ";

    /// <summary>A regular expression that such a name matches.</summary>
    public const string Pattern = @"^RAG - \S.*$";

    public static bool Fits(string name) => Convention().IsMatch(name);

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Convention();
}
