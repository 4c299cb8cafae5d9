using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PimAudit.Service.Tests.Notifications;

/// <summary>A mail server on loopback: one account, and recipients whose names begin with "no" are refused.</summary>
internal sealed class MailReceiver : MessageStore, IMailboxFilter, IAsyncDisposable
{
    public const string User = "pimaudit";
    public const string Password = "correct horse";

    private readonly ConcurrentQueue<MimeMessage> received = new();
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    private MailReceiver() { }

    public int Port { get; private set; }

    public IReadOnlyList<MimeMessage> All => [.. received];

    /// <param name="certificate">Null offers no STARTTLS.</param>
    public static async Task<MailReceiver> StartAsync(X509Certificate2? certificate = null, bool isImplicit = false)
    {
        var receiver = new MailReceiver();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint =>
            {
                endpoint.Endpoint(new(IPAddress.Loopback, 0)).IsSecure(isImplicit).AllowUnsecureAuthentication();
                if (certificate is not null)
                    endpoint.Certificate(certificate);
            })
            .Build();
        var started = new TaskCompletionSource<int>();
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, told) => started.TrySetResult(((IPEndPoint)told.LocalEndPoint).Port);
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IEndpointListenerFactory)listeners);
        services.Add((IMessageStore)receiver);
        services.Add((IMailboxFilter)receiver);
        services.Add(
            (IUserAuthenticator)
                new DelegatingUserAuthenticator((user, password) => user == User && password == Password)
        );
        receiver.running = new SmtpServer.SmtpServer(options, services).StartAsync(receiver.stop.Token);
        receiver.Port = await started.Task;
        return receiver;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var stream = new MemoryStream(buffer.ToArray());
        received.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
        return SmtpResponse.Ok;
    }

    public Task<bool> CanAcceptFromAsync(
        ISessionContext context,
        IMailbox from,
        int size,
        CancellationToken cancellationToken
    ) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(
        ISessionContext context,
        IMailbox to,
        IMailbox from,
        CancellationToken cancellationToken
    ) => Task.FromResult(!to.User.StartsWith("no", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        stop.Dispose();
    }
}
