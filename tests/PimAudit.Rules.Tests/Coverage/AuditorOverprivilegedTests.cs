using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class AuditorOverprivilegedTests
{
    [Test]
    public void Reports_what_does_more_than_read() =>
        Assert.That(
            Audit
                .With<AuditorOverprivileged>(
                    Holding("RoleManagement.ReadWrite.Directory", "AuditLog.Read.All", "Mail.Send")
                )
                .Said,
            Is.EqualTo(
                new[] { ("reader", "Mail.Send, RoleManagement.ReadWrite.Directory", "permissions to read alone") }
            )
        );

    [TestCase("RoleManagement.Read.Directory")]
    [TestCase("User.ReadBasic.All")]
    [TestCase("openid")]
    public void Reading_is_fine(string permission) =>
        Assert.That(Audit.With<AuditorOverprivileged>(Holding(permission)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void A_token_that_says_nothing_is_no_pass() =>
        Assert.That(Audit.With<AuditorOverprivileged>(Holding()).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Names_a_person_who_signed_in_himself()
    {
        var tenant = Holding("Mail.Send").Users("Ines Falk");

        Assert.That(
            Audit
                .With<AuditorOverprivileged>(
                    tenant with
                    {
                        Collection = tenant.Collection with { Identity = $"{A.Id("Ines Falk"):D}" },
                    }
                )
                .Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );
    }

    private static TenantSnapshot Holding(params string[] permissions) =>
        A.Tenant with
        {
            Collection = A.Tenant.Collection with { Permissions = [.. permissions] },
        };
}
