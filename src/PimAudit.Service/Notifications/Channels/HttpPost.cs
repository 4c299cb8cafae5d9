using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace PimAudit.Service;

/// <summary>Posts JSON once and says what the answer means. Follows no redirect, keeps no cookie, reads no body.</summary>
internal sealed class HttpPost(ChannelWorld world) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>An address to which a notice may go: encrypted, or on the machine itself.</summary>
    /// <exception cref="ChannelException">Another one. It is not repeated: it may be a secret.</exception>
    public static Uri Address(string text) =>
        Problem(text) is { } problem ? throw new ChannelException($"The url {problem}.") : new(text);

    /// <returns>The end of the sentence that starts with the key; null for an address that may be used.</returns>
    public static string? Problem(string text) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var url) ? "is no absolute address"
        : url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)
            ? "must begin with https:// (plain http goes to the machine itself alone)"
        : url.UserInfo.Length > 0 ? "holds a user or a password"
        : null;

    public async Task<Answer> SendAsync(
        Uri url,
        byte[] body,
        Action<HttpRequestHeaders> head,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json", "utf-8");
        request.Headers.UserAgent.Add(new("PimAudit", world.Version));
        head(request.Headers);

        using var limit = new CancellationTokenSource(ChannelSet.TimeLimit, world.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Meaning(response.StatusCode, Wait(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(AnswerKind.TryAgain, "There was no answer in time.");
        }
        catch (HttpRequestException error)
        {
            return new(AnswerKind.TryAgain, $"The connection failed: {error.HttpRequestError}.");
        }
    }

    public void Dispose() => http.Dispose();

    private static Answer Meaning(HttpStatusCode status, TimeSpan? wait)
    {
        var why = string.Create(CultureInfo.InvariantCulture, $"The receiver answered {(int)status}.");
        return (int)status switch
        {
            >= 200 and < 300 => new(AnswerKind.Delivered, why),
            >= 300 and < 400 => new(AnswerKind.Refused, why + " Redirects are not followed."),
            408 or 429 or >= 500 => new(AnswerKind.TryAgain, why, wait),
            _ => new(AnswerKind.Refused, why),
        };
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date - world.Time.GetUtcNow() is var wait && wait > TimeSpan.Zero => wait,
            _ => null,
        };
}
