using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>One kind of row of a snapshot, in a file of its own.</summary>
/// <param name="name">Such as <c>users.ndjson</c>.</param>
internal abstract class SnapshotTable(string name)
{
    public string Name { get; } = name;

    /// <returns>Rows written.</returns>
    public abstract Task<int> WriteAsync(TenantSnapshot snapshot, Stream stream, CancellationToken cancellation);

    /// <returns>The snapshot with the rows of this table, and how many there are.</returns>
    /// <exception cref="JsonException">A line is no such row.</exception>
    public abstract Task<(TenantSnapshot Snapshot, int Rows)> ReadAsync(
        TenantSnapshot snapshot,
        SnapshotStream stream,
        CancellationToken cancellation
    );
}

/// <summary>One file of a snapshot that is being read.</summary>
/// <param name="Now">Bounded and hashed on the way.</param>
/// <param name="Again">Opens the file anew, for rows that are not kept.</param>
internal readonly record struct SnapshotStream(Stream Now, Func<Stream> Again);

/// <inheritdoc cref="SnapshotTable"/>
internal sealed class SnapshotTable<T>(
    string name,
    JsonTypeInfo<T> row,
    Func<TenantSnapshot, ImmutableArray<T>> get,
    Func<TenantSnapshot, ImmutableArray<T>, TenantSnapshot> set
) : SnapshotTable(name)
{
    private static readonly ReadOnlyMemory<byte> LineFeed = new([(byte)'\n']);

    public override async Task<int> WriteAsync(TenantSnapshot snapshot, Stream stream, CancellationToken cancellation)
    {
        var rows = get(snapshot);
        foreach (var one in rows)
        {
            await JsonSerializer.SerializeAsync(stream, one, row, cancellation);
            await stream.WriteAsync(LineFeed, cancellation);
        }

        return rows.Length;
    }

    public override async Task<(TenantSnapshot Snapshot, int Rows)> ReadAsync(
        TenantSnapshot snapshot,
        SnapshotStream stream,
        CancellationToken cancellation
    )
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        await foreach (var line in BoundedLines.ReadAsync(stream.Now, cancellation))
            rows.Add(
                JsonSerializer.Deserialize(line.Span, row)
                    ?? throw new JsonException($"Line {rows.Count + 1} holds no row.")
            );
        return (set(snapshot, rows.ToImmutable()), rows.Count);
    }
}
