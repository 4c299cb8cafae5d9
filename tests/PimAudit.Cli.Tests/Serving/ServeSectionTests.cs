using System.Net;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.Service;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Serving;

public sealed class ServeSectionTests
{
    private const string Whole = """
        {
          "schedule": { "cron": "0 30 2 * * ?", "timeZone": "Europe/Berlin", "jitter": "10m", "misfire": "skip", "timeLimit": "1h" },
          "serve": {
            "listen": "[::]:80", "grace": "1h", "stopGrace": "2m", "lease": "10s",
            "telemetry": { "endpoint": "https://collector.contoso.example:4318" }
          }
        }
        """;

    [Test]
    public void Every_key_is_read()
    {
        var settings = SettingsFile.Read(Whole, "pimaudit.yaml");

        Assert.That(
            settings.Serve,
            Is.EqualTo(
                new ServeSettings(
                    new(IPAddress.IPv6Any, 80),
                    new Uri("https://collector.contoso.example:4318"),
                    TimeSpan.FromHours(1),
                    TimeSpan.FromMinutes(2),
                    TimeSpan.FromSeconds(10)
                )
            )
        );
        Assert.That(
            settings.Schedule,
            Is.EqualTo(
                new TenantSchedule(
                    "",
                    Guid.Empty,
                    "0 30 2 * * ?",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
                    TimeSpan.FromMinutes(10),
                    MisfirePolicy.Skip,
                    TimeSpan.FromHours(1)
                )
            )
        );
    }

    [Test]
    public void Every_key_stands_in_the_schema_and_no_other_does()
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text("config"));
        using var whole = JsonDocument.Parse(Whole);
        using var odd = JsonDocument.Parse(Whole.Replace("stopGrace", "stopGrade", StringComparison.Ordinal));

        Assert.That(SchemaCheck.Problems(schema.RootElement, whole.RootElement), Is.Empty);
        Assert.That(SchemaCheck.Problems(schema.RootElement, odd.RootElement), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_service_is_asked_on_loopback_unless_it_is_told_otherwise() =>
        Assert.That(
            SettingsFile.Read("", "pimaudit.yaml").Serve.Listen,
            Is.EqualTo(new IPEndPoint(IPAddress.Loopback, 8085))
        );

    [Test]
    public void A_schedule_without_further_words_is_in_UTC_with_five_minutes_of_jitter() =>
        Assert.That(
            SettingsFile.Read("schedule: { cron: 0 30 2 * * ? }", "pimaudit.yaml").Schedule,
            Is.EqualTo(
                new TenantSchedule(
                    "",
                    Guid.Empty,
                    "0 30 2 * * ?",
                    TimeZoneInfo.Utc,
                    TimeSpan.FromMinutes(5),
                    MisfirePolicy.RunOnce,
                    TimeSpan.FromMinutes(30)
                )
            )
        );
}
