using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PimAudit.Service;

/// <summary>When a message is tried again. Depends on key and attempt alone, so that no two messages keep step.</summary>
internal static class Backoff
{
    /// <summary>A message that is older is given up.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromHours(24);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private const int MostDoublings = 6;

    /// <summary>Between half and the whole of 1, 2, 4 ... 60 minutes.</summary>
    /// <param name="attempts">Before the one that failed now.</param>
    public static TimeSpan After(string key, int attempts)
    {
        var whole = First * (1 << Math.Clamp(attempts, 0, MostDoublings));
        if (whole > Longest)
            whole = Longest;
        return whole * (0.5 + Share(key, attempts) / 2);
    }

    /// <summary>From 0 to below 1.</summary>
    private static double Share(string key, int attempts)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{key} {attempts}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / (uint.MaxValue + 1.0);
    }
}
