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
            Reference(auth, "certificatePassword"),
            Reference(auth, "clientSecret")
        )
        {
            AccessToken = Reference(auth, "accessToken"),
        };
        auth.RefuseOtherKeys();
        return settings;
    }

    /// <summary>A secret written down is refused, and never repeated in the message.</summary>
    private static SecretReference? Reference(YamlMap auth, string key)
    {
        if (!auth.Keys.Contains(key, StringComparer.Ordinal))
            return null;
        if (!auth.IsMap(key))
        {
            auth.Issue(
                key,
                "holds a secret; write { variable: NAME } or { file: PATH } instead, and change that secret"
            );
            return null;
        }

        var map = auth.Map(key)!;
        var reference = new SecretReference(map.Text("variable"), map.Text("file"));
        if (reference is { Variable: null } == reference is { File: null })
            auth.Issue(key, "must name either a variable or a file");
        map.RefuseOtherKeys();
        return reference;
    }
}
