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

    /// <summary>Letters to change, add, take out, or swap with their neighbour.</summary>
    private static int Edits(string from, string to)
    {
        var older = new int[to.Length + 1];
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var next = new int[to.Length + 1];
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = row[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    next[j] = Math.Min(next[j], older[j - 2] + 1);
            }

            (older, row) = (row, next);
        }

        return row[^1];
    }
}
