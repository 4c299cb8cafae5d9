namespace PimAudit.Cli;

/// <summary>Reads the <c>auth:</c> mapping.</summary>
internal static class AuthSection
{
    public const string DefaultMode = "azure-cli";

    public static AuthSettings Read(YamlMap? auth)
    {
        if (auth is null)
            return new(DefaultMode, ClientId: null, Certificate: null, CertificatePassword: null, ClientSecret: null);

        var settings = new AuthSettings(
            auth.OneOf("mode", Settings.SignInModes) ?? DefaultMode,
            auth.Id("clientId"),
            auth.Text("certificate"),
            SecretSection.Read(auth, "certificatePassword"),
            SecretSection.Read(auth, "clientSecret")
        )
        {
            AccessToken = SecretSection.Read(auth, "accessToken"),
        };
        auth.RefuseOtherKeys();
        return settings;
    }
}
