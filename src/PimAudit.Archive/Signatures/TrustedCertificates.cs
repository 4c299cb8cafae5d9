using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Archive;

/// <summary>The certificates that a signature must come from: the signer's own, or the root of the one who issued it.</summary>
public sealed class TrustedCertificates
{
    private const long MaxBytes = 16 << 20;
    private static readonly string[] Endings = [".pem", ".crt", ".cer"];

    private readonly X509Certificate2Collection certificates;

    private TrustedCertificates(X509Certificate2Collection certificates) => this.certificates = certificates;

    public static TrustedCertificates Of(params IEnumerable<X509Certificate2> certificates) => new([.. certificates]);

    /// <param name="path">A PEM or DER file, or a folder whose .pem, .crt and .cer files count.</param>
    /// <exception cref="ArchiveException">There is no certificate.</exception>
    public static TrustedCertificates Read(string path)
    {
        var found = new X509Certificate2Collection();
        try
        {
            foreach (var file in FilesOf(path))
                ReadFile(file, found);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Bad(path, error.Message, error);
        }

        return found.Count > 0 ? new(found) : throw Bad(path, "It holds no certificate.");
    }

    /// <summary>What keeps a signer from being trusted at a time; null when nothing does. Nothing is fetched.</summary>
    /// <param name="further">Certificates that came with the signature.</param>
    /// <param name="at">UTC.</param>
    internal string? Problem(X509Certificate2 signer, X509Certificate2Collection further, DateTimeOffset at)
    {
        if (certificates.Any(one => one.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)))
            return null;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(certificates);
        chain.ChainPolicy.ExtraStore.AddRange(further);
        chain.ChainPolicy.ExtraStore.AddRange(certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        return chain.Build(signer)
            ? null
            : "It is none of the trusted certificates, and leads to none of them: "
                + string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct())
                + ".";
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path)
                .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
            : [path];

    private static void ReadFile(string path, X509Certificate2Collection found)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new IOException($"{path} has more than {MaxBytes} bytes.");
        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().IndexOf("-----BEGIN CERTIFICATE-----"u8) >= 0)
            found.ImportFromPem(System.Text.Encoding.ASCII.GetString(bytes));
        else
            found.Add(X509CertificateLoader.LoadCertificate(bytes));
    }

    private static ArchiveException Bad(string path, string seen, Exception? cause = null) =>
        new(
            $"Cannot read the trusted certificates of {path}.",
            seen,
            "Nothing was verified.",
            "Name a PEM file with certificates, or a folder with such files.",
            cause
        );
}
