using NUnit.Framework;
using PimAudit.Service;

namespace PimAudit.Cli.Tests.Fleet;

public sealed class FleetFileTests
{
    private const string One = "11111111-1111-1111-1111-111111111111";
    private const string Two = "22222222-2222-2222-2222-222222222222";

    [Test]
    public void A_list_needs_aliases_and_tenants_alone()
    {
        var fleet = Read($"tenants: [ {{ alias: contoso, tenant: {One} }} ]");

        Assert.That((fleet.Parallel, fleet.OutputFolder), Is.EqualTo((4, "pimaudit-out")));
        Assert.That(
            fleet.Tenants.Select(tenant => (tenant.Alias, tenant.Id, tenant.TimeLimit, tenant.Schedule)),
            Is.EqualTo(new[] { ("contoso", Guid.Parse(One), TimeSpan.FromMinutes(30), (TenantSchedule?)null) })
        );
    }

    [Test]
    public void Mappings_are_laid_over_the_defaults_and_lists_replace()
    {
        var fleet = Read(
            $$"""
            defaults:
              profile: document-only
              emergencyAccounts: [ a@contoso.example ]
              rules: { PIM204: { maxHours: 4, severity: low }, PIM309: { enabled: false } }
              outputs: { formats: [ json ], classification: Internal }
            tenants:
              - alias: contoso
                tenant: {{One}}
                emergencyAccounts: [ b@contoso.example, c@contoso.example ]
                rules: { PIM204: { maxHours: 2 } }
              - { alias: fabrikam, tenant: {{Two}} }
            """
        );

        Assert.That(
            fleet.Tenants.Select(tenant => (tenant.Settings.Profiles.Single(), tenant.Settings.Classification)),
            Is.All.EqualTo(("document-only", "Internal"))
        );
        Assert.That(
            fleet.Tenants.Select(tenant => string.Join(" ", tenant.Settings.Audit.EmergencyAccounts)),
            Is.EqualTo(new[] { "b@contoso.example c@contoso.example", "a@contoso.example" })
        );
        Assert.That(
            fleet.Tenants.Select(tenant => tenant.Settings.Audit.Rules["PIM204"].Parameters["maxHours"].Single()),
            Is.EqualTo(new[] { "2", "4" })
        );
        Assert.That(
            fleet.Tenants.Select(tenant => tenant.Settings.Audit.Rules["PIM204"].Severity),
            Is.All.EqualTo(Model.Severity.Low)
        );
        Assert.That(fleet.Tenants.Select(tenant => tenant.Settings.Audit.Rules["PIM309"].Enabled), Is.All.False);
    }

    [Test]
    public void The_place_of_a_secret_replaces_that_of_the_defaults_as_a_whole()
    {
        var fleet = Read(
            $$"""
            defaults: { auth: { mode: client-secret, clientId: {{One}}, clientSecret: { variable: SECRET } } }
            tenants: [ { alias: contoso, tenant: {{One}}, auth: { clientSecret: { file: contoso.txt } } } ]
            """
        );

        Assert.That(
            fleet.Tenants.Single().Settings.Auth,
            Is.EqualTo(
                new AuthSettings(
                    "client-secret",
                    Guid.Parse(One),
                    Certificate: null,
                    CertificatePassword: null,
                    new(Variable: null, "contoso.txt")
                )
            )
        );
    }

    [Test]
    public void A_schedule_is_laid_over_that_of_the_list()
    {
        var fleet = Read(
            $$"""
            timeLimit: 10m
            schedule: { cron: "0 30 2 * * ?", timeZone: Europe/Berlin, jitter: 2m, misfire: skip }
            tenants:
              - { alias: contoso, tenant: {{One}} }
              - { alias: fabrikam, tenant: {{Two}}, timeLimit: 2h, schedule: { cron: "0 0 4 ? * MON", jitter: 0 } }
            """
        );

        Assert.That(
            fleet
                .Tenants.Select(tenant => tenant.Schedule!)
                .Select(plan => (plan.Alias, plan.Cron, plan.Zone.Id, plan.Jitter, plan.Misfire, plan.TimeLimit)),
            Is.EqualTo(
                new[]
                {
                    (
                        "contoso",
                        "0 30 2 * * ?",
                        "Europe/Berlin",
                        TimeSpan.FromMinutes(2),
                        MisfirePolicy.Skip,
                        TimeSpan.FromMinutes(10)
                    ),
                    (
                        "fabrikam",
                        "0 0 4 ? * MON",
                        "Europe/Berlin",
                        TimeSpan.Zero,
                        MisfirePolicy.Skip,
                        TimeSpan.FromHours(2)
                    ),
                }
            )
        );
    }

