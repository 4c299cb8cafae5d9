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

    /// <summary>The token of <c>auth.accessToken</c>.</summary>
    /// <exception cref="Failure">It is not where the configuration says, or is none.</exception>
    public static StaticToken GivenToken(Settings settings, Surroundings surroundings)
    {
        const string Key = "accessToken";
        var token =
            Secret(settings.Auth.AccessToken, Key, settings, surroundings)
            ?? throw Missing(
                Key,
                $"The sign-in mode {Settings.AccessTokenMode} needs it, and the configuration does not name it."
            );
        try
        {
            return new(token);
        }
        catch (ArgumentException)
        {
            throw Missing(Key, "It is empty, or holds blanks or characters outside ASCII.");
        }
    }

    private static string? Secret(SecretReference? reference, string key, Settings settings, Surroundings surroundings)
    {
        if (reference is null)
            return null;
        if (reference.Variable is { } name)
            return surroundings.Variable(name) is { Length: > 0 } secret
                ? secret
                : throw Missing(key, $"The variable {name} is not set.");

        var path = Path.GetFullPath(reference.File!, BaseOf(settings, surroundings));
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Missing(key, error.Message);
        }
    }

    /// <summary>Paths in a configuration are relative to its file.</summary>
    private static string BaseOf(Settings settings, Surroundings surroundings) =>
        Path.GetDirectoryName(settings.File) ?? surroundings.Folder;

    private static Failure Missing(string key, string seen) =>
        new(
            ExitCode.Usage,
            $"The secret auth.{key} cannot be read.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Set the variable, or correct the path of the file."
        );
}
