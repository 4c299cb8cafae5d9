using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ActivationTooShortTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Exchange";

    [TestCase(30, "30 min")]
    [TestCase(59, "59 min")]
    public void Reports_a_maximum_below_an_hour(int minutes, string observed) =>
        Assert.That(
            Audit.With<ActivationTooShort>(Activating(minutes)).Said,
            Is.EqualTo(new[] { (Exchange, observed, "at least 1 h") })
        );

    [TestCase(60)]
    [TestCase(8 * 60)]
    [TestCase(24 * 60)]
    public void Silent_from_an_hour_on(int minutes) =>
        Assert.That(Audit.With<ActivationTooShort>(Activating(minutes)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Only_informs() =>
        Assert.That(
            Audit.With<ActivationTooShort>(Activating(30)).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.Info) })
        );

    [Test]
    public void Has_a_floor_that_can_be_moved() =>
        Assert.That(
            Audit.With<ActivationTooShort>(Activating(3 * 60), ("minHours", "4")).Said,
            Is.EqualTo(new[] { (Exchange, "3 h", "at least 4 h") })
        );

    [Test]
    public void Leaves_highly_privileged_roles_alone() =>
        Assert.That(
            Audit
                .With<ActivationTooShort>(
                    A.Tenant.Settings(Global, Short)
                        .Settings("Privileged Role Administrator")
                        .Users("Ines Falk")
                        .Eligible("Ines Falk", Global)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase(Exchange, new[] { Group })]
    [TestCase(Global, new string[0])]
    public void Judges_a_group_by_the_highest_role_behind_it(string role, string[] subjects) =>
        Assert.That(
            Audit
                .With<ActivationTooShort>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Assigned(Group, "Reports Reader")
                        .Assigned(Group, role)
                        .EligibleMember(Group, "Ines Falk")
                        .GroupSettings(Group, GroupAccess.Member, Short)
                )
                .Subjects,
            Is.EqualTo(subjects)
        );

    [Test]
    public void Blind_where_the_policy_does_not_say() =>
        Assert.That(
            Audit
                .With<ActivationTooShort>(
                    Tenant.Settings(Exchange, settings => settings with { LongestActivation = null })
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Blind_on_settings_that_could_not_be_read() =>
        Assert.That(
            Audit.With<ActivationTooShort>(Activating(30).Lose(SnapshotParts.RoleSettings, A.Role(Exchange))).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit.With<ActivationTooShort>(Activating(30).Lose(SnapshotParts.RoleSettings)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Tenant =>
        A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", Exchange);

    private static TenantSnapshot Activating(int minutes) =>
        Tenant.Settings(Exchange, settings => settings with { LongestActivation = TimeSpan.FromMinutes(minutes) });

    private static RoleSettings Short(RoleSettings settings) =>
        settings with
        {
            LongestActivation = TimeSpan.FromMinutes(30),
        };
}
