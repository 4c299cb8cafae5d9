using Azure.Core;
using Azure.Identity;

namespace PimAudit.Collect;

/// <summary>Where the bearer token of a connection comes from.</summary>
public interface IAccessTokenSource
{
    /// <summary>A token that is valid now.</summary>
    /// <exception cref="SignInFailedException">No token could be had.</exception>
    ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Another token, because Graph no longer accepts this one.</summary>
    /// <param name="rejected">The token that was turned away.</param>
    /// <param name="claims">What Graph wants of the new one, as its challenge says; null when it did not say.</param>
    /// <returns>Null when there is no other.</returns>
    /// <exception cref="SignInFailedException">The sign-in failed.</exception>
    ValueTask<string?> RenewTokenAsync(string rejected, string? claims, CancellationToken cancellationToken);
}

/// <summary>A token that somebody else acquired, used as it is.</summary>
public sealed class StaticToken : IAccessTokenSource
{
    private readonly string token;

    /// <exception cref="ArgumentException">Empty, or with characters that no bearer token has.</exception>
    public StaticToken(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        this.token = token.Trim();
        if (this.token.Any(letter => letter is <= ' ' or > '~'))
            throw new ArgumentException("The access token holds blanks or characters outside ASCII.", nameof(token));
    }

    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(token);

    public ValueTask<string?> RenewTokenAsync(string rejected, string? claims, CancellationToken cancellationToken) =>
        ValueTask.FromResult<string?>(null);
}

/// <summary>Tokens from Azure.Identity, kept until shortly before they end: not every credential keeps its own.</summary>
/// <param name="credential">Signs in.</param>
/// <param name="scope">Such as <c>https://graph.microsoft.com/.default</c>.</param>
/// <param name="time">Tells when a token ends; null for the system's clock.</param>
public sealed class AzureIdentityToken(TokenCredential credential, string scope, TimeProvider? time = null)
    : IAccessTokenSource,
        IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly SemaphoreSlim gate = new(1, 1);
    private AccessToken? kept;

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (kept is not { } token || token.ExpiresOn - Margin <= clock.GetUtcNow())
                kept = token = await SignInAsync(new([scope]), cancellationToken);
            return token.Token;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Who comes second finds the token renewed already.</summary>
    public async ValueTask<string?> RenewTokenAsync(
        string rejected,
        string? claims,
        CancellationToken cancellationToken
    )
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (kept is not { } token || string.Equals(token.Token, rejected, StringComparison.Ordinal))
                kept = token = await SignInAsync(new([scope], claims: claims), cancellationToken);
            return string.Equals(token.Token, rejected, StringComparison.Ordinal) ? null : token.Token;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async ValueTask<AccessToken> SignInAsync(TokenRequestContext request, CancellationToken cancellation)
    {
        try
        {
            return await credential.GetTokenAsync(request, cancellation);
        }
        catch (AuthenticationFailedException failure)
        {
            throw new SignInFailedException(
                $"""
                Cannot sign in to Microsoft Graph.
                  {FirstLine(failure.Message)}
                  Nothing was read.
                  {(failure is CredentialUnavailableException
                      ? "Sign in there first (for azure-cli: az login), or choose another way with auth.mode or PIMAUDIT_AUTH_MODE."
                      : "Check the sign-in mode, the application id and its secret or certificate, then try again.")}
                """,
                failure
            );
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
