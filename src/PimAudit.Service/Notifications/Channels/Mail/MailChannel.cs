using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace PimAudit.Service;

/// <summary>Hands the notice to a mail server.</summary>
internal sealed class MailChannel(MailSettings settings, ChannelWorld world) : IChannel
{
    /// <summary>Trusted instead of what the machine trusts; null outside tests.</summary>
    internal X509Certificate2? Trusted { get; init; }

    public async Task<Answer> SendAsync(Notice notice, string key, CancellationToken cancellation)
    {
        using var message = MailBody.Of(notice, key, settings, world.Time.GetUtcNow());
        using var limit = new CancellationTokenSource(ChannelSet.TimeLimit, world.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var client = new MailClient { ServerCertificateValidationCallback = IsTrusted };
        try
        {
            await SignInAsync(client, either.Token);
            await client.SendAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(AnswerKind.TryAgain, "The mail server did not answer in time.");
        }
        catch (Exception error) when (Meaning(error) is { } answer)
        {
            return answer;
        }

        await LeaveAsync(client, either.Token);
        return new(AnswerKind.Delivered, "The mail server took it" + Missed(client.Refused));
    }

    private async Task SignInAsync(MailClient client, CancellationToken cancellation)
    {
        await client.ConnectAsync(settings.Host, settings.Port, Option(settings.Tls), cancellation);
        if (settings is { User: { } user, Password: { } password })
            await client.AuthenticateAsync(user, password(world.Variable), cancellation);
    }

    /// <summary>The message is taken: what happens to the farewell matters no more.</summary>
    private static async Task LeaveAsync(MailClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception error)
            when (error is OperationCanceledException or IOException or SocketException or ProtocolException)
        {
            // Nothing is lost.
        }
    }

    private static string Missed(int refused) =>
        refused == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $", but refused {refused} of the recipients.");

    private static SecureSocketOptions Option(MailTls tls) =>
        tls switch
        {
            MailTls.StartTls => SecureSocketOptions.StartTls,
            MailTls.Implicit => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        };

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (Trusted is null || certificate is not X509Certificate2 shown)
            return errors is SslPolicyErrors.None;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return false;

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(Trusted);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return own.Build(shown);
    }

    /// <summary>Replies are told by their number: their words repeat addresses. Null for what is no failure of the mail.</summary>
    private static Answer? Meaning(Exception error) =>
        error switch
        {
            SslHandshakeException => new(
                AnswerKind.TryAgain,
                "The mail server's certificate is not trusted, or TLS failed."
            ),
            NotSupportedException => new(
                AnswerKind.TryAgain,
                "The mail server does not offer STARTTLS, or no sign-in."
            ),
            AuthenticationException => new(AnswerKind.Refused, "The mail server does not accept user and password."),
            SmtpCommandException reply => Reply(reply),
            ProtocolException or IOException or SocketException or ServiceNotConnectedException => new(
                AnswerKind.TryAgain,
                "The connection to the mail server failed."
            ),
            _ => null,
        };

    private static Answer Reply(SmtpCommandException reply)
    {
        var what = reply.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => "refused the recipients",
            SmtpErrorCode.SenderNotAccepted => "refused the sender",
            _ => "refused the mail",
        };
        var code = (int)reply.StatusCode;
        return new(
            code >= 500 ? AnswerKind.Refused : AnswerKind.TryAgain,
            string.Create(CultureInfo.InvariantCulture, $"The mail server {what}: {code}.")
        );
    }
}
