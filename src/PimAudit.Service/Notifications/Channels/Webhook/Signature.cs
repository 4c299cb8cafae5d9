using System.Security.Cryptography;
using System.Text;

namespace PimAudit.Service;

/// <summary>Proves to a receiver that a body comes from who knows the secret, and when it was sent.</summary>
internal static class Signature
{
    public const string Header = "X-PimAudit-Signature";
    public const string TimestampHeader = "X-PimAudit-Timestamp";

    /// <summary><c>sha256=HEX</c>: HMAC-SHA-256 over timestamp, a dot and the bytes of the body.</summary>
    /// <param name="timestamp">Seconds since 1970, UTC, as in the header.</param>
    public static string Of(string secret, string timestamp, byte[] body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
        hash.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
