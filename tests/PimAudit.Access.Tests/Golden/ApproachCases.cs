using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>A role and a group, in every way they can go together.</summary>
public sealed class ApproachCases
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("RAG");

    // Best Practices, Eligible vs. Active Assignments: eligible must activate, active has standing access.
    [Test]
    public void Direct() =>
        Tenant
            .Assigned("Ada", Role)
            .Eligible("Ben", Role)
            .Shows([
                "Ada -standing-> Exchange Administrator [Direct]",
                "Ben -eligible-> Exchange Administrator [Direct]",
            ]);

    // Best Practices, Approach 1: the group is eligible, users are permanent members and activate the role individually.
    [Test]
    public void Approach_1() =>
        Tenant
            .Member("RAG", "Ada")
            .Member("RAG", "Ben")
            .Eligible("RAG", Role)
            .Shows([
                "Ada -standing member-> RAG -eligible-> Exchange Administrator [Approach1]",
                "Ben -standing member-> RAG -eligible-> Exchange Administrator [Approach1]",
            ]);

    // Best Practices, Approach 2: the group is active on several roles, users activate their membership to gain all of them.
    [Test]
    public void Approach_2_gives_every_role_of_the_bundle() =>
        Tenant
            .EligibleMember("RAG", "Ada")
            .Assigned("RAG", "Helpdesk Administrator")
            .Assigned("RAG", "User Administrator")
            .Shows([
                "Ada -eligible member-> RAG -standing-> Helpdesk Administrator [Approach2]",
                "Ada -eligible member-> RAG -standing-> User Administrator [Approach2]",
            ]);

    // Best Practices, Approach 2: "Assign the group as Active"; permanent for the group, never for its people.
    [Test]
    public void A_just_in_time_group_that_is_permanently_active_stands_for_none_of_its_people()
    {
        var tenant = Tenant.EligibleMember("RAG", "Ada").EligibleMember("RAG", "Ben").Assigned("RAG", Role);

        tenant.Shows([
            "Ada -eligible member-> RAG -standing-> Exchange Administrator [Approach2]",
            "Ben -eligible member-> RAG -standing-> Exchange Administrator [Approach2]",
        ]);
        Assert.That(
            AccessMap.Resolve(tenant).Paths.Select(path => path.State).Distinct(),
            Is.EqualTo([HopState.Eligible])
        );
    }

    // Best Practices, Don't: "Assign roles permanently"; an active group with permanent members is just that.
    [Test]
    public void An_active_group_with_standing_members_is_standing_access() =>
        Tenant
            .Member("RAG", "Ada")
            .Assigned("RAG", Role)
            .Shows(["Ada -standing member-> RAG -standing-> Exchange Administrator [Standing]"]);

    // Best Practices, Don't: "Mix Approach 1 and 2 for the same role/group".
    [Test]
    public void A_group_that_is_eligible_and_active_on_one_role_is_mixed() =>
        Tenant
            .Member("RAG", "Ada")
            .Eligible("RAG", Role)
            .Assigned("RAG", Role)
            .Shows([
                "Ada -standing member-> RAG -eligible-> Exchange Administrator [Mixed]",
                "Ada -standing member-> RAG -standing-> Exchange Administrator [Mixed]",
            ]);

    // The same line: two activations for one role.
    [Test]
    public void An_eligible_group_whose_members_are_eligible_is_mixed() =>
        Tenant
            .EligibleMember("RAG", "Ada")
            .Eligible("RAG", Role)
            .Shows(["Ada -eligible member-> RAG -eligible-> Exchange Administrator [Mixed]"]);

    // Best Practices, Step 4: users are added to the group; until then its role reaches nobody, though an owner could change that.
    [Test]
    public void A_dormant_group_reaches_nobody() =>
        Tenant
            .Owner("RAG", "Ben")
            .Assigned("RAG", Role)
            .Shows([], ["Ben -standing owner-> RAG -standing-> Exchange Administrator [Dormant]"]);

    // unifiedRoleAssignmentScheduleInstance resource type, Properties: type and end stand in PIM's list alone, so without a
    // row there neither is known.
    [Test]
    public void A_role_assignment_that_PIM_does_not_list_is_of_unknown_type() =>
        Tenant
            .AssignedUnlisted("Ada", Role)
            .Member("RAG", "Ben")
            .AssignedUnlisted("RAG", Role)
            .Shows([
                "Ada -unknown-> Exchange Administrator [Direct]",
                "Ben -standing member-> RAG -unknown-> Exchange Administrator [Unknown]",
            ]);
}
