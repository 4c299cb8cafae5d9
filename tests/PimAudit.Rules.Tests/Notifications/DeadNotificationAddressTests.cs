using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.TestKit.NotificationsOf;

namespace PimAudit.Rules.Tests;

public sealed class DeadNotificationAddressTests
{
    private const string Exchange = "Exchange Administrator";

    [TestCase("soc@contoso.example")]
    [TestCase("SOC@CONTOSO.EXAMPLE")]
    [TestCase(" soc@contoso.example ")]
    public void Silent_for_an_address_of_the_tenant(string address) =>
        Assert.That(Run(Telling(address)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Silent_without_added_recipients() => Assert.That(Run(Telling()).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase("soc@fabrikam.example")]
    [TestCase("soc@mail.contoso.example")]
    [TestCase("soc@contoso.example@evil.example")]
    [TestCase("soc")]
    public void Reports_an_address_of_another_domain(string address)
    {
        var run = Run(Telling(address));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.Low) }));
            Assert.That(run.Findings.Single().Observed, Is.EqualTo("not in a verified domain of the tenant"));
            Assert.That(run.Identity, Is.EquivalentTo(new[] { $"other:{address}", $"role:{A.Role(Exchange):D}" }));
        }
    }

    [Test]
    public void One_finding_for_each_address_whoever_it_is_told_of() =>
        Assert.That(
            Run(settings =>
                settings
                    .Telling(Activated, defaults: true, "b@fabrikam.example", "a@fabrikam.example")
                    .Telling("Notification_Approver_EndUser_Assignment", defaults: true, "A@fabrikam.example")
                    .Telling("Notification_Requestor_EndUser_Assignment", defaults: true, "c@contoso.example")
            )
                .Findings.Select(finding => finding.Title),
            Is.EquivalentTo(
                new[]
                {
                    "Notifications about Exchange Administrator go to a@fabrikam.example",
                    "Notifications about Exchange Administrator go to b@fabrikam.example",
                }
            )
        );

    [TestCase("fabrikam.example")]
    [TestCase("other.example,FABRIKAM.example")]
    public void A_domain_can_be_allowed(string domains) =>
        Assert.That(
            Run(Telling("soc@fabrikam.example"), ("allowDomains", domains)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_the_domains_were_not_told() =>
        Assert.That(
            Audit
                .With<DeadNotificationAddress>(
                    Tenant(Telling("soc@fabrikam.example")) with
                    {
                        Tenant = A.Tenant.Tenant with { Domains = null },
                    }
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [TestCase(SnapshotParts.Organization)]
    [TestCase(SnapshotParts.RoleSettings)]
    public void Not_evaluated_without_a_part(SnapshotParts part) =>
        Assert.That(
            Audit.With<DeadNotificationAddress>(Tenant(Telling("soc@fabrikam.example")).Lose(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Blind_where_the_settings_were_not_read() =>
        Assert.That(
            Audit
                .With<DeadNotificationAddress>(
                    Tenant(Telling("soc@fabrikam.example")).Lose(SnapshotParts.RoleSettings, A.Role(Exchange))
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    private static Func<RoleSettings, RoleSettings> Telling(params string[] added) =>
        settings => settings.Telling(Activated, defaults: true, added);

    private static TenantSnapshot Tenant(Func<RoleSettings, RoleSettings> change) =>
        A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", Exchange).Settings(Exchange, change);

    private static RuleRun Run(
        Func<RoleSettings, RoleSettings> change,
        params (string Name, string Value)[] parameters
    ) => Audit.With<DeadNotificationAddress>(Tenant(change), parameters);
}
