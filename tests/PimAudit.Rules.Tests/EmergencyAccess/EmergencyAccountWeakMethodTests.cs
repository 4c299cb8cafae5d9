using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountWeakMethodTests
{
    private static readonly TenantSnapshot Tenant = A.Tenant.EmergencyAccounts("Glass 1");

    [TestCase("fido2")]
    [TestCase("fido2SecurityKey")]
    [TestCase("passKeyDeviceBound")]
    [TestCase("passKeyDeviceBoundAuthenticator")]
    [TestCase("passKeyDeviceBoundWindowsHello")]
    [TestCase("passKeySynced")]
    [TestCase("windowsHelloForBusiness")]
    [TestCase("macOsSecureEnclaveKey")]
    [TestCase("x509CertificateMultiFactor")]
    [TestCase("FIDO2SECURITYKEY")]
    public void One_phishing_resistant_method_is_enough(string method) =>
        Assert.That(Run(Tenant.WithMethods("Glass 1", "mobilePhone", method)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Names_what_is_registered_and_how_old_the_report_is()
    {
        var run = Run(Tenant.WithMethods("Glass 1", "microsoftAuthenticatorPush", "mobilePhone"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Glass 1", Severity.High) }));
            Assert.That(
                run.Findings.Single().Observed,
                Is.EqualTo("registered: microsoftAuthenticatorPush, mobilePhone, as of 2026-09-30 18:00 UTC")
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Glass 1"):D}" }));
        }
    }

    [Test]
    public void Reports_an_account_without_any_method() =>
        Assert.That(
            Run(Tenant.WithMethods("Glass 1")).Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "no method registered, as of 2026-09-30 18:00 UTC" })
        );

    [TestCase("microsoftAuthenticatorPasswordless")]
    [TestCase("temporaryAccessPass")]
    [TestCase("hardwareOneTimePasscode")]
    public void What_can_be_given_away_is_not_enough(string method) =>
        Assert.That(Run(Tenant.WithMethods("Glass 1", method)).Subjects, Is.EqualTo(new[] { "Glass 1" }));

    [Test]
    public void Blind_without_a_row() =>
        Assert.That(
            (Run(Tenant).Outcome, Run(Tenant).Blind),
            Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Glass 1" }))
        );

    [Test]
    public void Not_evaluated_without_the_report() =>
        Assert.That(
            Run(Tenant.WithMethods("Glass 1", "mobilePhone").Lose(SnapshotParts.RegistrationDetails)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Does_not_look_at_other_people() =>
        Assert.That(
            Run(
                Tenant
                    .WithMethods("Glass 1", "fido2SecurityKey")
                    .Users("Ines Falk")
                    .WithMethods("Ines Falk", "mobilePhone")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_without_emergency_accounts() =>
        Assert.That(Run(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EmergencyAccountWeakMethod>(tenant);
}
