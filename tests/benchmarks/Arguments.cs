using System.Globalization;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>What a command line may name.</summary>
internal static class Arguments
{
    /// <exception cref="ArgumentException">Not a size.</exception>
    public static IReadOnlyList<TenantSize> Sizes(string[] words, params TenantSize[] usual) =>
        words.Length == 0
            ? usual
            :
            [
                .. words.Select(word =>
                    Enum.TryParse<TenantSize>(word, ignoreCase: true, out var size)
                        ? size
                        : throw new ArgumentException(
                            $"'{word}' is not small, typical, large or extreme.",
                            nameof(words)
                        )
                ),
            ];

    /// <exception cref="FormatException">Not a number.</exception>
    public static int Number(string[] words, int usual) =>
        words.Length == 0 ? usual : int.Parse(words[0], NumberStyles.None, CultureInfo.InvariantCulture);
}
