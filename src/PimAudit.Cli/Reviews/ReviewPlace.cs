using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary>Finds the file of a review.</summary>
internal static class ReviewPlace
{
    private const string Pattern = "review-*.json";

    /// <param name="named">As written; null for the only one in the current folder.</param>
    /// <returns>Absolute.</returns>
    /// <exception cref="Failure">None was named, and the folder holds none or several.</exception>
    public static string Find(string? named, Surroundings surroundings)
    {
        if (named is not null)
            return Path.GetFullPath(named, surroundings.Folder);

        var found = Directory.EnumerateFiles(surroundings.Folder, Pattern).Order(StringComparer.Ordinal).ToList();
        return found is [var only]
            ? only
            : throw new Failure(
                ExitCode.Usage,
                "It is not clear which review is meant.",
                found.Count == 0
                    ? $"There is no {Pattern} in {surroundings.Folder}."
                    : $"There are {string.Join(", ", found.Take(5).Select(path => Path.GetFileName(path)))} in {surroundings.Folder}.",
                "Nothing was read and nothing was written.",
                "Name the file that 'pimaudit review new' wrote."
            );
    }

    /// <summary>Of a workbook for one reviewer: what a file system accepts everywhere, and never the same twice.</summary>
    /// <param name="at">From 1.</param>
    public static string WorkbookOf(string review, string? reviewer, int at)
    {
        const int Longest = 40;
        if (reviewer is null)
            return $"review-{review}.xlsx";

        var plain = string.Concat(
            reviewer
                .Take(Longest)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')
        );
        return FormattableString
            .Invariant($"review-{review}-{at:00}-{plain.Trim('-')}.xlsx")
            .Replace("-.xlsx", ".xlsx", StringComparison.Ordinal);
    }

    public static string RecordOf(string review) => ReviewFile.NameOf(review);
}
