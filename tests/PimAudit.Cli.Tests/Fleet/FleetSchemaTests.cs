using System.Text.Json;
using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Fleet;

public sealed class FleetSchemaTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    [TestCase("""{ "tenants": [ { "alias": "contoso", "tenant": "ID" } ] }""")]
    [TestCase(
        """{ "tenants": [ { "alias": "contoso", "config": "contoso.yaml", "schedule": { "cron": "0 0 4 ? * MON" } } ] }"""
    )]
    [TestCase(
        """
            {
              "parallel": 4, "timeLimit": "30m", "history": { "connection": "Data Source=a.db" },
              "schedule": { "cron": "0 30 2 * * ?", "timeZone": "Europe/Berlin", "jitter": 0, "misfire": "skip", "timeLimit": "30m" },
              "defaults": { "profile": "best-practices", "rules": { "PIM204": { "maxHours": 4 } }, "auth": { "mode": "access-token" } },
              "tenants": [ { "alias": "contoso", "tenant": "ID", "endpoint": "http://127.0.0.1:1", "auth": { "accessToken": { "variable": "A" } } } ]
            }
            """
    )]
    public void Takes_what_the_program_takes(string list)
    {
        var text = list.Replace("ID", Id, StringComparison.Ordinal);

        Assert.That(Problems(text), Is.Empty);
        if (!text.Contains("\"config\"", StringComparison.Ordinal))
            Assert.That(() => FleetFile.Read(text, "fleet.yaml"), Throws.Nothing);
    }

    [TestCase("""{ "tenants": [ { "alias": "contoso" } ] }""")]
    [TestCase("""{ "tenants": [ { "alias": "Contoso", "tenant": "ID" } ] }""")]
    [TestCase("""{ "parallel": 0, "tenants": [ { "alias": "contoso", "tenant": "ID" } ] }""")]
    [TestCase("""{ "defaults": { "tenant": "ID" }, "tenants": [ { "alias": "contoso", "tenant": "ID" } ] }""")]
    [TestCase("""{ "tenants": [ { "alias": "contoso", "tenant": "ID", "rules": { "PIM204": { "maxHour": 4 } } } ] }""")]
    public void Refuses_what_the_program_refuses(string list)
    {
        var text = list.Replace("ID", Id, StringComparison.Ordinal);

        Assert.That(Problems(text), Is.Not.Empty);
        Assert.That(() => FleetFile.Read(text, "fleet.yaml"), Throws.InstanceOf<Failure>());
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text("fleet"));
        using var list = JsonDocument.Parse(text);
        return SchemaCheck.Problems(schema.RootElement, list.RootElement);
    }
}
