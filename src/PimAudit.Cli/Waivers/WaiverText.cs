using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary>
/// Puts a waiver into the text of a configuration, or takes some out, and leaves every other letter as it is. What comes out
/// must be read again and compared before it is kept.
/// </summary>
internal static class WaiverText
{
    private const string Indent = "  ";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="FormatException">The list is written in a way that cannot be added to.</exception>
    public static string Add(string text, Waiver waiver)
    {
        var places = WaiverPlaces.Find(text);
        return places switch
        {
            { Value: { IsNothing: false, IsFlow: true, IsList: true } list } => text.Insert(
                list.Items[^1].End,
                $", {InBraces(waiver)}"
            ),
            { Value: { IsNothing: false, IsList: true } list } => InsertLine(
                text,
                list.Items[^1].End,
                Block(text, waiver, new string(' ', Column(text, DashOf(text, list.Items[0]))))
            ),
            { Value: { IsNothing: true } empty, Root.IsFlow: true } => Replace(
                text,
                empty.Place,
                $"[{InBraces(waiver)}]"
            ),
            { Value: { IsNothing: true } empty } => Fill(text, empty.Place, waiver),
            { Value: not null } => throw new FormatException("'waivers' is not a list."),
            { Root: { IsFlow: true } root } => text.Insert(
                root.Place.End - 1,
                $"{(root.Items.IsEmpty ? "" : ", ")}\"waivers\": [{InBraces(waiver)}]"
            ),
            _ => InsertLine(text, text.Length, $"waivers:{NewLine(text)}{Block(text, waiver, Indent)}"),
        };
    }

    /// <param name="at">Indexes in the list.</param>
    /// <exception cref="FormatException">The list is written in a way that cannot be taken from.</exception>
    public static string Remove(string text, IReadOnlySet<int> at)
    {
        var list = WaiverPlaces.Find(text).Value;
        if (list is not { IsList: true })
            throw new FormatException("'waivers' is not a list.");
        if (list.IsFlow && at.Count == list.Items.Length)
            return Replace(text, new(list.Place.Start + 1, list.Place.End - 1), "");

        foreach (var index in at.OrderDescending())
            text = Replace(text, list.IsFlow ? InList(list, index, at) : Lines(text, list.Items[index]), "");
        return text;
    }

    /// <summary>As a person would write it by hand.</summary>
    public static string ByHand(Waiver waiver) => $"waivers:\n{Block("", waiver, Indent)}".TrimEnd();

    /// <summary>The item and one of the commas beside it.</summary>
    private static Place InList(ValuePlace list, int index, IReadOnlySet<int> removed) =>
        Enumerable.Range(index + 1, list.Items.Length - index - 1).Any(later => !removed.Contains(later))
            ? new(list.Items[index].Start, list.Items[index + 1].Start)
            : new(list.Items[index - 1].End, list.Items[index].End);

    private static Place Lines(string text, Place item) =>
        new(LineStart(text, DashOf(text, item)), NextLine(text, item.End));

    private static string Fill(string text, Place empty, Waiver waiver)
    {
        var start = empty.Start;
        while (start > 0 && text[start - 1] is ' ')
            start--;
        return InsertLine(Replace(text, new(start, empty.End), ""), start, Block(text, waiver, Indent));
    }

    private static string InsertLine(string text, int after, string lines)
    {
        var at = NextLine(text, after);
        var isOpen = at > 0 && text[at - 1] is not '\n';
        return text.Insert(at, (isOpen ? NewLine(text) : "") + lines);
    }

    private static string Block(string text, Waiver waiver, string indent)
    {
        string[] lines =
        [
            $"- rule: {Word(waiver.Rule)}",
            $"  targets: [{string.Join(", ", waiver.Targets.Select(Word))}]",
            $"  reason: {Quoted(waiver.Reason)}",
            $"  approvedBy: {Quoted(waiver.ApprovedBy)}",
            $"  expires: {Day(waiver)}",
        ];
        return string.Concat(lines.Select(line => indent + line + NewLine(text)));
    }

    /// <summary>JSON is YAML, and the list may stand in a JSON file.</summary>
    private static string InBraces(Waiver waiver)
    {
        string[] pairs =
        [
            $"\"rule\": {Quoted(waiver.Rule)}",
            $"\"targets\": [{string.Join(", ", waiver.Targets.Select(Quoted))}]",
            $"\"reason\": {Quoted(waiver.Reason)}",
            $"\"approvedBy\": {Quoted(waiver.ApprovedBy)}",
            $"\"expires\": \"{Day(waiver)}\"",
        ];
        return $"{{ {string.Join(", ", pairs)} }}";
    }

    private static string Day(Waiver waiver) => waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Plain where YAML can take it for nothing but that text.</summary>
    private static string Word(string text) =>
        Guid.TryParseExact(text, "D", out _)
        || (text.All(char.IsAsciiLetterOrDigit) && text.StartsWith("PIM", StringComparison.Ordinal))
            ? text
            : Quoted(text);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

    private static string Replace(string text, Place place, string by) =>
        string.Concat(text.AsSpan(0, place.Start), by, text.AsSpan(place.End));

    private static string NewLine(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Offset of the dash before an item.</summary>
    private static int DashOf(string text, Place item)
    {
        var at = item.Start - 1;
        while (at >= 0 && text[at] is ' ')
            at--;
        return at >= 0 && text[at] is '-' && Column(text, at) >= 0
            ? at
            : throw new FormatException("An entry of 'waivers' does not begin on the line of its dash.");
    }

    /// <returns>-1 where something else stands before it on the line.</returns>
    private static int Column(string text, int at)
    {
        var start = LineStart(text, at);
        return text.AsSpan(start, at - start).Trim(' ').IsEmpty ? at - start : -1;
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The line after the one in which something ends; where it ends with its line feed, the place itself.</summary>
    private static int NextLine(string text, int end)
    {
        if (end > 0 && text[end - 1] is '\n')
            return end;
        var feed = end < text.Length ? text.IndexOf('\n', end) : -1;
        return feed < 0 ? text.Length : feed + 1;
    }
}
