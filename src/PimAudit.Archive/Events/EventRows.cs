using System.Collections;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>Rows that lie in a file: opened anew by everybody who goes through them.</summary>
/// <param name="open">Opens the file at its beginning.</param>
internal sealed class EventRows(Func<Stream> open) : IEnumerable<PimEvent>
{
    public IEnumerator<PimEvent> GetEnumerator()
    {
        using var stream = open();
        foreach (var line in ByteLines.Read(stream, BoundedLines.MaxBytes))
            yield return Row(line.Bytes.Span);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <exception cref="JsonException">It is no event.</exception>
    public static PimEvent Row(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, ArchiveJson.Default.PimEvent)
        ?? throw new JsonException("A line holds no event.");
}
