namespace PimAudit.Cli;

/// <summary>Where a secret is kept; never the secret itself.</summary>
/// <param name="Variable">Name of an environment variable; null when the secret is in a file.</param>
/// <param name="File">Path; null when the secret is in a variable.</param>
internal sealed record SecretReference(string? Variable, string? File);

/// <summary>How to sign in.</summary>
/// <param name="Mode">Such as <c>managed-identity</c>.</param>
/// <param name="ClientId">Application (client) id; null for the mode's own.</param>
/// <param name="Certificate">Path of a PFX or PEM file; null when the mode needs none.</param>
internal sealed record AuthSettings(
    string Mode,
    Guid? ClientId,
    string? Certificate,
    SecretReference? CertificatePassword,
    SecretReference? ClientSecret
)
{
    /// <summary>A token that somebody else acquired, for the mode <see cref="Settings.AccessTokenMode"/>; null elsewhere.</summary>
    public SecretReference? AccessToken { get; init; }
}
