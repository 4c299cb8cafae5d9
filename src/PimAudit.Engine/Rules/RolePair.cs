namespace PimAudit.Engine;

/// <summary>Two different roles; the order in which they were written says nothing.</summary>
/// <param name="First">Template id of the role that comes first by id.</param>
/// <param name="Second">Template id of the other.</param>
public sealed record RolePair(Guid First, Guid Second)
{
    private const char Joint = '+';

    /// <summary>Reads <c>ID+ID</c>; null when the text is not two different ids.</summary>
    public static RolePair? Parse(string text) =>
        text.Split(Joint, StringSplitOptions.TrimEntries) is [var one, var other]
        && Guid.TryParse(one, out var first)
        && Guid.TryParse(other, out var second)
        && first != second
            ? Of(first, second)
            : null;

    private static RolePair Of(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString("D"), other.ToString("D")) < 0 ? new(one, other) : new(other, one);
}
