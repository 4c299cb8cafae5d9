using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

public sealed class GroupTableTests
{
    private const string Crew = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben", "Cy").Groups(Crew);

    [Test]
    public void People_are_counted_by_how_they_are_in_the_group_each_once()
    {
        var row = Row(
            Tenant
                .Users("Dora", "Eve", "Finn")
                .Assigned(Crew, Role)
                .Member(Crew, "Ada")
                .EligibleMember(Crew, "Ben")
                .EligibleMember(Crew, "Ben", ends: TimeSpan.FromDays(9))
                .EligibleMember(Crew, "Cy")
                .ActivatedMember(Crew, "Ben")
                .ActivatedMember(Crew, "Cy")
                .ActivatedMember(Crew, "Dora")
                .Owner(Crew, "Eve")
                .EligibleOwner(Crew, "Finn")
        );

        Assert.That(
            (row.MembersStanding, row.MembersEligible, row.MembersActivated, row.Owners),
            Is.EqualTo(((int?)1, (int?)2, (int?)3, (int?)1))
        );
    }

    [TestCase(SnapshotParts.GroupMembers, null, 0, 0, 0)]
    [TestCase(SnapshotParts.GroupAssignments, null, 0, null, 0)]
    [TestCase(SnapshotParts.GroupEligibilities, 0, null, 0, 0)]
    [TestCase(SnapshotParts.GroupOwners, 0, 0, 0, null)]
    public void A_list_that_was_not_read_leaves_what_hangs_on_it_unknown(
        SnapshotParts part,
        int? standing,
        int? eligible,
        int? activated,
        int? owners
    )
    {
        var row = Row(Tenant.Assigned(Crew, Role).Gap(part, Crew));

        Assert.That(
            (row.MembersStanding, row.MembersEligible, row.MembersActivated, row.Owners),
            Is.EqualTo((standing, eligible, activated, owners))
        );
    }

    [Test]
    public void An_owner_who_may_have_activated_is_not_counted_as_none() =>
        Assert.That(
            Row(
                (Tenant.Assigned(Crew, Role).Owner(Crew, "Ada") with { GroupAssignments = [] }).Gap(
                    SnapshotParts.GroupAssignments,
                    Crew
                )
            ).Owners,
            Is.Null
        );

    [Test]
    public void A_grant_says_whether_it_is_eligible_active_or_both() =>
        Assert.That(
            new[]
            {
                Tenant.Eligible(Crew, Role),
                Tenant.Assigned(Crew, Role),
                Tenant.Eligible(Crew, Role).Assigned(Crew, Role),
            }
                .Select(tenant => Row(tenant).Grants.Single())
                .Select(grant => (grant.Role.Label, grant.Eligible, grant.Active)),
            Is.EqualTo([(Role, true, false), (Role, false, true), (Role, true, true)])
        );

    [Test]
    public void Grants_of_two_approaches_are_mixed_and_one_unknown_makes_the_group_unknown()
    {
        var standing = Tenant.Member(Crew, "Ada").Assigned(Crew, Role);

        Assert.That(
            new[]
            {
                standing,
                standing.Assigned(Crew, "User Administrator"),
                standing.Eligible(Crew, "User Administrator"),
                standing.AssignedUnlisted(Crew, "User Administrator"),
            }.Select(tenant => Row(tenant).Approach),
            Is.EqualTo(new Approach?[] { Approach.Standing, Approach.Standing, Approach.Mixed, Approach.Unknown })
        );
    }

    [Test]
    public void The_kind_of_a_group_is_told_in_words() =>
        Assert.That(
            new[]
            {
                KindOf(group => group),
                KindOf(group => group with { IsSecurityEnabled = false }),
                KindOf(group => group with { IsMicrosoft365 = true }),
                KindOf(group => group with { IsDynamic = true }),
                KindOf(group => group with { IsSynchronised = true }),
                KindOf(group => group with { IsMicrosoft365 = true, IsDynamic = true, IsSecurityEnabled = null }),
            },
            Is.EqualTo(["security", "mail", "Microsoft 365", "dynamic", "synchronised", "Microsoft 365, dynamic"])
        );

    /// <summary>A Microsoft 365 group can be security-enabled too.</summary>
    [Test]
    public void The_kind_of_a_group_is_not_guessed_from_what_was_not_read() =>
        Assert.That(
            new[]
            {
                KindOf(group => group with { IsSecurityEnabled = null }),
                KindOf(group => group with { IsMicrosoft365 = null }),
                KindOf(group => group with { IsDynamic = null }),
                KindOf(group => group with { IsSynchronised = null }),
            },
            Is.All.Null
        );

    [Test]
    public void Of_a_group_that_the_directory_did_not_tell_of_nothing_is_claimed()
    {
        var tenant = Tenant.Member(Crew, "Ada").Assigned(Crew, Role);
        var row = Row(
            tenant with
            {
                Groups = [],
                Memberships =
                [
                    .. tenant.Memberships,
                    new(A.Id("Outer"), A.Id(Crew), ObjectKind.Group, GroupAccess.Member),
                ],
            }
        );

        Assert.That(
            (row.Group.Kind, row.IsRoleAssignable, row.Kind),
            Is.EqualTo((ObjectKind.Group, (bool?)null, (string?)null))
        );
    }

    private static string? KindOf(Func<Group, Group> change) =>
        Row(A.Tenant.Group(Crew, change).Assigned(Crew, Role)).Kind;

    private static GroupRow Row(TenantSnapshot tenant) => Audit.Judge(tenant, AuditConfiguration.Empty).Groups.Single();
}
