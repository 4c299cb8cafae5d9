using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Archive;

/// <summary>Signs manifests: detached CMS, SHA-256, with the certificate in it.</summary>
/// <param name="certificate">With its private key.</param>
/// <param name="further">Certificates between it and its root, which go into the signature too.</param>
public sealed class ManifestSigner(X509Certificate2 certificate, X509Certificate2Collection further)
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>What keeps the certificate from signing at a time; null when nothing does.</summary>
    /// <param name="now">UTC.</param>
    public static string? Problem(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (!certificate.HasPrivateKey)
            return "The certificate has no private key.";
        if (certificate.PublicKey.Oid.Value is not (Keys.Rsa or Keys.EllipticCurve))
            return "Its key is neither RSA nor ECDSA.";
        if (Validity.Problem(certificate, now) is { } problem)
            return problem;
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        return usage is { } named && (named & Signing) is X509KeyUsageFlags.None
            ? "Its key usage does not allow signatures."
            : null;
    }

    /// <param name="manifest">The bytes of the file.</param>
    /// <param name="at">UTC; the signing time, which nobody else vouches for.</param>
    /// <exception cref="CryptographicException">The key cannot be used.</exception>
    public byte[] Sign(ReadOnlyMemory<byte> manifest, DateTimeOffset at)
    {
        var signed = new SignedCms(new ContentInfo(manifest.ToArray()), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(further);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(at.UtcDateTime));
        signer.SignedAttributes.Add(SignedCertificate.Of(certificate, further));
        signed.ComputeSignature(signer, silent: true);
        return signed.Encode();
    }

    private const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    private static class Keys
    {
        public const string Rsa = "1.2.840.113549.1.1.1";
        public const string EllipticCurve = "1.2.840.10045.2.1";
    }
}
