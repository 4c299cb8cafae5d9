using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PimAudit.Archive;

/// <summary>Holds a detached signature against the manifest that it lies beside. Nothing is fetched: revocation is not looked up.</summary>
internal static class SignatureCheck
{
    public const int MaxBytes = 1 << 20;

    private static readonly string[] Digests =
    [
        "2.16.840.1.101.3.4.2.1",
        "2.16.840.1.101.3.4.2.2",
        "2.16.840.1.101.3.4.2.3",
    ];

    /// <param name="endedAt">UTC; when the manifest says that its run ended.</param>
    /// <param name="trusted">Null leaves it at the mathematics.</param>
    /// <returns>The signature, null where it does not hold, and what is wrong, null where nothing is.</returns>
    public static (CheckedSignature? Signature, EvidenceProblem? Problem) Of(
        byte[] signature,
        byte[] manifest,
        DateTimeOffset endedAt,
        TrustedCertificates? trusted
    )
    {
        try
        {
            var signed = new SignedCms(new ContentInfo(manifest), detached: true);
            signed.Decode(signature);
            if (signed.SignerInfos.Count != 1 || signed.SignerInfos[0].Certificate is not { } certificate)
                return (null, Bad("It must have one signer, whose certificate it holds.", "one signer"));
            if (!SignatureForm.Is(signature, signed.SignerInfos[0]))
                return (
                    null,
                    Bad("It is in another form than PimAudit writes.", "the signature that PimAudit wrote, unchanged")
                );
            signed.CheckSignature(verifySignatureOnly: true);
            return Check(signed, signed.SignerInfos[0], certificate, endedAt, trusted);
        }
        catch (CryptographicException error)
        {
            return (
                null,
                Bad(
                    $"It does not hold: {error.Message}",
                    "the signature of this manifest, unchanged; it is of another manifest, or one of both was changed"
                )
            );
        }
    }

    private static (CheckedSignature?, EvidenceProblem?) Check(
        SignedCms signed,
        SignerInfo signer,
        X509Certificate2 certificate,
        DateTimeOffset endedAt,
        TrustedCertificates? trusted
    )
    {
        if (!Digests.Contains(signer.DigestAlgorithm.Value, StringComparer.Ordinal))
            return (null, Bad($"Its digest is {signer.DigestAlgorithm.Value}.", "SHA-256 or longer"));
        if (!SignedCertificate.Names(signer, certificate, signed.Certificates))
            return (null, Bad("It does not name the certificate that it holds.", "the certificate that signed"));
        if (TimeOf(signer) is not { } at)
            return (null, Bad("It names no signing time.", "the end of the run"));

        var distrust = trusted?.Problem(certificate, signed.Certificates, at);
        var held = new CheckedSignature(
            certificate.Subject,
            Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            at,
            trusted is null ? null : distrust is null
        );
        if (Validity.Problem(certificate, at) is { } invalid)
            return (
                held with
                {
                    IsTrusted = held.IsTrusted is null ? null : false,
                },
                Bad(invalid, $"a certificate that was valid at {Validity.Moment(at.UtcDateTime)}")
            );
        if (Math.Abs((at - endedAt).TotalSeconds) >= 1)
            return (
                held,
                Bad(
                    $"It was signed at {Validity.Moment(at.UtcDateTime)}.",
                    $"the end of the run, {Validity.Moment(endedAt.UtcDateTime)}"
                )
            );
        return (
            held,
            distrust is null
                ? null
                : new(
                    EvidenceFault.WrongCertificate,
                    RunManifest.SignatureName,
                    "The signature is of another certificate.",
                    $"{certificate.Subject}, SHA-256 {held.Thumbprint}. {distrust}",
                    "a certificate that --trust names, or one that its root issued"
                )
        );
    }

    private static DateTimeOffset? TimeOf(SignerInfo signer) =>
        signer
            .SignedAttributes.Cast<CryptographicAttributeObject>()
            .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
            .OfType<Pkcs9SigningTime>()
            .Select(time => (DateTimeOffset?)new DateTimeOffset(time.SigningTime.ToUniversalTime()))
            .FirstOrDefault();

    private static EvidenceProblem Bad(string seen, string expected) =>
        new(EvidenceFault.BadSignature, RunManifest.SignatureName, "The signature cannot be accepted.", seen, expected);
}
