using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PimAudit.Cli;

/// <summary>Reads a certificate with its private key, and those that come with it, from PFX or PEM.</summary>
internal static class CertificateFiles
{
    private const long MaxBytes = 1 << 20;

    /// <param name="key">PEM file of the private key; null when it is in the first file.</param>
    /// <exception cref="CryptographicException">Wrong password, no key, or no certificate.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Further) Read(
        string path,
        string? key,
        string? password
    )
    {
        var bytes = Bytes(path);
        if (bytes.AsSpan().IndexOf("-----BEGIN "u8) < 0)
            return OfPfx(bytes, password);

        var text = Encoding.ASCII.GetString(bytes);
        var keyText = key is null ? text : Encoding.ASCII.GetString(Bytes(key));
        var certificate = password is null
            ? X509Certificate2.CreateFromPem(text, keyText)
            : X509Certificate2.CreateFromEncryptedPem(text, keyText, password);
        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);
        return (certificate, Without(all, certificate));
    }

    private static (X509Certificate2, X509Certificate2Collection) OfPfx(byte[] bytes, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(bytes, password, Storage);
        var certificate =
            all.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw new CryptographicException("The file holds no private key.");
        return (certificate, Without(all, certificate));
    }

    /// <summary>In memory alone, where the system can do that.</summary>
    private static X509KeyStorageFlags Storage =>
        OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    private static X509Certificate2Collection Without(X509Certificate2Collection all, X509Certificate2 one) =>
        [.. all.Where(other => !other.RawDataMemory.Span.SequenceEqual(one.RawDataMemory.Span))];

    private static byte[] Bytes(string path) =>
        new FileInfo(path) is { Exists: true, Length: > MaxBytes }
            ? throw new IOException($"{path} has more than {MaxBytes} bytes.")
            : File.ReadAllBytes(path);
}
