namespace PimAudit.Docs;

/// <summary>Text for a cell of a Markdown table.</summary>
internal static class Cell
{
    public static string Of(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim();

    public static string Code(string text) => $"`{Of(text)}`";

    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
