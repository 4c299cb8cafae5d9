using MailKit.Net.Smtp;
using MimeKit;

namespace PimAudit.Service;

/// <summary>Delivers to those recipients whom the server accepts.</summary>
internal sealed class MailClient : SmtpClient
{
    public MailClient()
    {
        // As HTTP clients do: lists of revoked certificates are often out of reach of a locked-down machine.
        CheckCertificateRevocation = false;
        Timeout = (int)ChannelSet.TimeLimit.TotalMilliseconds;
    }

    /// <summary>Recipients whom the server did not accept.</summary>
    public int Refused { get; private set; }

    /// <summary>One wrong address must not keep the others from being told; when none is left, the last reply is the failure.</summary>
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        Refused++;
        if (Refused == message.To.Mailboxes.Count())
            base.OnRecipientNotAccepted(message, mailbox, response);
    }
}
