using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Makes a sign-in from its settings.</summary>
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
            Certificate = auth.Certificate is { } path
                ? Path.GetFullPath(path, Secrets.BaseOf(settings, surroundings))
                : null,
            CertificatePassword = Secret(auth.CertificatePassword, "certificatePassword"),
            ClientSecret = Secret(auth.ClientSecret, "clientSecret"),
            ShowDeviceCode = message => surroundings.Error.WriteLine(Printable.Of(message)),
        };

        string? Secret(SecretReference? reference, string key) =>
            Secrets.Read(reference, $"auth.{key}", settings, surroundings);
    }

    /// <summary>The token of <c>auth.accessToken</c>.</summary>
    /// <exception cref="Failure">It is not where the configuration says, or is none.</exception>
    public static StaticToken GivenToken(Settings settings, Surroundings surroundings)
    {
        const string Key = "auth.accessToken";
        var token =
            Secrets.Read(settings.Auth.AccessToken, Key, settings, surroundings)
            ?? throw Secrets.Missing(
                Key,
                $"The sign-in mode {Settings.AccessTokenMode} needs it, and the configuration does not name it."
            );
        try
        {
            return new(token);
        }
        catch (ArgumentException)
        {
            throw Secrets.Missing(Key, "It is empty, or holds blanks or characters outside ASCII.");
        }
    }
}
