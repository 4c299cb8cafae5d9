using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PimAudit.Service.Tests.Notifications;

/// <summary>A request as it arrived.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A web server on loopback that answers as a test wants.</summary>
internal sealed class HttpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> received = new();

    private HttpReceiver(WebApplication app) => this.app = app;

    public IReadOnlyList<Received> All => [.. received];

    public string Url => app.Urls.Single() + "/hook?sig=do-not-tell";

    /// <param name="answer">Told how many requests came before.</param>
    public static async Task<HttpReceiver> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HttpReceiver(builder.Build());
        receiver.app.Run(context => receiver.TakeAsync(context, answer));
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<HttpReceiver> AnsweringAsync(int status, string? retryAfter = null) =>
        StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                if (retryAfter is not null)
                    context.Response.Headers.RetryAfter = retryAfter;
                if (status is >= 300 and < 400)
                    context.Response.Headers.Location = "/elsewhere";
                return Task.CompletedTask;
            }
        );

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, Func<HttpContext, int, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var before = received.Count;
        received.Enqueue(
            new(
                context.Request.Path,
                context.Request.Headers.ToDictionary(
                    one => one.Key,
                    one => one.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body
            )
        );
        await answer(context, before);
    }
}
