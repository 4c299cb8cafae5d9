using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests.Evidence;

/// <summary>Certificates that nobody else has.</summary>
internal static class TestCertificates
{
    private static DateTimeOffset From => A.TakenAt.AddYears(-1);

    private static DateTimeOffset To => A.TakenAt.AddYears(1);

    public static X509Certificate2 EllipticCurve(string name, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(From, until ?? To);
    }

    public static X509Certificate2 Rsa(string name)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            From,
            To
        );
    }

    public static X509Certificate2 Root(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true,
                hasPathLengthConstraint: false,
                pathLengthConstraint: 0,
                critical: true
            )
        );
        return request.CreateSelfSigned(From, To);
    }

    public static X509Certificate2 IssuedBy(X509Certificate2 root, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        using var issued = request.Create(root, From, To, [7, 7, 7]);
        return issued.CopyWithPrivateKey(key);
    }

    public static ManifestSigner Signer(X509Certificate2 certificate) => new(certificate, []);
}
