using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class RiskyGroupOwnerTests
{
    private const string Group = "RAG - Helpdesk";
    private const string Owner = "Ines Falk";

    [Test]
    public void Reports_a_guest() =>
        Assert.That(
            Said(Groups().User(Owner, user => user with { UserType = "Guest" }).Owner(Group, Owner)),
            Is.EqualTo(new[] { ("the owner is a guest", Severity.High) })
        );

    [Test]
    public void Reports_a_disabled_owner() =>
        Assert.That(
            Said(Groups().User(Owner, user => user with { IsEnabled = false }).Owner(Group, Owner)),
            Is.EqualTo(new[] { ("the owner is disabled", Severity.High) })
        );

    [Test]
    public void Reports_a_service_principal() =>
        Assert.That(
            Said(Groups().Workloads(Owner).Owner(Group, Owner)),
            Is.EqualTo(new[] { ("the owner is a service principal", Severity.High) })
        );

    [Test]
    public void Reports_a_guest_who_may_become_owner_by_an_activation() =>
        Assert.That(
            Said(Groups().User(Owner, user => user with { UserType = "Guest" }).EligibleOwner(Group, Owner)),
            Is.EqualTo(new[] { ("the owner is a guest", Severity.High) })
        );

    [Test]
    public void Passes_an_enabled_owner_of_the_tenant() =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(Groups().Users(Owner).Owner(Group, Owner)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_a_standing_owner_of_a_just_in_time_group()
    {
        var run = Audit.With<RiskyGroupOwner>(JustInTime().Owner(Group, Owner));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Group,
                            "the owner is a standing owner while members have to activate",
                            "no owner, or enabled people of the tenant; eligible owners where the members have to activate"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Group, Severity.Medium) }));
            Assert.That(run.Identity, Is.EquivalentTo(new[] { $"group:{A.Id(Group):D}", $"user:{A.Id(Owner):D}" }));
        }
    }

    [Test]
    public void Reports_the_guest_among_the_standing_owners_once_and_as_high() =>
        Assert.That(
            Said(
                Groups()
                    .Users("Mira Solberg")
                    .EligibleMember(Group, "Mira Solberg")
                    .User(Owner, user => user with { UserType = "Guest" })
                    .Owner(Group, Owner)
            ),
            Is.EqualTo(
                new[] { ("the owner is a guest, a standing owner while members have to activate", Severity.High) }
            )
        );

    [Test]
    public void Passes_an_owner_who_has_to_activate() =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(JustInTime().EligibleOwner(Group, Owner)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>The directory lists him among the owners while he is at work.</summary>
    [Test]
    public void Passes_an_owner_who_is_at_work() =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(AtWork(JustInTime().EligibleOwner(Group, Owner))).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>Eligible owners make no group just-in-time.</summary>
    [Test]
    public void Passes_a_standing_owner_beside_an_eligible_one() =>
        Assert.That(
            Audit
                .With<RiskyGroupOwner>(
                    Groups()
                        .Users(Owner, "Mira Solberg")
                        .Member(Group, "Mira Solberg")
                        .Owner(Group, Owner)
                        .EligibleOwner(Group, "Mira Solberg")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(2, false)]
    [TestCase(3, true)]
    public void Counts_standing_owners(int owners, bool isFinding) =>
        Assert.That(
            Said(WithOwners(owners)),
            Is.EqualTo(isFinding ? new[] { ("3 standing owners", Severity.Low) } : [])
        );

    [Test]
    public void Tells_a_group_with_too_many_owners_by_the_group_alone() =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(WithOwners(3)).Identity,
            Is.EqualTo(new[] { $"group:{A.Id(Group):D}" })
        );

    [TestCase("3", false)]
    [TestCase("2", true)]
    [TestCase("0", true)]
    public void Allows_as_many_as_the_configuration_says(string most, bool isFinding) =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(WithOwners(3), ("maxOwners", most)).Findings,
            isFinding ? Has.Length.EqualTo(1) : Is.Empty
        );

    [Test]
    public void Does_not_count_owners_who_have_to_activate() =>
        Assert.That(
            Audit
                .With<RiskyGroupOwner>(WithOwners(2).Users("Mira Solberg").EligibleOwner(Group, "Mira Solberg"))
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_ordinary_groups() =>
        Assert.That(
            Audit
                .With<RiskyGroupOwner>(
                    A.Tenant.Group(Group, group => group with { IsRoleAssignable = false })
                        .User(Owner, user => user with { UserType = "Guest" })
                        .Owner(Group, Owner)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Leaves_groups_among_the_owners_to_the_rules_about_nesting() =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(JustInTime().Groups("RAG - Inner").EligibleOwner(Group, "RAG - Inner")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_the_owners_were_not_read() =>
        Blind(Groups().Users(Owner).Owner(Group, Owner).Lose(SnapshotParts.GroupOwners, A.Id(Group)));

    [Test]
    public void Is_blind_where_the_eligible_owners_were_not_read() =>
        Blind(Groups().Lose(SnapshotParts.GroupEligibilities, A.Id(Group)));

    [Test]
    public void Is_blind_where_nobody_can_say_who_stands() =>
        Blind(JustInTime().Owner(Group, Owner).Lose(SnapshotParts.GroupAssignments, A.Id(Group)));

    [Test]
    public void Is_blind_where_it_is_unknown_whether_members_have_to_activate() =>
        Blind(JustInTime().Owner(Group, Owner).Lose(SnapshotParts.GroupEligibilities, A.Id(Group)));

    [Test]
    public void Is_blind_on_too_many_where_nobody_can_say_who_stands() =>
        Blind(WithOwners(3).Lose(SnapshotParts.GroupAssignments, A.Id(Group)));

    [Test]
    public void Is_blind_where_the_owner_was_not_read() =>
        Blind(Groups().Users(Owner).Owner(Group, Owner).Lose(SnapshotParts.Principals, A.Id(Owner)));

    [TestCase(true)]
    [TestCase(false)]
    public void Is_blind_where_an_owner_may_be_a_guest_or_disabled(bool typeIsKnown) =>
        Blind(
            Groups()
                .User(
                    Owner,
                    user =>
                        user with
                        {
                            UserType = typeIsKnown ? "Member" : null,
                            IsEnabled = typeIsKnown ? null : true,
                        }
                )
                .Owner(Group, Owner)
        );

    /// <summary>He stands there in any case; whether he is a guest besides is unknown.</summary>
    [Test]
    public void Reports_what_is_certain_of_an_owner_who_was_not_read()
    {
        var run = Audit.With<RiskyGroupOwner>(
            JustInTime().Owner(Group, Owner).Lose(SnapshotParts.Principals, A.Id(Owner))
        );

        Assert.That(
            (run.Outcome, run.Severities, run.Blind),
            Is.EqualTo((RuleOutcome.Fail, new[] { (Group, Severity.Medium) }, new[] { Group }))
        );
    }

    [Test]
    public void Is_blind_where_a_group_may_be_role_assignable() =>
        Blind(
            A.Tenant.Group(Group, group => group with { IsRoleAssignable = null })
                .User(Owner, user => user with { UserType = "Guest" })
                .Owner(Group, Owner)
        );

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Said(
                Groups().User(Owner, user => user with { UserType = "Guest" }).Owner(Group, Owner).Unlicensed() with
                {
                    GroupAssignments = [],
                }
            ),
            Is.EqualTo(new[] { ("the owner is a guest", Severity.High) })
        );

    [TestCase(SnapshotParts.RoleAssignableGroups)]
    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without_a_list(SnapshotParts part) =>
        Assert.That(
            Audit.With<RiskyGroupOwner>(JustInTime().Owner(Group, Owner).Lose(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static IEnumerable<(string, Severity)> Said(TenantSnapshot tenant) =>
        Audit.With<RiskyGroupOwner>(tenant).Findings.Select(finding => (finding.Observed, finding.Severity));

    private static void Blind(TenantSnapshot tenant)
    {
        var run = Audit.With<RiskyGroupOwner>(tenant);

        Assert.That((run.Outcome, run.Blind.Distinct()), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    private static TenantSnapshot Groups() => A.Tenant.Groups(Group);

    private static TenantSnapshot JustInTime() =>
        Groups().Users(Owner, "Mira Solberg").EligibleMember(Group, "Mira Solberg");

    private static TenantSnapshot WithOwners(int count) =>
        Enumerable
            .Range(1, count)
            .Aggregate(Groups(), (tenant, number) => tenant.Users($"Owner {number}").Owner(Group, $"Owner {number}"));

    private static TenantSnapshot AtWork(TenantSnapshot tenant)
    {
        var owned = tenant.Owner(Group, Owner);
        return owned with
        {
            GroupAssignments =
            [
                owned.GroupAssignments[^1] with
                {
                    Type = AssignmentType.Activated,
                    EndsAt = tenant.TakenAt.AddHours(7),
                },
            ],
        };
    }
}
