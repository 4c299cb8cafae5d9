using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PimAudit.GraphEmulator;

/// <summary>Ids that follow from names, so that two builds of a tenant are the same.</summary>
internal static class Ids
{
    /// <summary>A GUID from the SHA-256 of the parts, marked as version 8 (RFC 9562).</summary>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)));
        hash[6] = (byte)(hash[6] & 0x0f | 0x80);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <summary>The id of a role assignment: role and principal in base64url, then a number for the scope.</summary>
    public static string RoleAssignment(Guid role, Guid principal, string scope)
    {
        Span<byte> bytes = stackalloc byte[32];
        role.TryWriteBytes(bytes);
        principal.TryWriteBytes(bytes[16..]);
        var suffix = scope is "/" ? "1" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope)))[..8];
        return $"{Base64Url.EncodeToString(bytes)}-{suffix}";
    }
}
