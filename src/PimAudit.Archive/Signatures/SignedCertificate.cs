using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Archive;

/// <summary>
/// The signed attribute that names the signer's certificate, and then the others that come with it, by their SHA-256, so that
/// none can be exchanged. Source: signingCertificateV2 of RFC 5035; SHA-256 is its default, which is not written.
/// </summary>
internal static class SignedCertificate
{
    private const string Attribute = "1.2.840.113549.1.9.16.2.47";

    public static AsnEncodedData Of(X509Certificate2 certificate, X509Certificate2Collection further) =>
        new(Attribute, Value(certificate, further));

    /// <param name="all">The signer's among them.</param>
    public static bool Names(SignerInfo signer, X509Certificate2 certificate, X509Certificate2Collection all) =>
        signer
            .SignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(attribute => attribute.Oid.Value == Attribute)
            .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
            .Any(value => value.RawData.AsSpan().SequenceEqual(Value(certificate, all)));

    private static byte[] Value(X509Certificate2 certificate, X509Certificate2Collection further)
    {
        var own = HashOf(certificate);
        var others = further
            .Select(HashOf)
            .Where(hash => hash != own)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
            foreach (var hash in others.Prepend(own))
                using (writer.PushSequence())
                    writer.WriteOctetString(Convert.FromHexString(hash));
        return writer.Encode();
    }

    private static string HashOf(X509Certificate2 certificate) =>
        certificate.GetCertHashString(HashAlgorithmName.SHA256);
}
