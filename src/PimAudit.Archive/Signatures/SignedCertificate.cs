using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Archive;

/// <summary>
/// The signed attribute that names the signer's certificate by its SHA-256, so that it cannot be exchanged for another one of the
/// same key. Source: signingCertificateV2 of RFC 5035.
/// </summary>
internal static class SignedCertificate
{
    private const string Attribute = "1.2.840.113549.1.9.16.2.47";

    /// <summary>Three sequences around an octet string of 32 bytes; SHA-256 is the default that is not written.</summary>
    private static ReadOnlySpan<byte> Head => [0x30, 0x26, 0x30, 0x24, 0x30, 0x22, 0x04, 0x20];

    public static AsnEncodedData Of(X509Certificate2 certificate) => new(Attribute, Value(certificate));

    public static bool Names(SignerInfo signer, X509Certificate2 certificate) =>
        signer
            .SignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(attribute => attribute.Oid.Value == Attribute)
            .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
            .Any(value => value.RawData.AsSpan().SequenceEqual(Value(certificate)));

    private static byte[] Value(X509Certificate2 certificate) =>
        [.. Head, .. certificate.GetCertHash(HashAlgorithmName.SHA256)];
}
