namespace PimAudit.Archive;

/// <summary>One line of a file.</summary>
/// <param name="Bytes">Without the line feed; they hold until the next line is asked for.</param>
/// <param name="Offset">Of its first byte.</param>
/// <param name="IsEnded">A line feed follows; only the last line of a file may lack it.</param>
public readonly record struct ByteLine(ReadOnlyMemory<byte> Bytes, long Offset, bool IsEnded);

/// <summary>Reads a file line by line, however long it is.</summary>
public static class ByteLines
{
    private const int FirstBuffer = 64 << 10;

    /// <param name="maxBytes">The longest line that can be meant.</param>
    /// <exception cref="InvalidDataException">A line is longer.</exception>
    public static IEnumerable<ByteLine> Read(Stream stream, int maxBytes)
    {
        var buffer = new byte[FirstBuffer];
        var (start, end, offset) = (0, 0, 0L);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return new(Bounded(buffer.AsMemory(start, length), maxBytes), offset, IsEnded: true);
                start += length + 1;
                offset += length + 1;
                continue;
            }

            (buffer, end) = (Roomier(Bounded(buffer.AsMemory(start, end - start), maxBytes), buffer), end - start);
            start = 0;
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }

        if (end > 0)
            yield return new(buffer.AsMemory(0, end), offset, IsEnded: false);
    }

    /// <summary>The rest moved to the front of a buffer that has room behind it.</summary>
    private static byte[] Roomier(ReadOnlyMemory<byte> rest, byte[] buffer)
    {
        var roomy = rest.Length * 2 > buffer.Length ? new byte[buffer.Length * 2] : buffer;
        rest.CopyTo(roomy);
        return roomy;
    }

    private static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> line, int maxBytes) =>
        line.Length <= maxBytes ? line : throw new InvalidDataException($"A line is longer than {maxBytes} bytes.");
}
