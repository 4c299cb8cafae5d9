using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ApproversImplicitTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";

    [Test]
    public void Reports_approval_without_anybody_named() =>
        Assert.That(
            Audit.With<ApproversImplicit>(Tenant().Users("Dario Venn").Assigned("Dario Venn", Global)).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.Medium) })
        );

    [Test]
    public void Silent_when_somebody_is_named() =>
        Assert.That(
            Audit
                .With<ApproversImplicit>(
                    A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", Exchange).Settings(Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Weighs_more_when_nobody_but_emergency_accounts_could_approve() =>
        Assert.That(
            Audit.With<ApproversImplicit>(Tenant().EmergencyAccounts("Break Glass 1")).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.High) })
        );

    [TestCase(false, Severity.Medium)]
    [TestCase(true, Severity.High)]
    public void An_eligible_administrator_counts_only_where_he_needs_no_approval(bool approval, Severity severity) =>
        Assert.That(
            Audit
                .With<ApproversImplicit>(
                    A.Tenant.Settings(Global, settings => settings with { ApprovalRequired = approval })
                        .Settings("Privileged Role Administrator")
                        .Users("Ines Falk", "Dario Venn")
                        .Eligible("Ines Falk", Exchange)
                        .Eligible("Dario Venn", Global)
                        .Settings(Exchange, Unnamed)
                )
                .Severities,
            Is.EqualTo(new[] { (Exchange, severity) })
        );

    [Test]
    public void A_disabled_administrator_could_not_approve() =>
        Assert.That(
            Audit
                .With<ApproversImplicit>(
                    Tenant().User("Dario Venn", user => user with { IsEnabled = false }).Assigned("Dario Venn", Global)
                )
                .Severities,
            Is.EqualTo(new[] { (Exchange, Severity.High) })
        );

    [Test]
    public void An_administrator_who_is_not_known_might_approve() =>
        Assert.That(
            Audit.With<ApproversImplicit>(Tenant().Assigned("Somebody", Global)).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.Medium) })
        );

    [Test]
    public void May_be_allowed_while_somebody_could_approve()
    {
        var allowed = ("allowDefaultApprovers", "true");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Audit
                    .With<ApproversImplicit>(Tenant().Users("Dario Venn").Assigned("Dario Venn", Global), allowed)
                    .Findings,
                Is.Empty
            );
            Assert.That(
                Audit.With<ApproversImplicit>(Tenant(), allowed).Severities,
                Is.EqualTo(new[] { (Exchange, Severity.High) })
            );
        }
    }

    [Test]
    public void Does_not_look_at_settings_without_approval() =>
        Assert.That(
            Audit
                .With<ApproversImplicit>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Eligible("Ines Falk", Exchange)
                        .Settings(Exchange, settings => settings with { ApprovalRequired = false, Approvers = [] })
                )
                .Findings,
            Is.Empty
        );

    private static TenantSnapshot Tenant() =>
        A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", Exchange).Settings(Exchange, Unnamed);

    private static RoleSettings Unnamed(RoleSettings settings) => settings with { Approvers = [] };
}
