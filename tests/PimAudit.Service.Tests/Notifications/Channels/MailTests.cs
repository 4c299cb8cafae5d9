using MimeKit;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Notifications;

public sealed class MailTests
{
    [Test]
    public async Task Goes_over_STARTTLS_to_a_server_that_is_trusted()
    {
        using var certificate = Certificates.Make();
        await using var server = await MailReceiver.StartAsync(certificate);
        var channel = new MailChannel(Channel.Mail(server.Port), Channel.World()) { Trusted = certificate };

        var answer = await channel.SendAsync(Channel.Notice(), "pimaudit-0123", CancellationToken.None);

        Assert.That(answer, Is.EqualTo(new Answer(AnswerKind.Delivered, "The mail server took it.")));
        var mail = server.All.Single();
        Assert.That(
            (mail.Subject, mail.MessageId, mail.From.ToString(), mail.To.ToString(), mail.Date),
            Is.EqualTo(
                (
                    "PimAudit: Contoso: 1 new finding at or above high",
                    "pimaudit-0123@contoso.example",
                    "\"PimAudit\" <pimaudit@contoso.example>",
                    "soc@contoso.example",
                    Channel.Now
                )
            )
        );
        Assert.That(mail.TextBody, Does.Contain("PIM101, critical, 1: Role is held for good"));
        Assert.That(mail.HtmlBody, Does.Contain("<p>PIM101, critical, 1: Role is held for good</p>"));
        Assert.That(mail.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-generated"));
    }

    [Test]
    public async Task Goes_over_TLS_from_the_first_byte()
    {
        using var certificate = Certificates.Make();
        await using var server = await MailReceiver.StartAsync(certificate, isImplicit: true);
        var channel = new MailChannel(Channel.Mail(server.Port, MailTls.Implicit), Channel.World())
        {
            Trusted = certificate,
        };

        Assert.That(
            (await channel.SendAsync(Channel.Notice(), "k", CancellationToken.None)).Kind,
            Is.EqualTo(AnswerKind.Delivered)
        );
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail()
    {
        using var certificate = Certificates.Make();
        await using var server = await MailReceiver.StartAsync(certificate);

        var answer = await SendAsync(Channel.Mail(server.Port));

        Assert.That(
            answer,
            Is.EqualTo(new Answer(AnswerKind.TryAgain, "The mail server's certificate is not trusted, or TLS failed."))
        );
        Assert.That(server.All, Is.Empty);
    }

    [Test]
    public async Task A_trusted_certificate_for_another_name_is_refused()
    {
        using var certificate = Certificates.Make("mail.fabrikam.example");
        await using var server = await MailReceiver.StartAsync(certificate);
        var channel = new MailChannel(Channel.Mail(server.Port), Channel.World()) { Trusted = certificate };

        var answer = await channel.SendAsync(Channel.Notice(), "k", CancellationToken.None);

        Assert.That((answer.Kind, server.All.Count), Is.EqualTo((AnswerKind.TryAgain, 0)));
    }

    [Test]
    public async Task A_server_without_STARTTLS_gets_nothing_in_clear()
    {
        await using var server = await MailReceiver.StartAsync();

        var answer = await SendAsync(Channel.Mail(server.Port));

        Assert.That((answer.Kind, server.All.Count), Is.EqualTo((AnswerKind.TryAgain, 0)));
        Assert.That(answer.Why, Does.Contain("STARTTLS"));
    }

    [Test]
    public async Task A_wrong_password_is_told_and_not_tried_until_the_account_is_locked()
    {
        await using var server = await MailReceiver.StartAsync();

        var answer = await SendAsync(Channel.Mail(server.Port, MailTls.None, password: "wrong"));

        Assert.That(
            answer,
            Is.EqualTo(new Answer(AnswerKind.Refused, "The mail server does not accept user and password."))
        );
    }

    [Test]
    public async Task A_refused_recipient_does_not_keep_the_others_from_being_told()
    {
        await using var server = await MailReceiver.StartAsync();
        var settings = Channel.Mail(server.Port, MailTls.None) with
        {
            To = ["nobody@contoso.example", "soc@contoso.example"],
        };

        var answer = await SendAsync(settings);

        Assert.That(
            answer,
            Is.EqualTo(new Answer(AnswerKind.Delivered, "The mail server took it, but refused 1 of the recipients."))
        );
        Assert.That(server.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task When_no_recipient_is_accepted_the_mail_is_given_up()
    {
        await using var server = await MailReceiver.StartAsync();
        var settings = Channel.Mail(server.Port, MailTls.None) with
        {
            To = ["nobody@contoso.example", "noone@contoso.example"],
        };

        var answer = await SendAsync(settings);

        Assert.That(answer, Is.EqualTo(new Answer(AnswerKind.Refused, "The mail server refused the recipients: 550.")));
        Assert.That(server.All, Is.Empty);
    }

    [Test]
    public async Task A_server_that_is_away_is_tried_again()
    {
        int port;
        await using (var server = await MailReceiver.StartAsync())
            port = server.Port;

        var answer = await SendAsync(Channel.Mail(port, MailTls.None));

        Assert.That(answer, Is.EqualTo(new Answer(AnswerKind.TryAgain, "The connection to the mail server failed.")));
    }

    [TestCase("soc@contoso.example", true)]
    [TestCase("The SOC <soc@contoso.example>", true)]
    [TestCase("soc", false)]
    [TestCase("a@b.example, c@d.example", false)]
    [TestCase("a@b.example\r\nBcc: c@d.example", false)]
    [TestCase("", false)]
    public void An_address_is_one_address(string text, bool expected) =>
        Assert.That(MailSettings.IsAddress(text), Is.EqualTo(expected));

    private static Task<Answer> SendAsync(MailSettings settings) =>
        new MailChannel(settings, Channel.World()).SendAsync(Channel.Notice(), "pimaudit-0123", CancellationToken.None);
}
