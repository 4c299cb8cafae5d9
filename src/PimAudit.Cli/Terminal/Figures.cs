using System.Globalization;

namespace PimAudit.Cli;

/// <summary>Counts beside their word.</summary>
internal static class Figures
{
    public static string Of(int count, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {word.ToLowerInvariant()}");
}
