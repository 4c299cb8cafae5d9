using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>What holds at TakenAt: activations in progress, and rows that begin or end there.</summary>
public sealed class TimeCases
{
    private const string Role = "Exchange Administrator";

    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("RAG");

    // unifiedRoleAssignmentScheduleInstance resource type, Properties, assignmentType: Assigned or Activated; the
    // eligibility behind an activation stays in its own list.
    [Test]
    public void A_person_at_work_is_activated_and_still_eligible() =>
        Tenant
            .Eligible("Ada", Role)
            .Activated("Ada", Role)
            .Shows([
                "Ada -activated-> Exchange Administrator [Direct]",
                "Ada -eligible-> Exchange Administrator [Direct]",
            ]);

    // Best Practices, Approach 1: "Users individually activate the role"; one at work does not activate the other.
    [Test]
    public void An_activation_through_a_groups_eligibility_is_one_persons() =>
        Tenant
            .Member("RAG", "Ada")
            .Member("RAG", "Ben")
            .Eligible("RAG", Role)
            .Activated("Ada", Role, through: "RAG")
            .Shows([
                "Ada -standing member-> RAG -activated-> Exchange Administrator [Approach1]",
                "Ada -standing member-> RAG -eligible-> Exchange Administrator [Approach1]",
                "Ben -standing member-> RAG -eligible-> Exchange Administrator [Approach1]",
            ]);

    // privilegedAccessGroupAssignmentScheduleInstance resource type, Properties, assignmentType: the directory's member list
    // holds the activated member too, PIM's list says that he is one.
    [Test]
    public void A_membership_at_work_is_activated_and_still_eligible() =>
        Tenant
            .EligibleMember("RAG", "Ada")
            .ActivatedMember("RAG", "Ada")
            .Assigned("RAG", Role)
            .Shows([
                "Ada -activated member-> RAG -standing-> Exchange Administrator [Approach2]",
                "Ada -eligible member-> RAG -standing-> Exchange Administrator [Approach2]",
            ]);

    // Schedule instances hold from startDateTime until endDateTime; what ends at a moment is over at it.
    [TestCase(-1, false)]
    [TestCase(0, false)]
    [TestCase(1, true)]
    public void Rows_that_end_about_TakenAt(int ticks, bool holds)
    {
        var ends = Tick * ticks;
        var tenant = Tenant
            .Assigned("Ada", Role, ends)
            .Eligible("Ada", Role, ends)
            .Activated("Ben", Role, ends)
            .EligibleMember("RAG", "Ada", ends)
            .Assigned("RAG", "Teams Administrator");

        tenant.Shows(
            holds
                ?
                [
                    "Ada -eligible member-> RAG -standing-> Teams Administrator [Approach2]",
                    "Ada -eligible-> Exchange Administrator [Direct]",
                    "Ada -standing-> Exchange Administrator [Direct]",
                    "Ben -activated-> Exchange Administrator [Direct]",
                ]
                : []
        );
    }

    // The same; what begins at a moment holds at it.
    [TestCase(-1, true)]
    [TestCase(0, true)]
    [TestCase(1, false)]
    public void Rows_that_start_about_TakenAt(int ticks, bool holds)
    {
        var starts = A.TakenAt + (Tick * ticks);
        var tenant = Tenant
            .Assigned("Ada", Role, started: -Tick * ticks)
            .Eligible("Ben", Role)
            .EligibleMember("RAG", "Ben")
            .Assigned("RAG", "Teams Administrator");
        tenant = tenant with
        {
            RoleEligibilities = [tenant.RoleEligibilities[0] with { StartsAt = starts }],
            GroupEligibilities = [tenant.GroupEligibilities[0] with { StartsAt = starts }],
        };

        tenant.Shows(
            holds
                ?
                [
                    "Ada -standing-> Exchange Administrator [Direct]",
                    "Ben -eligible member-> RAG -standing-> Teams Administrator [Approach2]",
                    "Ben -eligible-> Exchange Administrator [Direct]",
                ]
                : []
        );
    }
}
