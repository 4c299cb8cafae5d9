using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>Audit events as lines of JSON: appended one by one, and read anew each time that they are gone through.</summary>
public static class EventFile
{
    private static readonly byte[] LineFeed = [(byte)'\n'];

    /// <summary>Writes one line.</summary>
    public static void Append(Stream stream, PimEvent row)
    {
        JsonSerializer.Serialize(stream, row, ArchiveJson.Default.PimEvent);
        stream.Write(LineFeed);
    }

    /// <summary>Reads a file that this process wrote; it must stay where it is.</summary>
    /// <exception cref="IOException">The file is gone or cannot be read.</exception>
    /// <exception cref="JsonException">A line is no event.</exception>
    public static IEnumerable<PimEvent> Read(string path) => new EventRows(() => File.OpenRead(path));
}
