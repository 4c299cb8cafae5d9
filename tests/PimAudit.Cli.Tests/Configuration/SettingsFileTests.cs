using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports;

namespace PimAudit.Cli.Tests.Configuration;

public sealed class SettingsFileTests
{
    [Test]
    public void An_empty_file_leaves_every_default()
    {
        var settings = SettingsFile.Read("", "pimaudit.yaml");

        Assert.That(
            (settings.Tenant, settings.Cloud, settings.Profiles.Single(), settings.Auth.Mode, settings.OutputFolder),
            Is.EqualTo(((Guid?)null, "global", "best-practices", "azure-cli", "pimaudit-out"))
        );
        Assert.That(settings.Formats, Is.EqualTo(new[] { "xlsx", "pdf", "json" }));
    }

    [Test]
    public void Every_key_of_the_format_is_read()
    {
        var settings = SettingsFile.Read(
            """
            tenant: 11111111-1111-1111-1111-111111111111
            cloud: usgov
            auth: { mode: certificate, clientId: 22222222-2222-2222-2222-222222222222, certificate: a.pfx, certificatePassword: { variable: PFX } }
            profile: document-only
            emergencyAccounts: [ 33333333-3333-3333-3333-333333333333, breakglass@contoso.example ]
            highlyPrivilegedRoles: [ 62e90394-69f5-4237-9190-012177145e10 ]
            rules:
              PIM204: { maxHours: 4, severity: low }
              PIM309: { enabled: false }
            waivers:
              - { rule: PIM101, targets: [ a, b ], reason: Migration, approvedBy: Head of security, expires: 2027-03-31 }
            owners: { PIM3xx: Identity team }
            outputs: { directory: out, formats: [ json ], classification: Internal, paper: letter, pages: 40 }
            """,
            "pimaudit.yaml"
        );

        Assert.That(settings.Cloud, Is.EqualTo("usgov"));
        Assert.That(settings.Auth.CertificatePassword, Is.EqualTo(new SecretReference("PFX", File: null)));
        Assert.That(
            settings.Audit.EmergencyAccounts,
            Is.EqualTo(new[] { "33333333-3333-3333-3333-333333333333", "breakglass@contoso.example" })
        );
        Assert.That(settings.Audit.HighlyPrivilegedRoles, Is.EqualTo(new[] { WellKnownRoles.GlobalAdministrator }));
        Assert.That(settings.Audit.Rules["PIM204"].Severity, Is.EqualTo(Severity.Low));
        Assert.That(settings.Audit.Rules["PIM204"].Parameters["maxHours"], Is.EqualTo(new[] { "4" }));
        Assert.That(settings.Audit.Rules["PIM309"].Enabled, Is.False);
        Assert.That(settings.Audit.Waivers.Single().Expires, Is.EqualTo(new DateOnly(2027, 3, 31)));
        Assert.That(settings.Audit.Owners["PIM3xx"], Is.EqualTo("Identity team"));
        Assert.That(settings.Formats, Is.EqualTo(new[] { "json" }));
        Assert.That(
            settings.FactsOf("hash"),
            Is.EqualTo(new ReportFacts("hash", "Internal", PaperSize.Letter, Pages: 40))
        );
    }

    [Test]
    public void Json_is_yaml() =>
        Assert.That(
            SettingsFile.Read("""{ "profile": "document-only" }""", "pimaudit.json").Profiles,
            Is.EqualTo(new[] { "document-only" })
        );

    [Test]
    public void Several_profiles_are_a_list_of_which_the_first_is_primary() =>
        Assert.That(
            SettingsFile.Read("profile: [ cis-m365, best-practices ]", "pimaudit.yaml").Profiles,
            Is.EqualTo(new[] { "cis-m365", "best-practices" })
        );

