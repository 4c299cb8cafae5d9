using System.Text;
using System.Text.Json;
using PimAudit.Archive;

namespace PimAudit.Collect;

/// <summary>
/// The lines of a journal on disk. They are only ever appended, each with one write, so a process that dies leaves whole
/// lines and at most one torn one, which is cut off when the file is opened again.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    /// <summary>A page's body follows its line directly, up to the line feed: JSON has none outside of strings.</summary>
    private const byte BodyMark = (byte)'\t';

    private readonly Lock gate = new();
    private readonly FileStream stream;

    private JournalFile(FileStream stream) => this.stream = stream;

    /// <exception cref="IOException">Another process has it open, or the file system refused.</exception>
    public static JournalFile Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(new FileStream(path, options));
    }

    /// <summary>Goes through the lines that are whole, and cuts off what is not.</summary>
    /// <param name="take">A line, with the place of the page's body: offset and length, 0 when it has none.</param>
    public void ReadAll(Action<JournalLine, long, int> take)
    {
        stream.Position = 0;
        var whole = 0L;
        foreach (var (line, offset, isEnded) in ByteLines.Read(stream, int.MaxValue))
        {
            var mark = line.Span.IndexOf(BodyMark);
            var head = mark < 0 ? line : line[..mark];
            if (!isEnded || Parsed(head.Span) is not { } parsed)
                break;

            take(parsed, mark < 0 ? 0 : offset + mark + 1, mark < 0 ? 0 : line.Length - mark - 1);
            whole = offset + line.Length + 1;
        }

        stream.SetLength(whole);
        stream.Position = whole;
    }

    public void Append(JournalLine line) => Append(line, []);

    public void Append(JournalLine line, ReadOnlySpan<byte> body)
    {
        using var bytes = new MemoryStream(body.Length + 256);
        JsonSerializer.Serialize(bytes, line, JournalJson.Default.JournalLine);
        if (body.Length > 0)
        {
            bytes.WriteByte(BodyMark);
            var start = (int)bytes.Position;
            bytes.Write(body);
            bytes.GetBuffer().AsSpan(start, body.Length).Replace((byte)'\n', (byte)' ');
        }

        bytes.WriteByte((byte)'\n');
        lock (gate)
        {
            stream.Position = stream.Length;
            stream.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    public byte[] Body(long offset, int length)
    {
        var body = new byte[length];
        lock (gate)
        {
            stream.Position = offset;
            stream.ReadExactly(body);
        }

        return body;
    }

    public void Dispose() => stream.Dispose();

    private static JournalLine? Parsed(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine);
        }
        catch (Exception failure) when (failure is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
