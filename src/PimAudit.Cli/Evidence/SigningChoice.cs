using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary>Loads the certificate that signs manifests, and refuses one that cannot before anything is read from a tenant.</summary>
internal static class SigningChoice
{
    /// <summary>A run that has its signer keeps it.</summary>
    /// <exception cref="Failure">There is no such certificate, no key, a wrong password, or it does not hold now.</exception>
    public static Run Load(Run run)
    {
        if (run.Signer is not null || run.Settings.Signing is not { } signing)
            return run;

        var (certificate, further) = Find(signing, run);
        return ManifestSigner.Problem(certificate, run.Surroundings.Time.GetUtcNow()) is { } problem
            ? throw Bad(NameOf(signing), problem)
            : run with
            {
                Signer = new(certificate, further),
            };
    }

    private static (X509Certificate2, X509Certificate2Collection) Find(SigningSettings signing, Run run)
    {
        var password = Secrets.Read(signing.Password, "signing.password", run.Settings, run.Surroundings);
        var folder = Secrets.BaseOf(run.Settings, run.Surroundings);
        try
        {
            return signing.Thumbprint is { } thumbprint
                ? (CertificateStores.Find(thumbprint), [])
                : CertificateFiles.Read(
                    Path.GetFullPath(signing.Certificate!, folder),
                    signing.Key is { } key ? Path.GetFullPath(key, folder) : null,
                    password
                );
        }
        catch (Exception error)
            when (error
                    is CryptographicException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
                        or PlatformNotSupportedException
            )
        {
            throw Bad(NameOf(signing), error.Message);
        }
    }

    private static string NameOf(SigningSettings signing) =>
        signing.Certificate ?? $"of the store, {signing.Thumbprint}";

    private static Failure Bad(string name, string seen) =>
        new(
            ExitCode.Usage,
            $"The signing certificate {name} cannot be used.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Give a certificate with its private key that is valid now, and its password, under 'signing'; without that key nothing is signed."
        );
}
