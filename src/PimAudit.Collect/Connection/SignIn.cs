using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace PimAudit.Collect;

/// <summary>How to sign in.</summary>
public enum SignInMode
{
    ManagedIdentity,
    WorkloadIdentity,
    Certificate,
    ClientSecret,
    DeviceCode,
    Interactive,
    AzureCli,
    Environment,
}

/// <summary>Everything that a sign-in needs; holds secrets, so it is never printed.</summary>
public sealed class SignIn
{
    public required SignInMode Mode { get; init; }

    public Cloud Cloud { get; init; } = Cloud.Global;

    /// <summary>Null where the mode finds the tenant by itself.</summary>
    public Guid? Tenant { get; init; }

    /// <summary>Client id; null for the mode's own.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Path of a PFX or PEM file.</summary>
    public string? Certificate { get; init; }

    public string? CertificatePassword { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Shows the message that tells a person where to type the device code.</summary>
    public Action<string>? ShowDeviceCode { get; init; }

    /// <exception cref="ArgumentException">No mode has this name.</exception>
    public static SignInMode ModeNamed(string name) =>
        name switch
        {
            "managed-identity" => SignInMode.ManagedIdentity,
            "workload-identity" => SignInMode.WorkloadIdentity,
            "certificate" => SignInMode.Certificate,
            "client-secret" => SignInMode.ClientSecret,
            "device-code" => SignInMode.DeviceCode,
            "interactive" => SignInMode.Interactive,
            "azure-cli" => SignInMode.AzureCli,
            "environment" => SignInMode.Environment,
            _ => throw new ArgumentException($"There is no sign-in mode '{name}'.", nameof(name)),
        };

    /// <summary>Makes the token source; nobody signs in before the first token is asked for.</summary>
    /// <exception cref="SignInFailedException">The mode needs something that is missing, or the certificate cannot be read.</exception>
    public IAccessTokenSource CreateTokenSource() => new AzureIdentityToken(Credential(), Cloud.Scope);

    private TokenCredential Credential() =>
        Mode switch
        {
            SignInMode.ManagedIdentity => new ManagedIdentityCredential(
                ClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id.ToString("D"))
                    : ManagedIdentityId.SystemAssigned
            ),
            SignInMode.WorkloadIdentity => WorkloadIdentity(),
            SignInMode.Certificate => new ClientCertificateCredential(
                Needed(Tenant, "tenant"),
                Needed(ClientId, "auth.clientId"),
                ReadCertificate(),
                new ClientCertificateCredentialOptions { AuthorityHost = Cloud.Authority }
            ),
            SignInMode.ClientSecret => new ClientSecretCredential(
                Needed(Tenant, "tenant"),
                Needed(ClientId, "auth.clientId"),
                Needed(ClientSecret, "auth.clientSecret"),
                new ClientSecretCredentialOptions { AuthorityHost = Cloud.Authority }
            ),
            SignInMode.DeviceCode => DeviceCode(),
            SignInMode.Interactive => Interactive(),
            SignInMode.AzureCli => new AzureCliCredential(
                new AzureCliCredentialOptions { AuthorityHost = Cloud.Authority, TenantId = Tenant?.ToString("D") }
            ),
            SignInMode.Environment => new EnvironmentCredential(
                new EnvironmentCredentialOptions { AuthorityHost = Cloud.Authority }
            ),
            _ => throw new InvalidOperationException($"The sign-in mode {Mode} has no credential."),
        };

    private WorkloadIdentityCredential WorkloadIdentity()
    {
        var options = new WorkloadIdentityCredentialOptions { AuthorityHost = Cloud.Authority };
        if (Tenant is { } tenant)
            options.TenantId = tenant.ToString("D");
        if (ClientId is { } client)
            options.ClientId = client.ToString("D");
        return new(options);
    }

    private DeviceCodeCredential DeviceCode()
    {
        var show =
            ShowDeviceCode ?? throw Missing("a way to show the code", "run it on a terminal, or choose another mode");
        var options = new DeviceCodeCredentialOptions
        {
            AuthorityHost = Cloud.Authority,
            TenantId = Tenant?.ToString("D"),
            DeviceCodeCallback = (code, _) =>
            {
                show(code.Message);
                return Task.CompletedTask;
            },
        };
        if (ClientId is { } client)
            options.ClientId = client.ToString("D");
        return new(options);
    }

    private InteractiveBrowserCredential Interactive()
    {
        var options = new InteractiveBrowserCredentialOptions
        {
            AuthorityHost = Cloud.Authority,
            TenantId = Tenant?.ToString("D"),
        };
        if (ClientId is { } client)
            options.ClientId = client.ToString("D");
        return new(options);
    }

    private X509Certificate2 ReadCertificate()
    {
        var path = Needed(Certificate, "auth.certificate");
        try
        {
            if (!File.Exists(path))
                throw new FileNotFoundException("The file does not exist.");
            return X509Certificate2.GetCertContentType(path) is X509ContentType.Pfx
                ? X509CertificateLoader.LoadPkcs12FromFile(path, CertificatePassword)
                : FromPem(path);
        }
        catch (Exception failure)
            when (failure
                    is System.Security.Cryptography.CryptographicException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new SignInFailedException(
                $"""
                Cannot read the certificate '{path}'.
                  {failure.Message}
                  Nobody was signed in and nothing was read.
                  Name a PFX or PEM file that holds the private key, and its password where it has one.
                """,
                failure
            );
        }
    }

    private X509Certificate2 FromPem(string path) =>
        CertificatePassword is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509Certificate2.CreateFromPemFile(path);

    private string Needed(Guid? value, string key) => Needed(value?.ToString("D"), key);

    private string Needed(string? value, string key) =>
        string.IsNullOrWhiteSpace(value) ? throw Missing($"'{key}'", $"set {key}, or choose another mode") : value;

    private SignInFailedException Missing(string what, string cure) =>
        new(
            $"""
            Cannot sign in to Microsoft Graph.
              The sign-in mode {Mode} needs {what}, which is not there.
              Nothing was read.
              In the configuration, {cure}.
            """
        );
}
