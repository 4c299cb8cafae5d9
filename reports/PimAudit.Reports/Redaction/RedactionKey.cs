using System.Security.Cryptography;
using System.Text;

namespace PimAudit.Reports.Redaction;

/// <summary>The secret that makes pseudonyms: the same key gives the same ones, and nobody without it can undo or guess them.</summary>
public sealed class RedactionKey
{
    /// <summary>Fewer characters could be tried out.</summary>
    public const int LeastLength = 16;

    private readonly byte[] key;

    /// <exception cref="ArgumentException">Too short.</exception>
    public RedactionKey(string secret)
    {
        if (secret.Length < LeastLength)
            throw new ArgumentException($"A key needs at least {LeastLength} characters.", nameof(secret));
        key = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        Mark = Convert.ToHexStringLower(Hash("mark", ""))[..8];
    }

    /// <summary>Eight hex digits that tell keys apart and nothing else about them.</summary>
    public string Mark { get; }

    /// <summary>A GUID in the place of a GUID; version 8, which is free to mean anything.</summary>
    public Guid Id(Guid id)
    {
        var bytes = Hash("id", id.ToString("D")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>Such as <c>user-3f2a91c0</c>; the digits are the first of the pseudonym of its id.</summary>
    public string Name(string prefix, Guid id) => $"{prefix}-{Id(id).ToString("N")[..8]}";

    /// <summary>Such as <c>ticket-3f2a91c0</c>.</summary>
    public string Name(string prefix, string text) => $"{prefix}-{Convert.ToHexStringLower(Hash(prefix, text))[..8]}";

    private byte[] Hash(string purpose, string text) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\0{text}"));
}
