namespace PimAudit.Access.Use;

/// <summary>What is kept of the reason that somebody typed: how long it is, and whether it is the same as another.</summary>
/// <param name="Length">Letters without the blanks around it.</param>
/// <param name="Mark">FNV-1a, 64 bit, over the letters in lower case, each run of blanks as one.</param>
internal readonly record struct Reason(int Length, ulong Mark)
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="text">Null when none was typed.</param>
    public static Reason Of(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        var mark = Offset;
        var wasBlank = false;
        foreach (var letter in trimmed)
        {
            var isBlank = char.IsWhiteSpace(letter);
            if (!(isBlank && wasBlank))
                mark = unchecked((mark ^ (isBlank ? ' ' : char.ToLowerInvariant(letter))) * Prime);
            wasBlank = isBlank;
        }

        return new(trimmed.Length, mark);
    }
}
