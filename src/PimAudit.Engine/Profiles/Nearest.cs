namespace PimAudit.Engine;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    /// <returns>The candidate with the fewest edits, ordinal first among equals; null when none is within a third of its length.</returns>
    public static string? Of(string written, IEnumerable<string> candidates) =>
        candidates
            .Select(word => (Word: word, Edits: Edits(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(pair => pair.Edits <= Math.Max(1, Math.Max(written.Length, pair.Word.Length) / 3))
            .OrderBy(pair => pair.Edits)
            .ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .Select(pair => pair.Word)
            .FirstOrDefault();

    /// <summary>Levenshtein distance.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
