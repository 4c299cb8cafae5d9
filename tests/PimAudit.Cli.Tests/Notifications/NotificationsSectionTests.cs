using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Service;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Notifications;

public sealed class NotificationsSectionTests
{
    private const string Everything = """
        { "notifications": {
            "on": { "findings": "medium", "reviewOverdue": false },
            "channels": {
              "teams-soc": { "kind": "teams", "url": { "variable": "TEAMS" }, "on": { "findings": "none" } },
              "mail": { "kind": "mail", "host": "smtp.example.com", "port": 2525, "tls": "implicit", "user": "u",
                        "password": { "file": "password" }, "from": "a@contoso.example", "to": [ "b@contoso.example" ] },
              "siem": { "kind": "webhook", "url": "https://siem.example/in", "secret": { "variable": "KEY" },
                        "template": "siem.liquid", "headers": { "X-A": "b", "Authorization": { "variable": "AUTH" } } },
              "log": { "kind": "ndjson" }
            } } }
        """;

    [Test]
    public void Every_kind_of_channel_is_read()
    {
        var channels = SettingsFile.Read(Everything, "/somewhere/pimaudit.yaml").Notifications.Channels;

        Assert.That(channels.Select(one => one.Name), Is.EqualTo(["teams-soc", "mail", "siem", "log"]));
        Assert.That(
            channels.Select(one => one.On),
            Is.EqualTo([
                new NotifyOn(null, true, true, true, false),
                new NotifyOn(Severity.Medium, true, true, true, false),
                new NotifyOn(Severity.Medium, true, true, true, false),
                new NotifyOn(Severity.Medium, true, true, true, false),
            ])
        );
        var mail = (MailSettings)channels[1];
        Assert.That(
            (mail.Host, mail.Port, mail.Tls, mail.From, mail.To.Single()),
            Is.EqualTo(("smtp.example.com", 2525, MailTls.Implicit, "a@contoso.example", "b@contoso.example"))
        );
        var siem = (WebhookSettings)channels[2];
        Assert.That(siem.Headers.Select(one => one.Value(name => name + "!")), Is.EqualTo(["b", "AUTH!"]));
        Assert.That(siem.Template, Is.EqualTo(Path.GetFullPath("/somewhere/siem.liquid")));
    }

    [Test]
    public void The_schema_describes_it()
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text("config"));
        using var good = JsonDocument.Parse(Everything);
        using var bad = JsonDocument.Parse(
            """{ "notifications": { "channels": { "a": { "kind": "teams", "url": "x" } } } }"""
        );

        Assert.That(SchemaCheck.Problems(schema.RootElement, good.RootElement), Is.Empty);
        Assert.That(SchemaCheck.Problems(schema.RootElement, bad.RootElement), Is.Not.Empty);
    }

    [TestCase("chanels: {}", "notifications.chanels is not a key that PimAudit knows; did you mean 'channels'?")]
    [TestCase(
        "on: { findings: severe }",
        "on.findings is 'severe' but must be info, low, medium, high, critical or none"
    )]
    [TestCase("on: { scanMised: true }", "did you mean 'scanMissed'?")]
    [TestCase("channels: { a: { kind: slack } }", "a.kind is 'slack' but must be one of teams, mail, webhook, ndjson")]
    [TestCase("channels: { a: { url: x } }", "a.kind is missing")]
    [TestCase("channels: { 'a b': { kind: ndjson } }", "must be 1 to 40 of")]
    [TestCase("channels: { a: { kind: teams } }", "a.url is missing")]
    [TestCase("channels: { a: { kind: teams, url: https://hunter2.example } }", "a.url holds a secret")]
    [TestCase("channels: { a: { kind: webhook, url: http://hunter2.example } }", "a.url must begin with https://")]
    [TestCase(
        "channels: { a: { kind: webhook, url: https://u:hunter2@x.example } }",
        "a.url holds a user or a password"
    )]
    [TestCase("channels: { a: { kind: webhook, url: https://x, secret: hunter2 } }", "a.secret holds a secret")]
    [TestCase(
        "channels: { a: { kind: webhook, url: https://x, headers: { Authorization: hunter2 } } }",
        "headers.Authorization holds a secret"
    )]
    [TestCase(
        "channels: { a: { kind: webhook, url: https://x, headers: { Content-Type: text/plain } } }",
        "is set by PimAudit itself"
    )]
    [TestCase(
        "channels: { a: { kind: mail, host: x, tls: none, from: a@b.example, to: a@b.example } }",
        "is for a server on the machine itself"
    )]
    [TestCase(
        "channels: { a: { kind: mail, host: x, from: a@b.example, to: [ c ] } }",
        "holds something that is no mail address"
    )]
    [TestCase(
        "channels: { a: { kind: mail, host: x, user: u, from: a@b.example, to: a@b.example } }",
        "needs both user and password"
    )]
    [TestCase(
        "channels: { a: { kind: mail, host: x, port: 0, from: a@b.example, to: a@b.example } }",
        "between 1 and 65535"
    )]
    public void What_cannot_be_meant_is_refused_and_no_secret_repeated(string text, string expected)
    {
        var failure = Assert.Throws<Failure>(() => SettingsFile.Read($"notifications: {{ {text} }}", "pimaudit.yaml"))!;

        Assert.That(failure.Seen, Does.Contain(expected).And.Not.Contain("hunter2"));
    }

    [Test]
    public void A_mail_server_on_the_machine_itself_may_be_spoken_to_in_clear() =>
        Assert.That(
            SettingsFile
                .Read(
                    "notifications: { channels: { a: { kind: mail, host: 127.0.0.1, tls: none, from: a@b.example, to: a@b.example } } }",
                    "pimaudit.yaml"
                )
                .Notifications.Channels.OfType<MailSettings>()
                .Single()
                .Port,
            Is.EqualTo(25)
        );
}
