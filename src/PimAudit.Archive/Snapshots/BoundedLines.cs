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

    private static ReadOnlyMemory<byte> Line(ReadOnlySequence<byte> line) =>
        line.Length <= MaxBytes ? line.ToArray() : throw TooLong();

    private static InvalidDataException TooLong() => new($"A line is longer than {MaxBytes} bytes.");
}
