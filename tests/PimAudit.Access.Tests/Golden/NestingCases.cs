using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>Groups in groups, as far as Entra lets them be, and rings that it cannot rule out.</summary>
public sealed class NestingCases
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Ben")
        .Group("One", Ordinary)
        .Group("Two", Ordinary)
        .Group("Three", Ordinary);

    // Use Microsoft Entra groups to manage role assignments, How role-assignable groups are protected: no group can be a
    // member of a role-assignable one. Ordinary groups nest; one that holds a role all the same hands it to everybody inside.
    [Test]
    public void Standing_nesting_in_groups_that_are_not_role_assignable() =>
        Tenant
            .Member("One", "Two")
            .Member("Two", "Three")
            .Member("Three", "Ada")
            .Assigned("One", Role)
            .Shows([
                "Ada -standing member-> Three -standing member-> Two -standing member-> One -standing-> Exchange Administrator [Standing]",
            ]);

    // Privileged Identity Management (PIM) for Groups, PIM and group nesting: a group may be an eligible member of another,
    // and each of its members activates for himself alone.
    [Test]
    public void Eligible_nesting_to_depth_3() =>
        A
            .Tenant.Users("Ada", "Ben")
            .Groups("One", "Two", "Three")
            .EligibleMember("One", "Two")
            .EligibleMember("Two", "Three")
            .EligibleMember("Three", "Ada")
            .Member("Two", "Ben")
            .Assigned("One", Role)
            .Shows([
                "Ada -eligible member-> Three -eligible member-> Two -eligible member-> One -standing-> Exchange Administrator [Approach2]",
                "Ben -standing member-> Two -eligible member-> One -standing-> Exchange Administrator [Approach2]",
            ]);

    // The same section; the gate is the eligible hop, though the person stands in the inner group.
    [Test]
    public void A_standing_member_of_an_eligible_group_must_activate()
    {
        var tenant = Tenant.Member("Two", "Ada").EligibleMember("One", "Two").Assigned("One", Role);

        Assert.That(AccessMap.Resolve(tenant).Paths.Select(path => path.State), Is.EqualTo([HopState.Eligible]));
    }

    // List group transitive members: membership passes through groups. A ring passes it on once, wherever one came about.
    [Test]
    public void A_ring_of_two() =>
        Tenant
            .Member("One", "Two")
            .Member("Two", "One")
            .Member("One", "Ada")
            .Member("Two", "Ben")
            .Assigned("One", Role)
            .Shows([
                "Ada -standing member-> One -standing-> Exchange Administrator [Standing]",
                "Ben -standing member-> Two -standing member-> One -standing-> Exchange Administrator [Standing]",
            ]);

    // As above.
    [Test]
    public void A_ring_of_three_of_which_two_hold_roles() =>
        Tenant
            .Member("One", "Two")
            .Member("Two", "Three")
            .Member("Three", "One")
            .Member("Three", "Ada")
            .Assigned("One", Role)
            .Assigned("Two", "Teams Administrator")
            .Shows([
                "Ada -standing member-> Three -standing member-> Two -standing member-> One -standing-> Exchange Administrator [Standing]",
                "Ada -standing member-> Three -standing member-> Two -standing-> Teams Administrator [Standing]",
            ]);

    // As above; rows of a group in itself add no way.
    [Test]
    public void A_group_in_itself_and_eligible_for_itself() =>
        Tenant
            .Member("One", "One")
            .EligibleMember("One", "One")
            .Member("One", "Ada")
            .Eligible("One", Role)
            .Shows(["Ada -standing member-> One -eligible-> Exchange Administrator [Mixed]"]);

    private static Group Ordinary(Group group) => group with { IsRoleAssignable = false };
}
