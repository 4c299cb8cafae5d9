using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.ConditionalAccess;

/// <summary>Whom a policy reaches: included, and not excluded.</summary>
public sealed class PolicyReachTests
{
    private const string Role = "Exchange Administrator";
    private const string Unit = "/administrativeUnits/0c0ffee0-0000-4000-8000-000000000001";

    private static readonly PolicyAudience Nobody = PoliciesOf.Nobody;
    private static readonly PolicyAudience Ada = Nobody with { Users = [A.Id("Ada")] };
    private static readonly PolicyAudience Staff = Nobody with { Groups = [A.Id("Staff")] };
    private static readonly PolicyAudience Holders = Nobody with { Roles = [A.Role(Role)] };
    private static readonly PolicyAudience Guests = Nobody with { Guests = true };

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").InGroups("Ada");

    [Test]
    public void A_person_is_included_by_name_by_group_or_with_everybody() =>
        Assert.That(
            new[]
            {
                Reaches(Tenant, Nobody),
                Reaches(Tenant, Ada),
                Reaches(Tenant, PoliciesOf.Everyone),
                Reaches(Tenant, Nobody with { Users = [A.Id("Ben")] }),
                Reaches(Tenant, Staff),
                Reaches(A.Tenant.Users("Ada").InGroups("Ada", "Others", "Staff"), Staff),
            },
            Is.EqualTo(new bool?[] { false, true, true, false, false, true })
        );

    [Test]
    public void A_role_counts_while_it_stands_in_the_whole_tenant() =>
        Assert.That(
            new[]
            {
                Reaches(Tenant.Assigned("Ada", Role), Holders),
                Reaches(Tenant.Eligible("Ada", Role), Holders),
                Reaches(Tenant.Activated("Ada", Role), Holders),
                Reaches(Tenant.Assigned("Ada", Role, scope: Unit), Holders),
                Reaches(Tenant.Assigned("Ada", "User Administrator"), Holders),
                Reaches(Tenant.Groups("Crew").Assigned("Crew", Role).Member("Crew", "Ada"), Holders),
            },
            Is.EqualTo(new bool?[] { true, false, false, false, false, true })
        );

    [Test]
    public void A_role_that_may_stand_leaves_the_answer_open()
    {
        var hidden = Tenant.Groups("Crew").Gap(SnapshotParts.GroupMembers, "Crew");

        Assert.That(
            new[]
            {
                Reaches(Tenant.AssignedUnlisted("Ada", Role), Holders),
                Reaches(hidden.Assigned("Crew", Role), Holders),
                Reaches(hidden.Assigned("Crew", Role, scope: Unit), Holders),
                Reaches(hidden.Eligible("Crew", Role), Holders),
                Reaches(hidden.Assigned("Crew", "User Administrator"), Holders),
            },
            Is.EqualTo(new bool?[] { null, null, false, false, false })
        );
    }

    [Test]
    public void A_guest_is_reached_by_a_policy_for_guests() =>
        Assert.That(
            new[] { "Guest", "Member", null }.Select(type =>
                Reaches(A.Tenant.User("Ada", user => user with { UserType = type }).InGroups("Ada"), Guests)
            ),
            Is.EqualTo(new bool?[] { true, false, null })
        );

    [Test]
    public void Whoever_is_excluded_is_not_reached()
    {
        var guest = A.Tenant.User("Ada", user => user with { UserType = "Guest" });

        Assert.That(
            new[]
            {
                Reaches(Tenant, PoliciesOf.Everyone, Ada),
                Reaches(Tenant, Ada, PoliciesOf.Everyone),
                Reaches(guest.InGroups("Ada", "Staff"), PoliciesOf.Everyone, Staff),
                Reaches(guest.InGroups("Ada"), PoliciesOf.Everyone, Guests),
                Reaches(Tenant.Assigned("Ada", Role), PoliciesOf.Everyone, Holders),
                Reaches(Tenant.AssignedUnlisted("Ada", Role), PoliciesOf.Everyone, Holders),
                Reaches(Tenant.Eligible("Ada", Role), PoliciesOf.Everyone, Holders),
            },
            Is.EqualTo(new bool?[] { false, false, false, false, false, null, true })
        );
    }

    [Test]
    public void Groups_that_were_not_read_matter_only_where_the_policy_names_groups()
    {
        var unread = A.Tenant.Users("Ada");

        Assert.That(
            new[]
            {
                Reaches(unread, Ada),
                Reaches(unread, Staff),
                Reaches(unread, Ada, Staff),
                Reaches(unread, Staff with { Users = [A.Id("Ada")] }),
                Reaches(unread, Nobody, Staff),
            },
            Is.EqualTo(new bool?[] { true, null, null, true, false })
        );
    }

    [Test]
    public void An_open_answer_names_what_was_not_read()
    {
        var noGroups = A.Tenant.Users("Ada");
        var crew = Tenant.Groups("Crew").Assigned("Crew", Role).Gap(SnapshotParts.GroupMembers, "Crew");
        var untold = A.Tenant.User("Ada", user => user with { UserType = null }).InGroups("Ada");

        Assert.That(
            new[]
            {
                GapOf(noGroups, Staff),
                GapOf(noGroups.Gap(SnapshotParts.GroupsOfUsers, "Ada"), Staff),
                GapOf(crew, Holders),
                GapOf(untold, Guests),
            }.Select(gap => (gap?.Part, gap?.Reason, gap?.Detail)),
            Is.EqualTo(
                new (SnapshotParts?, MissingReason?, string?)[]
                {
                    (SnapshotParts.GroupsOfUsers, MissingReason.NotCollected, "The groups of Ada were not read."),
                    (SnapshotParts.GroupsOfUsers, MissingReason.Throttled, "Graph answered 429."),
                    (SnapshotParts.GroupMembers, MissingReason.Throttled, "Graph answered 429."),
                    (
                        SnapshotParts.Principals,
                        MissingReason.Malformed,
                        "It was not read whether Ada is a guest, or which roles the account holds for good."
                    ),
                }
            )
        );
    }

    /// <summary>It signs in nowhere, so nothing about it is missing.</summary>
    [Test]
    public void An_account_that_is_gone_is_in_no_group_and_no_guest() =>
        Assert.That(
            new[] { A.Tenant.Deleted("Ada", TimeSpan.FromDays(3)), A.Tenant.Unresolved("Ada") }.SelectMany(tenant =>
                new[] { Reaches(tenant, Staff), Reaches(tenant, Guests), Reaches(tenant, Ada) }
            ),
            Is.EqualTo(new bool?[] { false, false, true, false, false, true })
        );

    private static bool? Reaches(TenantSnapshot tenant, PolicyAudience includes, PolicyAudience? excludes = null) =>
        Ask(tenant, includes, excludes) is { IsKnown: true } known ? known.Value : null;

    private static Gap? GapOf(TenantSnapshot tenant, PolicyAudience includes) => Ask(tenant, includes).Gap;

    private static Known<bool> Ask(TenantSnapshot tenant, PolicyAudience includes, PolicyAudience? excludes = null)
    {
        var asked = tenant.Policy(
            "c1",
            policy => policy with { Includes = includes, Excludes = excludes ?? Nobody, State = PolicyState.Disabled }
        );
        return AccessMap.Resolve(asked).Contexts.Reaches(asked.ConditionalAccessPolicies.Single(), A.Id("Ada"));
    }
}
