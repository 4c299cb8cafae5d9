using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class ApproachTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("Mail");

    [TestCase("eligible", "just-in-time", Approach.Mixed)]
    [TestCase("eligible", "standing", Approach.Approach1)]
    [TestCase("eligible", "empty", Approach.Dormant)]
    [TestCase("eligible", "unknown", Approach.Unknown)]
    [TestCase("active", "just-in-time", Approach.Approach2)]
    [TestCase("active", "standing", Approach.Standing)]
    [TestCase("active", "empty", Approach.Dormant)]
    [TestCase("active", "unknown", Approach.Unknown)]
    [TestCase("both", "just-in-time", Approach.Mixed)]
    [TestCase("both", "standing", Approach.Mixed)]
    [TestCase("both", "empty", Approach.Dormant)]
    [TestCase("both", "unknown", Approach.Unknown)]
    public void Grant_and_people_make_the_approach(string grant, string people, Approach approach) =>
        Assert.That(Of(Granted(Peopled(people), grant)), Is.EqualTo(approach));

    [Test]
    public void An_activated_member_makes_a_group_just_in_time() =>
        Assert.That(Of(Tenant.ActivatedMember("Mail", "Ada").Assigned("Mail", Role)), Is.EqualTo(Approach.Approach2));

    [Test]
    public void A_standing_member_in_a_just_in_time_group_does_not_change_the_class() =>
        Assert.That(
            Of(Tenant.EligibleMember("Mail", "Ada").Member("Mail", "Ben").Assigned("Mail", Role)),
            Is.EqualTo(Approach.Approach2)
        );

    [Test]
    public void An_eligible_owner_does_not_make_a_group_just_in_time() =>
        Assert.That(
            Of(Tenant.Member("Mail", "Ada").EligibleOwner("Mail", "Ben").Assigned("Mail", Role)),
            Is.EqualTo(Approach.Standing)
        );

    [Test]
    public void An_owner_is_nobody_in_an_empty_group() =>
        Assert.That(Of(Tenant.Owner("Mail", "Ben").Assigned("Mail", Role)), Is.EqualTo(Approach.Dormant));

    [Test]
    public void An_activation_by_the_group_does_not_make_its_eligible_grant_active() =>
        Assert.That(
            Of(Tenant.Member("Mail", "Ada").Eligible("Mail", Role).Activated("Mail", Role)),
            Is.EqualTo(Approach.Approach1)
        );

    [Test]
    public void An_eligibility_that_ended_at_the_present_is_no_eligibility() =>
        Assert.That(
            Of(Tenant.Member("Mail", "Ada").EligibleMember("Mail", "Ben", ends: TimeSpan.Zero).Assigned("Mail", Role)),
            Is.EqualTo(Approach.Standing)
        );

    [Test]
    public void An_eligibility_that_ends_after_the_present_counts() =>
        Assert.That(
            Of(
                Tenant
                    .Member("Mail", "Ada")
                    .EligibleMember("Mail", "Ben", ends: TimeSpan.FromTicks(1))
                    .Assigned("Mail", Role)
            ),
            Is.EqualTo(Approach.Approach2)
        );

    [Test]
    public void One_role_at_two_scopes_is_two_grants()
    {
        const string Unit = "/administrativeUnits/11111111-1111-1111-1111-111111111111";
        var tenant = Tenant.Member("Mail", "Ada").Assigned("Mail", Role).Eligible("Mail", Role, scope: Unit);

        Assert.That(
            AccessMap.Resolve(tenant).GroupGrants.Select(grant => (grant.Scope, grant.Approach)),
            Is.EqualTo([("/", Approach.Standing), (Unit, Approach.Approach1)])
        );
    }

    [Test]
    public void Two_roles_of_a_group_are_classed_each_for_itself()
    {
        var tenant = Tenant.Member("Mail", "Ada").Assigned("Mail", Role).Eligible("Mail", "SharePoint Administrator");
        var map = AccessMap.Resolve(tenant);

        Assert.That(
            new[] { Role, "SharePoint Administrator" }.Select(role =>
                map.GrantOf(A.Id("Mail"), A.Role(role), "/")?.Approach
            ),
            Is.EqualTo(new Approach?[] { Approach.Standing, Approach.Approach1 })
        );
    }

    [Test]
    public void A_member_row_that_was_seen_is_enough_although_the_eligible_people_were_refused() =>
        Assert.That(
            Of(
                Tenant
                    .ActivatedMember("Mail", "Ada")
                    .Assigned("Mail", Role)
                    .Gap(SnapshotParts.GroupEligibilities, "Mail")
            ),
            Is.EqualTo(Approach.Approach2)
        );

    [Test]
    public void Members_of_whom_nobody_says_who_activated_leave_the_class_unknown() =>
        Assert.That(
            Of(Tenant.PlainMember("Mail", "Ada").Assigned("Mail", Role).Gap(SnapshotParts.GroupAssignments, "Mail")),
            Is.EqualTo(Approach.Unknown)
        );

    [Test]
    public void A_group_without_a_readable_member_list_is_not_empty() =>
        Assert.That(
            Of(Tenant.Assigned("Mail", Role).Gap(SnapshotParts.GroupMembers, "Mail")),
            Is.EqualTo(Approach.Unknown)
        );

    [Test]
    public void A_gap_of_another_group_changes_nothing() =>
        Assert.That(
            Of(
                Tenant
                    .Groups("Other")
                    .Member("Mail", "Ada")
                    .Assigned("Mail", Role)
                    .Gap(SnapshotParts.GroupMembers, "Other")
                    .Gap(SnapshotParts.GroupEligibilities, "Other")
            ),
            Is.EqualTo(Approach.Standing)
        );

    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    public void Without_one_of_the_two_role_lists_the_approach_is_unknown(SnapshotParts part)
    {
        var tenant = Tenant.Member("Mail", "Ada").Assigned("Mail", Role).Refuse(part);

        Assert.That(
            AccessMap.Resolve(tenant).GroupGrants.Select(grant => (grant.Approach, grant.Gap?.Part)),
            Is.EqualTo([(Approach.Unknown, (SnapshotParts?)part)])
        );
    }

    [Test]
    public void A_role_assignment_that_PIM_does_not_list_leaves_the_approach_unknown() =>
        Assert.That(Of(Tenant.Member("Mail", "Ada").AssignedUnlisted("Mail", Role)), Is.EqualTo(Approach.Unknown));

    [Test]
    public void Without_a_licence_a_group_with_members_is_standing() =>
        Assert.That(
            Of(Tenant.PlainMember("Mail", "Ada").AssignedUnlisted("Mail", Role).Unlicensed()),
            Is.EqualTo(Approach.Standing)
        );

    [Test]
    public void Without_a_licence_a_group_without_members_is_dormant() =>
        Assert.That(Of(Tenant.AssignedUnlisted("Mail", Role).Unlicensed()), Is.EqualTo(Approach.Dormant));

    [Test]
    public void A_grant_to_a_user_has_no_approach_of_a_group() =>
        Assert.That(
            AccessMap.Resolve(Tenant.Assigned("Ada", Role)).Paths.Select(path => path.Approach),
            Is.EqualTo([Approach.Direct])
        );

    private static TenantSnapshot Peopled(string people) =>
        people switch
        {
            "just-in-time" => Tenant.EligibleMember("Mail", "Ada"),
            "standing" => Tenant.Member("Mail", "Ada"),
            "unknown" => Tenant.Member("Mail", "Ada").Gap(SnapshotParts.GroupEligibilities, "Mail"),
            _ => Tenant,
        };

    private static TenantSnapshot Granted(TenantSnapshot tenant, string grant) =>
        grant switch
        {
            "eligible" => tenant.Eligible("Mail", Role),
            "active" => tenant.Assigned("Mail", Role),
            _ => tenant.Eligible("Mail", Role).Assigned("Mail", Role),
        };

    private static Approach Of(TenantSnapshot tenant) => AccessMap.Resolve(tenant).GroupGrants.Single().Approach;
}
