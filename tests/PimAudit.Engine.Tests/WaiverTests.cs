using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

public sealed class WaiverTests
{
    private static readonly ObjectRef Role = new(
        ObjectKind.Role,
        WellKnownRoles.GlobalAdministrator,
        "Global Administrator"
    );
    private static readonly ObjectRef Tenant = new(ObjectKind.Scope, "/", "whole tenant");
    private static readonly ObjectRef Unit = new(ObjectKind.Scope, "/administrativeUnits/7", "Branch");
    private static readonly DateOnly Today = new(2026, 10, 1);

    [TestCase(0, FindingStatus.Waived, WaiverState.Used)]
    [TestCase(-1, FindingStatus.Open, WaiverState.Expired)]
    [TestCase(365, FindingStatus.Waived, WaiverState.Used)]
    [TestCase(366, FindingStatus.Open, WaiverState.TooLong)]
    public void A_waiver_holds_through_its_last_day_and_no_further_than_the_profile_allows(
        int daysAhead,
        FindingStatus status,
        WaiverState state
    )
    {
        var result = Judge(Full() with { Expires = Today.AddDays(daysAhead) });

        Assert.That(
            (result.Findings.Single().Status, result.Waivers.Single().State, result.Waivers.Single().DaysLeft),
            Is.EqualTo((status, state, daysAhead))
        );
    }

    [Test]
    public void A_rule_whose_findings_are_all_waived_is_waived_and_not_a_pass()
    {
        var result = Judge(Full());

        Assert.That(
            (result.Rules.Single().Outcome, result.Findings.Single().WaivedUntil),
            Is.EqualTo((RuleOutcome.Waived, (DateOnly?)Today.AddDays(30)))
        );
    }

    [Test]
    public void The_scope_of_the_whole_tenant_is_implied() =>
        Assert.That(Judge(Full()).Waivers.Single().IsBroad, Is.False);

    [Test]
    public void Any_other_scope_must_be_named_or_the_waiver_is_broad() =>
        Assert.That(Judge(Full(), scope: Unit).Waivers.Single().IsBroad, Is.True);

    [Test]
    public void A_waiver_that_names_less_than_the_identity_is_broad_and_counts_what_it_covers()
    {
        var result = Judge(Full() with { Targets = [Role.Id] });

        Assert.That(
            (result.Findings.Single().Status, result.Waivers.Single().IsBroad, result.Waivers.Single().Covered),
            Is.EqualTo((FindingStatus.Waived, true, 1))
        );
    }

    [Test]
    public void A_broad_waiver_never_covers_a_critical_finding()
    {
        var result = Judge(Full() with { Targets = [Role.Id] }, Severity.Critical);

        Assert.That(
            (result.Findings.Single().Status, result.Waivers.Single().State, result.Waivers.Single().CriticalLeft),
            Is.EqualTo((FindingStatus.Open, WaiverState.Unused, 1))
        );
    }

    /// <summary>A rule that could not look may have had something for it to cover.</summary>
    [Test]
    public void A_waiver_of_a_rule_that_could_not_look_is_not_called_unused()
    {
        var gap = new Gap(SnapshotParts.GroupMembers, MissingReason.Permission, "said no");
        WaiverState[] states =
        [
            Covering(AuditConfiguration.Empty),
            Covering(AuditConfiguration.Empty, new Judgement.Blind(StubRule.Person(7), gap)),
            Covering(Configured.With("PIM101", enabled: false)),
            Covering(
                AuditConfiguration.Empty,
                new Judgement.Blind(StubRule.Person(7), gap),
                new Judgement.Meets(StubRule.Person(1)) { Identity = [Role] }
            ),
        ];

        Assert.That(
            states,
            Is.EqualTo(
                new[] { WaiverState.Unused, WaiverState.NotConfirmed, WaiverState.NotConfirmed, WaiverState.Unused }
            )
        );
    }

    /// <summary>A waiver of person and role, where the person has no fault.</summary>
    private static WaiverState Covering(AuditConfiguration configuration, params Judgement[] judgements) =>
        Judged.By(configuration with { Waivers = [Full()] }, StubRule.Saying(judgements)).Waivers.Single().State;

    [Test]
    public void A_full_waiver_covers_a_critical_finding() =>
        Assert.That(Judge(Full(), Severity.Critical).Findings.Single().Status, Is.EqualTo(FindingStatus.Waived));

    [Test]
    public void A_target_outside_the_identity_covers_nothing()
    {
        var result = Judge(Full() with { Targets = [StubRule.Person(1).Id, Role.Id, StubRule.Person(2).Id] });

        Assert.That(
            (result.Findings.Single().Status, result.Waivers.Single().State),
            Is.EqualTo((FindingStatus.Open, WaiverState.Unused))
        );
    }

    [Test]
    public void A_waiver_of_another_rule_covers_nothing()
    {
        var other = new StubRule(StubRule.Usual with { Id = "PIM102" }, _ => []);
        var result = Judged.By(
            AuditConfiguration.Empty with
            {
                Waivers = [Full() with { Rule = "PIM102" }],
            },
            StubRule.Saying(Draft(Severity.High, Tenant)),
            other
        );

        Assert.That(result.Findings.Single().Status, Is.EqualTo(FindingStatus.Open));
    }

    [Test]
    public void The_rule_may_be_named_by_its_fault_and_ids_in_any_case()
    {
        var result = Judge(
            Full() with
            {
                Rule = nameof(StubRule),
                Targets = [StubRule.Person(1).Id.ToUpperInvariant(), Role.Id.ToUpperInvariant()],
            }
        );

        Assert.That(result.Waivers.Single().State, Is.EqualTo(WaiverState.Used));
    }

    private static Waiver Full() =>
        new("PIM101", [StubRule.Person(1).Id, Role.Id], "Migration", "Head of security", Today.AddDays(30));

    private static AuditResult Judge(Waiver waiver, Severity severity = Severity.High, ObjectRef? scope = null) =>
        Judged.By(
            AuditConfiguration.Empty with
            {
                Waivers = [waiver],
            },
            StubRule.Saying(Draft(severity, scope ?? Tenant))
        );

    private static Judgement.Breaks Draft(Severity severity, ObjectRef scope) =>
        StubRule.Breaks(StubRule.Person(1), severity, Role, scope);
}
