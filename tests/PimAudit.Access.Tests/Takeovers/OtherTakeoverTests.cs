using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Takeovers;

/// <summary>Takeovers by assigning, through applications and through groups.</summary>
public sealed class OtherTakeoverTests
{
    private const string Role = "Exchange Administrator";
    private const string Assigner = "Privileged Role Administrator";
    private const string Credentials = "Application Administrator";

    private static readonly TenantSnapshot Workload = A
        .Tenant.Users("Ada", "Ben")
        .Workloads("Sync")
        .Assigned("Sync", Role);

    private static readonly TenantSnapshot Open = A
        .Tenant.Users("Ada", "Ben")
        .Group("Mail", group => group with { IsRoleAssignable = false })
        .Eligible("Mail", Role);

    [Test]
    public void Who_assigns_roles_can_assign_this_one_though_nobody_holds_it() =>
        Assert.That(
            A.Tenant.Users("Ada").Eligible("Ada", Assigner).Powers(Role),
            Is.EqualTo(["Ada RoleAssignment as Privileged Role Administrator, Documented"])
        );

    [Test]
    public void Who_can_use_the_role_already_takes_nothing_over() =>
        Assert.That(A.Tenant.Users("Ada").Assigned("Ada", Assigner).Assigned("Ada", Role).Powers(Role), Is.Empty);

    [Test]
    public void Who_is_eligible_for_it_could_go_around_its_gates() =>
        Assert.That(
            A.Tenant.Users("Ada").Assigned("Ada", Assigner).Eligible("Ada", Role).Powers(Role),
            Is.EqualTo(["Ada RoleAssignment as Privileged Role Administrator, Documented"])
        );

    [Test]
    public void A_Global_Administrator_can_assign_every_role_but_his_own()
    {
        var tenant = A.Tenant.Users("Ada", "Ben").Assigned("Ada", "Global Administrator");

        Assert.That(
            (tenant.Powers(Role), tenant.Powers("Global Administrator")),
            Is.EqualTo(
                (
                    new[] { "Ada RoleAssignment as Global Administrator, Documented" }.AsEnumerable(),
                    Enumerable.Empty<string>()
                )
            )
        );
    }

    [TestCase(Credentials)]
    [TestCase("Cloud Application Administrator")]
    public void Who_adds_credentials_to_applications_signs_in_as_them(string power) =>
        Assert.That(
            Workload.Assigned("Ada", power).Powers(Role),
            Is.EqualTo([$"Ada ApplicationCredential over Sync as {power}, Documented"])
        );

    [Test]
    public void Power_over_that_application_alone_is_enough_and_over_another_is_not() =>
        Assert.That(
            new[] { "Sync", "Other" }.Select(one =>
                Workload.Assigned("Ada", Credentials, scope: $"/{A.Id(one):D}").Powers(Role).Count()
            ),
            Is.EqualTo([1, 0])
        );

