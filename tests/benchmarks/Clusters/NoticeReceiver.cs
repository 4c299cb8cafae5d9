using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PimAudit.Benchmarks;

/// <summary>A receiver of notifications that drops what it has seen, by the key, as it is asked to.</summary>
internal sealed class NoticeReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> messages = new(StringComparer.Ordinal);
    private int posts;

    private NoticeReceiver(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Different messages so far.</summary>
    public int Keys => messages.Count;

    /// <summary>What arrived, the same key again included.</summary>
    public int Posts => posts;

    /// <summary>The slots of what was told about a tenant, each message once.</summary>
    public IEnumerable<DateTimeOffset?> SlotsOf(Guid tenant) =>
        messages
            .Values.Select(body => JsonElement.Parse(body))
            .Where(body => body.GetProperty("tenantId").GetGuid() == tenant)
            .Select(body => (DateTimeOffset?)body.GetProperty("slot").GetDateTimeOffset());

    public static async Task<NoticeReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new NoticeReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        var addresses = receiver
            .app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        receiver.Address = new(addresses.Single());
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Interlocked.Increment(ref posts);
        messages.TryAdd(context.Request.Headers["Idempotency-Key"].ToString(), body);
    }
}
