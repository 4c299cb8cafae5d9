using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PimAudit.Archive;

/// <summary>
/// The bytes of a run's manifest. The last member is a seal: the SHA-256 of the file with 64 zeros in the seal's place, so that
/// a damaged manifest shows by itself. It is no signature: whoever changes a manifest on purpose can seal it again.
/// </summary>
public static class ManifestFile
{
    /// <summary>Of a run with some hundred reports.</summary>
    public const int MaxBytes = 1 << 20;

    private const int Digits = 64;

    private static ReadOnlySpan<byte> Before => "\n  \"seal\": \""u8;

    private static ReadOnlySpan<byte> After => "\"\n}"u8;

    /// <summary>Sealed anew.</summary>
    public static byte[] Bytes(RunManifest manifest)
    {
        var open = manifest with { Seal = new string('0', Digits) };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(open, ArchiveJson.Indented.RunManifest);
        Encoding.ASCII.GetBytes(HashOf(bytes), Place(bytes));
        return bytes;
    }

    /// <summary>64 lower-case hex digits by which the next run names this one.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="InvalidDataException">Not a whole manifest of a version that this program reads, or one that was changed.</exception>
    public static RunManifest Read(ReadOnlyMemory<byte> bytes)
    {
        var manifest = Parse(bytes);
        ManifestBounds.Check(manifest);
        if (manifest.Seal is { } seal && !IsSealedBy(seal, bytes.ToArray()))
            throw new InvalidDataException("It was changed after it was written: its seal does not fit.");
        return manifest;
    }

    private static RunManifest Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            CheckVersion(bytes);
            NullElements.Refuse(bytes.Span);
            return JsonSerializer.Deserialize(bytes.Span, ArchiveJson.Default.RunManifest)
                ?? throw new InvalidDataException("It is empty.");
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"line {line + 1}, byte {error.BytePositionInLine + 1}: " : "";
            throw new InvalidDataException(
                $"{place}{error.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0]}",
                error
            );
        }
    }

    /// <summary>Before anything else is read: a newer format may spell the rest differently.</summary>
    private static void CheckVersion(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 32 });
        if (
            document.RootElement.ValueKind is not JsonValueKind.Object
            || !document.RootElement.TryGetProperty("schemaVersion", out var version)
            || version.ValueKind is not JsonValueKind.Number
            || !version.TryGetInt32(out var number)
        )
            throw new InvalidDataException("It names no schema version.");
        if (number != RunManifest.CurrentSchemaVersion)
            throw new InvalidDataException(
                $"It has schema version {number}; this program reads version {RunManifest.CurrentSchemaVersion}."
            );
    }

    private static bool IsSealedBy(string seal, byte[] bytes)
    {
        var length = Before.Length + Digits + After.Length;
        if (
            bytes.Length < length
            || !bytes.AsSpan(bytes.Length - length).StartsWith(Before)
            || !bytes.AsSpan().EndsWith(After)
        )
            return false;
        Place(bytes).Fill((byte)'0');
        return string.Equals(HashOf(bytes), seal, StringComparison.Ordinal);
    }

    private static Span<byte> Place(byte[] bytes) => bytes.AsSpan(bytes.Length - After.Length - Digits, Digits);
}
