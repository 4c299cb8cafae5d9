namespace PimAudit.Reports.Html;

/// <summary>Words as a name that ids, data and addresses may hold.</summary>
internal static class Slug
{
    /// <summary>ASCII letters and digits, lower case, with single hyphens between; <c>x</c> where nothing is left.</summary>
    public static string Of(string text)
    {
        var letters = text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var slug = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "x" : slug;
    }
}
