using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Archive;

/// <summary>Whether a certificate holds at a time.</summary>
internal static class Validity
{
    /// <returns>Null when it does.</returns>
    public static string? Problem(X509Certificate2 certificate, DateTimeOffset at)
    {
        var (from, to) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        return at.UtcDateTime < from ? $"The certificate is not valid before {Moment(from)}."
            : at.UtcDateTime > to ? $"The certificate expired on {Moment(to)}."
            : null;
    }

    public static string Moment(DateTime utc) =>
        utc.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
