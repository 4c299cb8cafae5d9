using System.IO.Compression;

namespace PimAudit.History;

/// <summary>Files as the database holds them.</summary>
internal static class Packed
{
    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(content);
        return packed.ToArray();
    }

    /// <summary>Of a trusted size: what is read is what this program wrote, or is refused by its hash.</summary>
    public static BrotliStream Open(byte[] packed) =>
        new(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
}