    [Test]
    public void Everything_that_is_wrong_is_told_at_once_and_with_its_line() =>
        Assert.That(
            ProblemsOf(
                $$"""
                parallel: 33
                defaults:
                  cloud: uk
                  tenant: {{One}}
                schedule: { cron: daily, timeZone: Europe/Nowhere }
                tenants:
                  - { alias: Contoso, tenant: {{One}} }
                  - { alias: fleet, tenant: {{One}} }
                  - { tenant: {{Two}}, rulez: {} }
                  - { alias: fabrikam }
                  - { alias: fabrikam, tenant: nobody, history: { connection: a } }
                """
            ),
            Is.EqualTo(
                new[]
                {
                    "line 1: parallel is 33 but must be 1 to 32",
                    "line 4: defaults.tenant does not belong to the defaults",
                    "line 3: defaults.cloud is 'uk' but must be one of global, usgov, usgovdod, china",
                    "line 7: tenants[0].alias is 'Contoso' but must be 1 to 40 of a-z, 0-9 and dash",
                    "line 5: schedule.cron is 'daily', which is no cron expression of Quartz such as 0 30 2 * * ? (seconds first)",
                    "line 5: schedule.timeZone is 'Europe/Nowhere', which is no time zone that this machine knows, such as Europe/Berlin",
                    "line 8: tenants[1].alias is 'fleet', a name that is taken",
                    $"line 8: tenants[1].tenant is the tenant of the entry in line 7 too",
                    "line 9: tenants[2].alias is missing",
                    "line 9: tenants[2].rulez is not a key that PimAudit knows; did you mean 'rules'?",
                    "line 10: tenants[3].tenant is missing",
                    "line 11: tenants[4].alias is 'fabrikam', as in line 10",
                    "line 11: tenants[4].history stands once for all tenants, at the top of the list",
                    "line 11: tenants[4].tenant is 'nobody' but must be an id (GUID)",
                }
            )
        );

    [Test]
    public void What_is_wrong_with_the_defaults_is_told_once() =>
        Assert.That(
            ProblemsOf(
                $$"""
                defaults: { rules: { PIM204: { maxHours: many }, PIM999: { enabled: false } } }
                tenants: [ { alias: contoso, tenant: {{One}} }, { alias: fabrikam, tenant: {{Two}} } ]
                """
            ),
            Has.Length.EqualTo(2)
                .And.Some.Contains("line 1: rules.PIM204.maxHours")
                .And.Some.Contains("line 1: rules.PIM999")
        );

    [TestCase("tenants: []", "line 1: tenants holds no tenant")]
    [TestCase("parallel: 0\ntenants: []", "line 1: parallel is 0 but must be 1 to 32")]
    [TestCase("- a", "is not a mapping of keys to values")]
    [TestCase("tenants: [ a ]", "must be a mapping")]
    [TestCase("{ tenants: [] , tenants: [] }", "line 1")]
    [TestCase(
        "tenants: []\nschedules: {}",
        "line 2: schedules is not a key that PimAudit knows; did you mean 'schedule'?"
    )]
    public void A_list_that_cannot_be_meant_is_refused(string text, string problem) =>
        Assert.That(ProblemsOf(text), Has.Some.Contains(problem));

    [TestCase("con")]
    [TestCase("com1")]
    [TestCase("../contoso")]
    [TestCase("contoso.example")]
    [TestCase("")]
    [TestCase("a b")]
    [TestCase("01234567890123456789012345678901234567890")]
    public void An_alias_that_could_not_be_a_folder_of_its_own_is_refused(string alias) =>
        Assert.That(
            ProblemsOf($"tenants: [ {{ alias: '{alias}', tenant: {One} }} ]"),
            Has.Length.EqualTo(1).And.Some.StartsWith("line 1: tenants[0].alias")
        );

    [TestCase("http://graph.example")]
    [TestCase("graph.example")]
    [TestCase("https://user:word@graph.example")]
    public void An_endpoint_to_which_no_token_may_go_is_refused(string endpoint) =>
        Assert.That(
            ProblemsOf($"tenants: [ {{ alias: contoso, tenant: {One}, endpoint: '{endpoint}' }} ]"),
            Has.Length.EqualTo(1).And.Some.StartsWith("line 1: tenants[0].endpoint must be the base URL of a Graph")
        );

    [Test]
    public void A_secret_in_the_list_is_refused_and_not_repeated() =>
        Assert.That(
            ProblemsOf(
                $"tenants: [ {{ alias: a, tenant: {One}, auth: {{ mode: access-token, accessToken: hunter2 }} }} ]"
            ),
            Has.Length.EqualTo(1).And.Some.Contains("auth.accessToken holds a secret").And.None.Contains("hunter2")
        );

    private static FleetSettings Read(string text) => FleetFile.Read(text, "fleet.yaml");

    private static string[] ProblemsOf(string text) => Assert.Throws<Failure>(() => Read(text))!.Seen.Split('\n');
}
