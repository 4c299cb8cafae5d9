using Azure.Core;
using Azure.Identity;

namespace PimAudit.Collect;

/// <summary>Where the bearer token of a connection comes from.</summary>
public interface IAccessTokenSource
{
    /// <summary>A token that is valid now.</summary>
    /// <exception cref="SignInFailedException">No token could be had.</exception>
    ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);
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
}

/// <summary>Tokens from Azure.Identity, which keeps and renews them.</summary>
/// <param name="credential">Signs in.</param>
/// <param name="scope">Such as <c>https://graph.microsoft.com/.default</c>.</param>
public sealed class AzureIdentityToken(TokenCredential credential, string scope) : IAccessTokenSource
{
    private readonly TokenRequestContext request = new([scope]);

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await credential.GetTokenAsync(request, cancellationToken)).Token;
        }
        catch (AuthenticationFailedException failure)
        {
            throw new SignInFailedException(
                $"""
                Cannot sign in to Microsoft Graph.
                  {FirstLine(failure.Message)}
                  Nothing was read.
                  Check the sign-in mode, the application id and its secret or certificate, then try again.
                """,
                failure
            );
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
