using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace PimAudit.Archive;

/// <summary>Reads lines of a file that nobody vouches for.</summary>
internal static class BoundedLines
{
    /// <summary>No row of a real tenant comes near.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Lines without their line feed; the last one may lack it.</summary>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="MaxBytes"/>.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return Line(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (buffer.Length > MaxBytes)
                throw TooLong();
            if (read.IsCompleted && !buffer.IsEmpty)
                yield return Line(buffer);
            reader.AdvanceTo(read.IsCompleted ? buffer.End : buffer.Start, buffer.End);
            if (read.IsCompleted)
                break;
        }

        await reader.CompleteAsync();
    }

    /// <summary>The same, one after the other: a line holds until the next is asked for.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(Stream stream)
    {
        var buffer = new byte[64 << 10];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
                continue;
            }

            (buffer, end) = (Roomier(buffer, start, end), end - start);
            start = 0;
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }

        if (end > 0)
            yield return buffer.AsMemory(0, end);
    }

    /// <summary>The rest moved to the front, in a buffer that has room behind it.</summary>
    private static byte[] Roomier(byte[] buffer, int start, int end)
    {
        var rest = end - start;
        if (rest > MaxBytes)
            throw TooLong();

        var roomy = rest * 2 > buffer.Length ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, rest).CopyTo(roomy);
        return roomy;
    }

    private static ReadOnlyMemory<byte> Line(ReadOnlySequence<byte> line) =>
        line.Length <= MaxBytes ? line.ToArray() : throw TooLong();

    private static InvalidDataException TooLong() => new($"A line is longer than {MaxBytes} bytes.");
}
