using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GroupNotSecurityTests
{
    private const string Name = "RAG - Mail";

    [TestCase(true, true, "Microsoft 365 group")]
    [TestCase(true, false, "Microsoft 365 group")]
    [TestCase(false, true, "mail-enabled group")]
    public void Reports_a_microsoft_365_or_mail_enabled_group(
        bool isMicrosoft365,
        bool isMailEnabled,
        string observed
    ) =>
        Assert.That(
            Audit.With<GroupNotSecurity>(Tenant(isMicrosoft365, isMailEnabled)).Said,
            Is.EqualTo(new[] { (Name, observed, "group type Security, without mail") })
        );

    [Test]
    public void Weighs_little_and_tells_who_it_is_by_the_group_alone()
    {
        var run = Audit.With<GroupNotSecurity>(Tenant(isMicrosoft365: true, isMailEnabled: true));

        Assert.That(
            (run.Severities, run.Identity),
            Is.EqualTo((new[] { (Name, Severity.Low) }, new[] { $"group:{A.Id(Name):D}" }))
        );
    }

    [Test]
    public void Passes_a_security_group_without_mail() =>
        Assert.That(
            Audit.With<GroupNotSecurity>(Tenant(isMicrosoft365: false, isMailEnabled: false)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_ordinary_groups() =>
        Assert.That(
            Audit
                .With<GroupNotSecurity>(
                    A.Tenant.Group(
                        Name,
                        group => group with { IsRoleAssignable = false, IsMicrosoft365 = true, IsMailEnabled = true }
                    )
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase(null, false)]
    [TestCase(false, null)]
    public void Is_blind_where_the_type_was_not_read(bool? isMicrosoft365, bool? isMailEnabled)
    {
        var run = Audit.With<GroupNotSecurity>(Tenant(isMicrosoft365, isMailEnabled));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Name })));
    }

    [Test]
    public void Reports_what_one_property_tells_alone() =>
        Assert.That(
            Audit.With<GroupNotSecurity>(Tenant(isMicrosoft365: null, isMailEnabled: true)).Subjects,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Is_blind_where_a_group_may_be_role_assignable() =>
        Assert.That(
            Audit
                .With<GroupNotSecurity>(
                    A.Tenant.Group(Name, group => group with { IsRoleAssignable = null, IsMicrosoft365 = true })
                )
                .Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Is_not_evaluated_without_the_list_of_groups() =>
        Assert.That(
            Audit
                .With<GroupNotSecurity>(
                    Tenant(isMicrosoft365: true, isMailEnabled: true).Refuse(SnapshotParts.RoleAssignableGroups)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Tenant(bool? isMicrosoft365, bool? isMailEnabled) =>
        A.Tenant.Group(Name, group => group with { IsMicrosoft365 = isMicrosoft365, IsMailEnabled = isMailEnabled });
}
