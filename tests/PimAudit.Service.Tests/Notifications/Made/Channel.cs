using Microsoft.Extensions.Time.Testing;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Service.Tests.Notifications;

/// <summary>Channels and messages as expressions.</summary>
internal static class Channel
{
    public static readonly DateTimeOffset Now = new(2026, 10, 1, 6, 5, 0, TimeSpan.Zero);

    public static ChannelWorld World(FakeTimeProvider? time = null, TextWriter? lines = null) =>
        new(_ => null, time ?? new FakeTimeProvider(Now), lines ?? TextWriter.Null, "1.0");

    public static SecretReader Kept(string secret) => _ => secret;

    public static WebhookSettings Webhook(string url, string? secret = null, string? template = null) =>
        new(
            "hook",
            NotifyOn.Default,
            Kept(url),
            secret is null ? null : Kept(secret),
            template,
            [new("X-Source", Kept("PimAudit"))]
        );

    public static MailSettings Mail(
        int port,
        MailTls tls = MailTls.StartTls,
        string password = MailReceiver.Password
    ) =>
        new(
            "mail",
            NotifyOn.Default,
            "localhost",
            port,
            tls,
            MailReceiver.User,
            Kept(password),
            "PimAudit <pimaudit@contoso.example>",
            ["soc@contoso.example"]
        );

    public static ChannelSet Set(ChannelSettings settings, ChannelWorld world) => new(new([settings]), world);

    /// <param name="name">Of the tenant.</param>
    /// <param name="title">Of the rule.</param>
    public static Notice Notice(string name = "Contoso", string title = "Role is held for good")
    {
        var now = AResult.Empty.With(AResult.Finding("PIM101", Severity.Critical)) with
        {
            Tenant = AResult.Empty.Tenant with { DisplayName = name },
            Rules = [AResult.Rule("PIM101", title)],
        };
        return RunNotice.Of(now.After(AResult.Empty), NotifyOn.Default)!;
    }

    public static OutboxMessage Message(string channel, Notice? notice = null, string key = "pimaudit-0123") =>
        new(key, TestKit.A.Id("Contoso"), channel, NoticeJson.Write(notice ?? Notice()));
}
