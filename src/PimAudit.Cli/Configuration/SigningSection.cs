namespace PimAudit.Cli;

/// <summary>The certificate that signs manifests.</summary>
/// <param name="Certificate">Path of a PFX or PEM file, relative to the configuration; null when it is in a store.</param>
/// <param name="Key">Path of the private key, where it is not in the PEM file itself.</param>
/// <param name="Thumbprint">SHA-1 of a certificate in the current user's, or the machine's, personal store; null when it is in a file.</param>
internal sealed record SigningSettings(string? Certificate, string? Key, SecretReference? Password, string? Thumbprint);

/// <summary>Reads the <c>signing:</c> mapping.</summary>
internal static class SigningSection
{
    private const int ThumbprintDigits = 40;

    /// <returns>Null without one: nothing is signed.</returns>
    public static SigningSettings? Read(YamlMap? signing)
    {
        if (signing is null)
            return null;

        var settings = new SigningSettings(
            signing.Text("certificate"),
            signing.Text("key"),
            SecretSection.Read(signing, "password"),
            signing.Text("thumbprint")
        );
        if (settings.Certificate is null == settings.Thumbprint is null)
            signing.Issue("certificate", "must name a file, or thumbprint a certificate in a store, and not both");
        if (settings.Thumbprint is { } thumbprint && !IsThumbprint(thumbprint))
            signing.Issue("thumbprint", $"is '{thumbprint}' but must be {ThumbprintDigits} hex digits");
        if (settings is { Thumbprint: not null } and ({ Key: not null } or { Password: not null }))
            signing.Issue("thumbprint", "stands beside a key or a password, which only a file has");
        signing.RefuseOtherKeys();
        return settings;
    }

    private static bool IsThumbprint(string text) => text.Length == ThumbprintDigits && text.All(char.IsAsciiHexDigit);
}
