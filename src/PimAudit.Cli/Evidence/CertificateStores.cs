using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Cli;

/// <summary>Finds a certificate in the personal store of the current user, then of the machine.</summary>
internal static class CertificateStores
{
    /// <param name="thumbprint">SHA-1, 40 hex digits.</param>
    /// <exception cref="CryptographicException">There is none, or a store cannot be opened.</exception>
    public static X509Certificate2 Find(string thumbprint) =>
        FindIn(StoreLocation.CurrentUser, thumbprint)
        ?? (OperatingSystem.IsWindows() ? FindIn(StoreLocation.LocalMachine, thumbprint) : null)
        ?? throw new CryptographicException($"No certificate {thumbprint} is in the personal store.");

    private static X509Certificate2? FindIn(StoreLocation location, string thumbprint)
    {
        using var store = new X509Store(StoreName.My, location);
        store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault();
    }
}
