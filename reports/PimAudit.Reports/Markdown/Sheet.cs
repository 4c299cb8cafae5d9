using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Markdown;

/// <summary>Takes pieces of text as long as there is room, each as a whole.</summary>
/// <param name="most">Bytes of UTF-8.</param>
internal sealed class Sheet(int most)
{
    /// <summary>Kept for what is said where something was left out.</summary>
    private const int Reserve = 2000;

    private readonly StringBuilder text = new();
    private readonly List<string> left = [];
    private int bytes;

    /// <summary>Head, coverage and counts: whatever the limit.</summary>
    public void Must(string piece)
    {
        text.Append(piece);
        bytes += Encoding.UTF8.GetByteCount(piece);
    }

    public bool TryAdd(string piece)
    {
        var size = Encoding.UTF8.GetByteCount(piece);
        if (bytes + size > most - Reserve)
            return false;
        Must(piece);
        return true;
    }

    /// <summary>An opening and what hangs on it; where room ends, the rest is counted.</summary>
    /// <param name="noun">Of one item.</param>
    public void Add(string title, string opening, IReadOnlyList<string> items, string noun)
    {
        if (!TryAdd(opening))
        {
            LeaveOut(title);
            return;
        }

        for (var at = 0; at < items.Count; at++)
        {
            if (TryAdd(items[at]))
                continue;
            Must($"\n{Say.Count(items.Count - at, $"more {noun}")} in result.json.\n");
            return;
        }
    }

    public void LeaveOut(string title)
    {
        if (!left.Contains(title, StringComparer.Ordinal))
            left.Add(title);
    }

    public override string ToString() =>
        left.Count == 0
            ? text.ToString()
            : $"{text}\nNot here for want of room, but in result.json: {string.Join(", ", left)}.\n";
}