    [TestCase(
        "emergencyAcounts: []",
        "line 1: emergencyAcounts is not a key that PimAudit knows; did you mean 'emergencyAccounts'?"
    )]
    [TestCase("cloud: uk", "line 1: cloud is 'uk' but must be one of global, usgov, usgovdod, china")]
    [TestCase("tenant: contoso", "line 1: tenant is 'contoso' but must be an id (GUID)")]
    [TestCase("profile: [ a, b, a ]", "names 'a' twice")]
    [TestCase("- a", "is not a mapping of keys to values")]
    [TestCase("rules: { PIM204: { severity: severe } }", "rules.PIM204.severity is 'severe'")]
    [TestCase("rules: 4", "rules must be a mapping of keys to values")]
    [TestCase(
        "outputs: { formats: [ sariff ] }",
        "holds 'sariff'; this version writes xlsx, pdf, json, html, md, sarif"
    )]
    [TestCase("outputs: { formats: [ sariff ] }", "did you mean 'sarif'?")]
    [TestCase("outputs: { pages: 0 }", "must be from 1 to 1000")]
    [TestCase("outputs: { pages: 1001 }", "must be from 1 to 1000")]
    [TestCase("outputs: { pages: many }", "must be a whole number")]
    [TestCase("outputs: { paper: legal }", "must be one of a4, letter")]
    [TestCase("outputs: { classification: 12345678901234567890123456789012345678901 }", "longer than 40 letters")]
    [TestCase(
        "waivers: [ { rule: PIM101, targets: [ a ], reason: b, approvedBy: c } ]",
        "waivers[0].expires is missing"
    )]
    [TestCase("waivers: [ { rule: PIM101, expires: 31.12.2026 } ]", "must be a day such as 2027-03-31")]
    [TestCase("customRules: { a: b }", "customRules must be a list of values")]
    [TestCase("baseline: [ a ]", "baseline must be one value")]
    [TestCase("tenant: 1\ntenant: 2", "uplicate key")]
    [TestCase("a: [", "line 2")]
    [TestCase("---\na: 1\n---\nb: 2", "holds more than one document")]
    public void What_cannot_be_meant_is_refused_with_the_line(string text, string expected)
    {
        var failure = Assert.Throws<Failure>(() => SettingsFile.Read(text, "pimaudit.yaml"))!;

        Assert.That((failure.Code, failure.Seen), Is.EqualTo((ExitCode.Usage, failure.Seen)));
        Assert.That(failure.Seen, Does.Contain(expected));
    }

    [Test]
    public void A_secret_in_the_file_is_refused_and_not_repeated()
    {
        var failure = Assert.Throws<Failure>(() =>
            SettingsFile.Read("auth: { mode: client-secret, clientSecret: hunter2 }", "pimaudit.yaml")
        )!;

        Assert.That(failure.Seen, Does.Contain("auth.clientSecret holds a secret").And.Not.Contain("hunter2"));
    }

    [TestCase("{ variable: A, file: b }")]
    [TestCase("{ }")]
    public void A_reference_names_either_a_variable_or_a_file(string reference) =>
        Assert.That(
            Assert
                .Throws<Failure>(() => SettingsFile.Read($"auth: {{ clientSecret: {reference} }}", "pimaudit.yaml"))!
                .Seen,
            Does.Contain("must name either a variable or a file")
        );

    [Test]
    public void Reviewers_are_named_by_id() =>
        Assert.That(
            SettingsFile.Read("reviewers: { /: Noor Fairlie }", "pimaudit.yaml").Audit.Reviewers,
            Is.EqualTo(new Dictionary<string, string> { ["/"] = "Noor Fairlie" })
        );

    [Test]
    public void A_problem_that_the_rules_find_is_reported_with_its_line()
    {
        var settings = SettingsFile.Read(
            "profile: best-practices\nrules:\n  PIM204:\n    maxHour: 4\n",
            "pimaudit.yaml"
        );

        Assert.That(
            Assert.Throws<Failure>(() => Plans.Make(settings))!.Seen,
            Is.EqualTo("line 4: rules.PIM204.maxHour is no parameter of the rule; did you mean 'maxHours'?")
        );
    }
}
