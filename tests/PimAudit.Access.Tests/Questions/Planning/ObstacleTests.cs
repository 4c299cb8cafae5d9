using NUnit.Framework;
using PimAudit.Access.Questions.Planning;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Planning;

public sealed class ObstacleTests
{
    private const string Reader = "Reports Reader";
    private const string Desk = "RAG - Desk";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups(Desk);

    [Test]
    public void Nothing_is_in_the_way_of_a_sound_group() => Assert.That(Told(Tenant.Member(Desk, "Ada")), Is.Empty);

    private static IEnumerable<TestCaseData> UnfitGroups()
    {
        static TestCaseData Case(Func<Group, Group> change, string text) => new(change, text);

        yield return Case(
            one => one with { IsRoleAssignable = false },
            "other RAG - Odd is not role-assignable: it cannot be converted, create a new group."
        );
        yield return Case(
            one => one with { IsDynamic = true },
            "other RAG - Odd has dynamic membership, so whoever may edit an attribute decides who is in it: create a new group."
        );
        yield return Case(
            one => one with { IsSynchronised = true },
            "other RAG - Odd is synchronised from on-premises, so whoever may edit it there decides who is in it: create a new group."
        );
        yield return Case(
            one => one with { IsMicrosoft365 = true, IsSecurityEnabled = false },
            "other RAG - Odd is a Microsoft 365 group: it cannot be converted, create a new group."
        );
        yield return Case(
            one => one with { IsSecurityEnabled = false },
            "other RAG - Odd is no security group: it cannot be converted, create a new group."
        );
    }

    [TestCaseSource(nameof(UnfitGroups))]
    public void A_group_that_cannot_be_mended_is_left_for_a_new_one(Func<Group, Group> change, string text)
    {
        var plan = Tenant.Group("RAG - Odd", change).Plan(Reader, "RAG - Odd");

        Assert.That(Told(plan), Is.EqualTo([text]));
        Assert.That(plan.Group, Is.EqualTo(new PlannedGroup(Id: null, "RAG - Reports Readers")));
    }

    [Test]
    public void A_deleted_group_is_left_for_a_new_one()
    {
        var tenant = Tenant with
        {
            DeletedObjects = [new(A.Id("RAG - Gone"), ObjectKind.Group, "RAG - Gone", A.TakenAt.AddDays(-1))],
        };

        Assert.That(
            Told(tenant.Plan(Reader, "RAG - Gone")),
            Is.EqualTo(["other RAG - Gone was deleted on 2026-09-30."])
        );
    }

    [TestCase("Desk")]
    [TestCase("RAG-Desk")]
    [TestCase("rag - Desk")]
    [TestCase("RAG - ")]
    [TestCase("RAG -  Desk")]
    public void A_name_off_the_convention_is_to_be_mended(string name) =>
        Assert.That(
            Told(A.Tenant.Groups(name).Plan(Reader, name)),
            Is.EqualTo([$"mend {name} is not named by the convention. Call it RAG - [Purpose]."])
        );

    [Test]
    public void Groups_in_and_around_it_are_to_be_taken_out() =>
        Assert.That(
            Told(Tenant.Groups("Inner", "Outer").EligibleMember(Desk, "Inner").Parent(Desk, "Outer")),
            Is.EqualTo([
                "mend Inner is nested in RAG - Desk. Put its people in themselves.",
                "mend RAG - Desk is nested in Outer. Take it out.",
            ])
        );

    [Test]
    public void Standing_members_of_a_just_in_time_group_are_named() =>
        Assert.That(
            Told(Tenant.EligibleMember(Desk, "Ada").Member(Desk, "Ben")),
            Is.EqualTo(["mend Ben stands in RAG - Desk without activating. Make them eligible members instead."])
        );

    [Test]
    public void A_member_at_work_does_not_stand() =>
        Assert.That(Told(Tenant.EligibleMember(Desk, "Ada").ActivatedMember(Desk, "Ada")), Is.Empty);

    [Test]
    public void The_role_in_another_group_by_the_other_approach_is_named() =>
        Assert.That(
            Told(Tenant.Groups("RAG - Bundle").EligibleMember("RAG - Bundle", "Ben").Assigned("RAG - Bundle", Reader)),
            Is.EqualTo([
                "mend RAG - Bundle carries Reports Reader by the other approach. Move their people over, then remove the role there.",
            ])
        );

    [Test]
    public void The_role_elsewhere_by_the_same_approach_or_at_another_scope_is_in_nobodys_way() =>
        Assert.That(
            Told(
                Tenant
                    .Groups("RAG - Same", "RAG - Unit")
                    .Member("RAG - Same", "Ada")
                    .Eligible("RAG - Same", Reader)
                    .EligibleMember("RAG - Unit", "Ben")
                    .Assigned("RAG - Unit", Reader, scope: "/administrativeUnits/a")
            ),
            Is.Empty
        );

    [Test]
    public void A_role_that_the_system_gives_out_cannot_be_planned() =>
        Assert.That(
            Told(Tenant.Plan("Guest User", Desk)),
            Is.EqualTo(["mend Guest User is a role that the system gives out itself; nobody can be assigned to it."])
        );

    [Test]
    public void People_without_a_licence_are_named_those_of_unknown_licences_not() =>
        Assert.That(
            Told(
                Tenant
                    .User("Cleo", user => user with { Plans = [] })
                    .User("Dan", user => user with { Plans = [new(EntraPlans.P2, IsEnabled: false)] })
                    .User("Eve", user => user with { Plans = null })
                    .Member(Desk, "Cleo")
                    .EligibleMember(Desk, "Dan")
                    .Member(Desk, "Eve")
                    .ActivatedMember(Desk, "Ada")
            ),
            Is.EqualTo([
                "mend Cleo and Eve stand in RAG - Desk without activating. Make them eligible members instead.",
                "mend Cleo and Dan have no Microsoft Entra ID P2 or ID Governance licence.",
            ])
        );

    [Test]
    public void A_tenant_without_a_licence_needs_one_first() =>
        Assert.That(
            Told(Tenant.Unlicensed()),
            Is.EqualTo(["mend The tenant has no licence for PIM: PIM answers that there is none."])
        );

    [Test]
    public void Rows_of_a_table_are_quoted_as_they_stand_there() =>
        Assert.That(
            Tenant
                .User("Cleo", user => user with { Plans = [] })
                .Member(Desk, "Cleo")
                .Unlicensed()
                .Plan(Reader, Desk)
                .Obstacles.Select(one => one.Practice.Words),
            Is.EqualTo(["License | Entra ID P2 or Entra ID Governance", "Users | All eligible users must be licensed"])
        );

    private static IEnumerable<string> Told(TenantSnapshot tenant) => Told(tenant.Plan(Reader, Desk));

    private static IEnumerable<string> Told(RolePlan plan) =>
        plan.Choice()
            .Where(line =>
                line.StartsWith("other ", StringComparison.Ordinal)
                || line.StartsWith("mend ", StringComparison.Ordinal)
            );
}