    [Test]
    public void A_managed_identity_takes_no_credential() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .Workload("Sync", one => one with { Type = "ManagedIdentity" })
                .Assigned("Sync", Role)
                .Assigned("Ada", Credentials)
                .Powers(Role),
            Is.Empty
        );

    [Test]
    public void Owners_of_the_service_principal_and_of_its_application_are_named_with_their_rows()
    {
        var application = A.Id("application of Sync");
        var tenant = Workload with
        {
            ServicePrincipalOwners = [new(A.Id("Sync"), A.Id("Ada"), ObjectKind.User)],
            Applications = [new(application, A.Id("app Sync"), "Sync", Credentials: null)],
            ApplicationOwners = [new(application, A.Id("Ben"), ObjectKind.User)],
        };

        Assert.That(
            tenant.Takeover(Role).Powers.Select(one => (PowersInWords.Of(one), one.Takeover.Evidence.Single())),
            Is.EqualTo([
                (
                    "Ada ApplicationOwnership over Sync, Documented",
                    new Evidence(SnapshotParts.ServicePrincipalOwners, $"{A.Id("Sync"):D}/{A.Id("Ada"):D}")
                ),
                (
                    "Ben ApplicationOwnership over Sync, Documented",
                    new Evidence(SnapshotParts.ApplicationOwners, $"{application:D}/{A.Id("Ben"):D}")
                ),
            ])
        );
    }

    [Test]
    public void Owners_who_were_not_read_are_missing_from_the_answer() =>
        Assert.That(
            Workload.Refuse(SnapshotParts.ServicePrincipalOwners).Takeover(Role).Unread.Select(fact => fact.Gap.Part),
            Is.EqualTo([SnapshotParts.ServicePrincipalOwners])
        );

    [TestCase("Groups Administrator")]
    [TestCase("User Administrator")]
    [TestCase("Intune Administrator")]
    [TestCase("Identity Governance Administrator")]
    public void Who_edits_ordinary_groups_can_join_one_that_leads_to_the_role(string power) =>
        Assert.That(
            Open.Assigned("Ada", power).Powers(Role),
            Is.EqualTo([$"Ada GroupMembership over Mail as {power}, Documented"])
        );

    [Test]
    public void A_role_assignable_group_is_closed_to_them() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .Groups("Mail")
                .Eligible("Mail", Role)
                .Assigned("Ada", "Groups Administrator")
                .Powers(Role),
            Is.Empty
        );

    [Test]
    public void Members_of_a_power_who_were_not_read_are_missing_from_the_answer()
    {
        var answer = A
            .Tenant.Users("Ada")
            .Groups("Tier 0")
            .Assigned("Ada", Role)
            .Assigned("Tier 0", Assigner)
            .Gap(SnapshotParts.GroupMembers, "Tier 0")
            .Takeover(Role);

        Assert.That(
            answer.Unread.Select(fact => (fact.Subject?.Label, fact.Gap.Part)),
            Is.EqualTo([((string?)"Tier 0", SnapshotParts.GroupMembers)])
        );
    }

    [Test]
    public void What_one_person_could_take_over_stands_together_by_means()
    {
        var tenant = Workload
            .Eligible("Ben", "Teams Administrator")
            .Assigned("Ada", Credentials)
            .Assigned("Ada", Assigner);
        var answer = WhatCan.Ask(AccessMap.Resolve(tenant), A.Id("Ada"), takeover: true, now: A.TakenAt);

        Assert.That(
            answer.Powers.Select(one =>
                (one.Takeover.Means.ToString(), string.Join(", ", one.Roles.Select(role => role.Label)))
            ),
            Is.EqualTo([
                ("RoleAssignment", "Exchange Administrator, Teams Administrator"),
                ("ApplicationCredential", "Exchange Administrator"),
            ])
        );
    }

    [Test]
    public void An_empty_group_that_he_could_join_is_his_too() =>
        Assert.That(
            WhatCan
                .Ask(
                    AccessMap.Resolve(
                        A.Tenant.Users("Ada")
                            .Group("Mail", group => group with { IsRoleAssignable = false })
                            .Eligible("Mail", Role)
                            .Assigned("Ada", "Groups Administrator")
                    ),
                    A.Id("Ada"),
                    takeover: true,
                    now: A.TakenAt
                )
                .Powers.Select(PowersInWords.Of),
            Is.EqualTo(["Ada GroupMembership over Mail as Groups Administrator, Documented"])
        );

    /// <summary>How easy his way to the power is, is part of the answer.</summary>
    [Test]
    public void What_the_way_to_a_power_asks_is_said_where_it_was_not_read()
    {
        var tenant = A.Tenant.Users("Ada", "Ben").Assigned("Ben", Role).Eligible("Ada", Assigner);
        (string?, SnapshotParts)[] expected = [(Assigner, SnapshotParts.RoleSettings)];

        Assert.That(
            tenant.Takeover(Role).Unread.Select(fact => (fact.Subject?.Label, fact.Gap.Part)),
            Is.EqualTo(expected)
        );
    }

    [Test]
    public void A_group_that_may_stand_open_is_missing_from_what_somebody_could_take() =>
        Assert.That(
            WhatCan
                .Ask(
                    AccessMap.Resolve(
                        A.Tenant.Users("Ada")
                            .Group("Mail", group => group with { IsRoleAssignable = null })
                            .Eligible("Mail", Role)
                    ),
                    A.Id("Ada"),
                    takeover: true,
                    now: A.TakenAt
                )
                .Unread.Select(fact => (fact.Subject?.Label, fact.Gap.Part)),
            Is.EqualTo([((string?)"Mail", SnapshotParts.Principals)])
        );

    [Test]
    public void A_deleted_group_is_open_to_nobody() =>
        Assert.That(
            (A.Tenant with { DeletedObjects = [new(A.Id("Mail"), ObjectKind.Group, "Mail", A.TakenAt)] })
                .Eligible("Mail", Role)
                .Takeover(Role)
                .Unread,
            Is.Empty
        );

    [Test]
    public void Nothing_of_it_is_told_unless_asked() =>
        Assert.That(
            WhatCan
                .Ask(
                    AccessMap.Resolve(Workload.Assigned("Ada", Assigner)),
                    A.Id("Ada"),
                    takeover: false,
                    now: A.TakenAt
                )
                .Powers,
            Is.Empty
        );

    [Test]
    public void A_power_whose_activation_has_ended_since_can_be_activated_again()
    {
        var map = AccessMap.Resolve(A.Tenant.Users("Ada").Eligible("Ada", Assigner).Activated("Ada", Assigner));
        var end = map.Paths.Min(path => path.EndsAt)!.Value;

        Assert.That(
            new[] { end.AddTicks(-1), end }
                .Select(now => WhoCan.Ask(map, A.Role(Role), null, TimeSpan.FromHours(1), takeover: true, now))
                .Select(answer => answer.Powers.Single())
                .Select(one => (one.Blocker, one.Way!.Activations)),
            Is.EqualTo(new (string?, int)[] { (null, 0), (null, 1) })
        );
    }

    [Test]
    public void A_group_that_may_stand_open_is_missing_from_the_answer() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .Group("Mail", group => group with { IsRoleAssignable = null })
                .Eligible("Mail", Role)
                .Settings(Role)
                .Takeover(Role)
                .Unread.Select(fact => (fact.Subject?.Label, fact.Gap.Part)),
            Is.EqualTo([((string?)"Mail", SnapshotParts.Principals)])
        );
}
