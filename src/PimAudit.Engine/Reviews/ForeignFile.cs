using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Whether a workbook belongs to a review at all.</summary>
internal static class ForeignFile
{
    public static IEnumerable<string> ProblemsOf(ReviewRecord review, ReturnedReview file)
    {
        if (!Is(file.Tenant, review.TenantId.ToString("D")))
            yield return $"Cover: tenant {Shown(file.Tenant)}; this review is of {review.TenantId:D}.";
        if (!Is(file.Name, review.Name))
            yield return $"Cover: review {Shown(file.Name)}; this one is '{review.Name}'.";
        if (!Is(file.ResultSha256, review.ResultSha256))
            yield return $"Cover: result {Shown(file.ResultSha256)}; the rows of this review are of {review.ResultSha256[..16]}….";
        foreach (var problem in Heads(review, file))
            yield return problem;
    }

    /// <summary>A column may be empty in every row that was sent out, so only those that are known to hold something must be there.</summary>
    private static IEnumerable<string> Heads(ReviewRecord review, ReturnedReview file)
    {
        var heads = file.Heads.Select(head => head.Text).ToList();
        var sent = review.Rows.SelectMany(row => row.Cells.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (
            var missing in sent.Concat(ReviewColumns.Entries)
                .Where(head => !heads.Contains(head, StringComparer.Ordinal))
                .Order(StringComparer.Ordinal)
        )
            yield return $"The column '{missing}' is missing, or its head was changed.";
        foreach (
            var twice in file.Heads.GroupBy(head => head.Text, StringComparer.Ordinal).Where(same => same.Count() > 1)
        )
            yield return $"{twice.Last().Place}: a second column '{twice.Key}'.";
    }

    private static bool Is(string? seen, string expected) =>
        string.Equals(seen, expected, StringComparison.OrdinalIgnoreCase);

    private static string Shown(string? text) => text is null ? "is not said" : $"'{ReturnedRows.Short(text)}'";
}
