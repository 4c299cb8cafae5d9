using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Makes a sign-in from its settings, and reads secrets from where they are kept.</summary>
internal static class SignIns
{
    /// <exception cref="Failure">A secret is not where the configuration says.</exception>
    public static SignIn Create(Settings settings, Cloud cloud, Surroundings surroundings)
    {
        var auth = settings.Auth;
        return new()
        {
            Mode = SignIn.ModeNamed(auth.Mode),
            Cloud = cloud,
            Tenant = settings.Tenant,
            ClientId = auth.ClientId,
            Certificate = auth.Certificate is { } path ? Path.GetFullPath(path, BaseOf(settings, surroundings)) : null,
            CertificatePassword = Secret(auth.CertificatePassword, "certificatePassword", settings, surroundings),
            ClientSecret = Secret(auth.ClientSecret, "clientSecret", settings, surroundings),
            ShowDeviceCode = message => surroundings.Error.WriteLine(Printable.Of(message)),
        };
    }

    private static string? Secret(
        SecretReference? reference,
        string key,
        Settings settings,
        Surroundings surroundings
    ) => Secrets.Read(reference, $"auth.{key}", settings, surroundings);

    /// <summary>Paths in a configuration are relative to its file.</summary>
    private static string BaseOf(Settings settings, Surroundings surroundings) =>
        Secrets.BaseOf(settings, surroundings);
}
