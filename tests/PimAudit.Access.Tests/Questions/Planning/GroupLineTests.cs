using NUnit.Framework;
using PimAudit.Access.Questions.Planning;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Planning;

/// <summary>What a plan says of the group itself and of the people in it.</summary>
public sealed class GroupLineTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Reader = "Reports Reader";
    private const string Desk = "RAG - Desk";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups(Desk);

    [Test]
    public void Of_a_sound_group_every_property_is_done() =>
        Assert.That(
            Tenant.Plan(Reader, Desk).Step("Step 1"),
            Is.EqualTo([
                "Done Group type: Security: Security",
                "Done Microsoft Entra roles can be assigned to the group: Yes (permanent, at creation only): yes",
                "Done Membership type: Assigned (not Dynamic): Assigned",
                "Done Name following convention: RAG - [Purpose]: RAG - Desk",
                "Done No group in it, and it in no group: none",
            ])
        );

    [Test]
    public void A_property_that_was_not_read_is_not_known_and_named()
    {
        var plan = A
            .Tenant.Group(Desk, group => group with { IsRoleAssignable = null, IsDynamic = null })
            .Settings(Exchange)
            .Plan(Exchange, Desk);

        Assert.That(
            plan.Step("Step 1").Take(3).Select(line => line.Split(' ')[0]),
            Is.EqualTo(["Done", "NotKnown", "NotKnown"])
        );
        Assert.That(
            plan.Steps[1].Items[1].Unread?.Gap,
            Is.EqualTo(
                new Gap(SnapshotParts.Principals, MissingReason.Malformed, "A property of RAG - Desk was not read.")
            )
        );
    }

    [Test]
    public void A_group_that_the_directory_did_not_tell_of_is_not_known_for_that_reason()
    {
        var plan = A.Tenant.Gap(SnapshotParts.Principals, Desk).Settings(Exchange).Plan(Exchange, Desk);

        Assert.That(
            plan.Steps[1].Items[0].Unread?.Gap,
            Is.EqualTo(new Gap(SnapshotParts.Principals, MissingReason.Throttled, "Graph answered 429."))
        );
    }

    [Test]
    public void A_group_around_it_in_it_or_owning_it_is_named_however_it_is_known() =>
        Assert.That(
            new[]
            {
                Nested(Tenant.Groups("Other").Member(Desk, "Other")),
                Nested(Tenant.Groups("Other").Owner(Desk, "Other")),
                Nested(Tenant.Groups("Other").EligibleMember(Desk, "Other")),
                Nested(Tenant.Groups("Other").Parent(Desk, "Other")),
                Nested(Tenant.Groups("Other").Member("Other", Desk)),
                Nested(Tenant.Groups("Other").EligibleMember("Other", Desk)),
                Nested(Tenant.Groups("Other").Member("Other", "Ada").Parent("Other", Desk)),
            },
            Is.EqualTo([
                "ToDo Other is nested in RAG - Desk. Put its people in themselves.",
                "ToDo Other is nested in RAG - Desk. Put its people in themselves.",
                "ToDo Other is nested in RAG - Desk. Put its people in themselves.",
                "ToDo RAG - Desk is nested in Other. Take it out.",
                "ToDo RAG - Desk is nested in Other. Take it out.",
                "ToDo RAG - Desk is nested in Other. Take it out.",
                "Done none",
            ])
        );

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.GroupParents)]
    [TestCase(SnapshotParts.GroupAssignments)]
    public void A_list_that_was_not_read_may_hold_a_group(SnapshotParts part)
    {
        var item = Tenant.Member(Desk, "Ada").Gap(part, Desk).Settings(Exchange).Plan(Exchange, Desk).Steps[1].Items[4];

        Assert.That((item.State, item.Unread?.Gap.Part), Is.EqualTo((PlanState.NotKnown, (SnapshotParts?)part)));
    }

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    public void Nobody_is_in_a_group_only_where_every_list_was_read(SnapshotParts part)
    {
        var item = Unread(Tenant, part).Settings(Exchange).Plan(Exchange, Desk).Steps[4].Items[0];

        Assert.That((item.State, item.Unread?.Gap.Part), Is.EqualTo((PlanState.NotKnown, (SnapshotParts?)part)));
    }

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    public void Nobody_stands_in_a_bundle_only_where_every_list_was_read(SnapshotParts part)
    {
        var plan = Unread(Tenant.EligibleMember(Desk, "Ada").Eligible("Ben", Reader), part).Plan(Reader, Desk);
        var item = plan.Steps.Length > 4 ? plan.Steps[4].Items[1] : null;

        Assert.That(
            (item?.State ?? PlanState.NotKnown, (item?.Unread ?? plan.Unread[0]).Gap.Part),
            Is.EqualTo((PlanState.NotKnown, part))
        );
    }

    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    public void No_owner_is_a_stranger_only_where_every_list_was_read(SnapshotParts part)
    {
        var item = Unread(Tenant.Member(Desk, "Ada").Owner(Desk, "Ada"), part)
            .Settings(Exchange)
            .Plan(Exchange, Desk)
            .Steps[4]
            .Items[1];

        Assert.That((item.State, item.Unread?.Gap.Part), Is.EqualTo((PlanState.NotKnown, (SnapshotParts?)part)));
    }

    [Test]
    public void A_stranger_among_owners_who_were_not_all_read_is_told_with_the_doubt() =>
        Assert.That(
            Tenant
                .Member(Desk, "Ada")
                .Owner(Desk, "Ben")
                .Gap(SnapshotParts.GroupOwners, Desk)
                .Plan(Exchange, Desk)
                .Step("Step 4")
                .Last(),
            Is.EqualTo(
                "ToDo Owners: nobody who may not have the role, since an owner can add himself: Ben, not among the members; who else was not read"
            )
        );

    [Test]
    public void An_owner_who_is_a_member_is_named_as_one_who_may_have_it() =>
        Assert.That(
            Tenant.Member(Desk, "Ada").Owner(Desk, "Ada").Plan(Exchange, Desk).Step("Step 4").Last(),
            Is.EqualTo(
                "Done Owners: nobody who may not have the role, since an owner can add himself: Ada, who may have it anyway"
            )
        );

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    public void Everybody_is_licensed_only_where_everybody_is_known(SnapshotParts part)
    {
        var item = Unread(Tenant.Member(Desk, "Ada"), part).Settings(Exchange).Plan(Exchange, Desk).Steps[0].Items[2];

        Assert.That((item.State, item.Unread?.Gap.Part), Is.EqualTo((PlanState.NotKnown, (SnapshotParts?)part)));
    }

    [Test]
    public void People_with_a_licence_are_all_and_one_whose_licences_were_not_read_is_doubt()
    {
        var one = Tenant.Member(Desk, "Ada");

        Assert.That(
            new[]
            {
                one,
                one.User("Cleo", user => user with { Plans = null }).Member(Desk, "Cleo"),
                one.User("Cleo", user => user with { Plans = [] }).Member(Desk, "Cleo"),
            }.Select(tenant => tenant.Plan(Exchange, Desk).Step("Prereq").Last()),
            Is.EqualTo([
                "Done Users: all eligible users licensed: all",
                "NotKnown Users: all eligible users licensed: not known: was not read",
                "ToDo Users: all eligible users licensed: without a licence: Cleo",
            ])
        );
    }

    [Test]
    public void Whoever_becomes_eligible_with_the_group_is_told_so_until_the_group_is()
    {
        const string Line = "Done Add users as Members (permanent); they activate the role themselves: Ada";
        const string Effect = ": eligible for Exchange Administrator as soon as the group is";
        var member = Tenant.Member(Desk, "Ada");

        Assert.That(
            new[]
            {
                member,
                member.Eligible(Desk, Exchange),
                member.Groups("RAG - Mail").Member("RAG - Mail", "Ben").Eligible("RAG - Mail", Exchange),
                member.Assigned(Desk, Exchange),
            }.Select(tenant => tenant.Plan(Exchange, Desk).Step("Step 4").First()),
            Is.EqualTo([Line + Effect, Line, Line + Effect, Line + Effect])
        );
    }

    [Test]
    public void A_bundle_without_anybody_waits_for_eligible_members() =>
        Assert.That(
            Tenant.Assigned(Desk, Reader).Plan(Reader, Desk).Step("Step 4").First(),
            Is.EqualTo("ToDo Add users as eligible members; they activate their membership: nobody yet")
        );

    [TestCase(1, "A1")]
    [TestCase(2, "A1 and A2")]
    [TestCase(5, "A1, A2, A3, A4 and A5")]
    [TestCase(6, "A1, A2, A3, A4, A5 and one more")]
    [TestCase(7, "A1, A2, A3, A4, A5 and two more")]
    public void Five_people_are_named_and_the_others_counted(int people, string named)
    {
        string[] names = ["A1", "A2", "A3", "A4", "A5", "A6", "A7"];
        var tenant = names
            .Take(people)
            .Aggregate(Tenant.Assigned(Desk, Reader), (so, name) => so.Users(name).EligibleMember(Desk, name));

        Assert.That(
            tenant.Plan(Reader, Desk).Step("Step 4").First(),
            Is.EqualTo($"Done Add users as eligible members; they activate their membership: {named}")
        );
    }

    /// <summary>A device can be a member and activates nothing.</summary>
    [Test]
    public void Members_who_are_no_people_are_not_named()
    {
        var tenant = Tenant.Member(Desk, "Ada") with
        {
            Memberships =
            [
                new(A.Id(Desk), A.Id("Ada"), ObjectKind.User, GroupAccess.Member),
                new(A.Id(Desk), A.Id("Laptop"), ObjectKind.Other, GroupAccess.Member),
            ],
        };

        Assert.That(
            tenant.Plan(Exchange, Desk).Step("Step 4").First(),
            Does.EndWith(": Ada: eligible for Exchange Administrator as soon as the group is")
        );
    }

    [Test]
    public void Nobody_may_do_it_only_where_every_holder_is_known()
    {
        const string Unit = "/administrativeUnits/a";
        var tenant = Tenant.Workloads("Robot").Groups("Crew");

        Assert.That(
            new[]
            {
                tenant,
                tenant.Assigned("Ada", "Global Administrator", scope: Unit),
                tenant.Assigned("Robot", "Global Administrator"),
                tenant.Assigned("Ada", "User Administrator"),
                tenant.Refuse(SnapshotParts.RoleAssignments),
                tenant.Assigned("Crew", "Global Administrator").Gap(SnapshotParts.GroupMembers, "Crew"),
                tenant.Eligible("Ada", "Privileged Role Administrator").Refuse(SnapshotParts.RoleAssignments),
            }
                .Select(one => one.Plan(Exchange, Desk).Steps[0].Items[1])
                .Select(item => (item.State, item.Unread?.Gap.Part)),
            Is.EqualTo(
                new (PlanState, SnapshotParts?)[]
                {
                    (PlanState.ToDo, null),
                    (PlanState.ToDo, null),
                    (PlanState.ToDo, null),
                    (PlanState.ToDo, null),
                    (PlanState.NotKnown, SnapshotParts.RoleAssignments),
                    (PlanState.NotKnown, SnapshotParts.GroupMembers),
                    (PlanState.Done, null),
                }
            )
        );
    }

    [Test]
    public void Subscriptions_stand_by_name()
    {
        var one = Tenant.Subscriptions[0];

        Assert.That(
            (Tenant with { Subscriptions = [one with { SkuPartNumber = "B" }, one with { SkuPartNumber = "A" }] })
                .Plan(Reader, Desk)
                .Step("Prereq")
                .First(),
            Does.EndWith(": A, 1000 seats; B, 1000 seats")
        );
    }

    private static string Nested(TenantSnapshot tenant)
    {
        var item = tenant.Plan(Reader, Desk).Steps[1].Items[4];
        return $"{item.State} {item.Now}";
    }

    private static TenantSnapshot Unread(TenantSnapshot tenant, SnapshotParts part) =>
        part is SnapshotParts.EligibleAssignments or SnapshotParts.ActiveAssignments
            ? tenant.Refuse(part)
            : tenant.Gap(part, Desk);
}
