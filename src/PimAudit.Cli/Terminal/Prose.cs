namespace PimAudit.Cli;

/// <summary>Breaks a text into lines.</summary>
internal static class Prose
{
    private const int Least = 20;

    /// <summary>At blanks; a word longer than a line is cut, so that no line is.</summary>
    /// <param name="width">Letters of a line; never fewer than 20.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var room = Math.Max(Least, width);
        var rest = text.Trim();
        while (rest.Length > room)
        {
            var at = rest.LastIndexOf(' ', room);
            var cut = at > 0 ? at : room;
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
            yield return rest;
    }
}
