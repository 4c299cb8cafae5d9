using System.Text.RegularExpressions;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Holds a name, which may be written to take long, against the pattern of the convention.</summary>
internal static class NamePattern
{
    /// <summary>The parameter of the rules about names.</summary>
    public const string Parameter = "pattern";

    /// <summary>Null when the pattern needs too long for this name.</summary>
    public static bool? Matches(Regex pattern, string name)
    {
        try
        {
            return pattern.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Why <see cref="Matches"/> is null.</summary>
    public static Gap TooSlow(Regex pattern) =>
        new(
            SnapshotParts.None,
            MissingReason.Configuration,
            $"The pattern {pattern} of the rule needs too long for this name; write a simpler one."
        );
}
