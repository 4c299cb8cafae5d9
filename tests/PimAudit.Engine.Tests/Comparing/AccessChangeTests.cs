using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Comparing;

public sealed class AccessChangeTests
{
    private const string Group = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Empty = A.Tenant.Users("Ada", "Bea").Groups(Group);
    private static readonly TenantSnapshot Eligible = Empty.Eligible("Ada", Role);
    private static readonly TenantSnapshot Standing = Empty.Assigned("Ada", Role);
    private static readonly TenantSnapshot Through = Empty.Member(Group, "Ada").Eligible(Group, Role);

    [Test]
    public void Nothing_is_different_in_an_unchanged_tenant() =>
        Assert.That(Changes.Between(Through.Eligible("Bea", Role), Through.Eligible("Bea", Role)), Is.Empty);

    [Test]
    public void Who_reaches_a_role_now_and_did_not_has_gained_it() =>
        Assert.That(Changes.Between(Empty, Eligible), Is.EqualTo(["Access Gained: Ada: - => eligible, permanent"]));

    [Test]
    public void Who_reached_a_role_and_does_not_has_lost_it() =>
        Assert.That(Changes.Between(Standing, Empty), Is.EqualTo(["Access Lost: Ada: standing, permanent => -"]));

    [Test]
    public void A_path_through_a_group_is_named() =>
        Assert.That(
            Changes.Between(Empty, Through).Where(line => line.StartsWith("Access", StringComparison.Ordinal)),
            Is.EqualTo([$"Access Gained: Ada, through {Group}: - => eligible, permanent"])
        );

    [Test]
    public void From_eligible_to_standing_is_one_change() =>
        Assert.That(
            Changes.Between(Eligible, Standing),
            Is.EqualTo(["Access MadeStanding: Ada: eligible, permanent => standing, permanent"])
        );

    [Test]
    public void Standing_beside_an_eligibility_is_made_standing_too() =>
        Assert.That(
            Changes.Between(Eligible, Eligible.Assigned("Ada", Role)),
            Is.EqualTo(["Access MadeStanding: Ada: eligible, permanent => standing, permanent"])
        );

    [Test]
    public void From_standing_to_eligible_is_one_change() =>
        Assert.That(
            Changes.Between(Standing, Eligible),
            Is.EqualTo(["Access MadeEligible: Ada: standing, permanent => eligible, permanent"])
        );

    [Test]
    public void An_eligibility_beside_standing_access_comes_and_goes() =>
        Assert.That(
            Changes
                .Between(Standing, Standing.Eligible("Ada", Role))
                .Concat(Changes.Between(Standing.Eligible("Ada", Role), Standing)),
            Is.EqualTo(["Access Gained: Ada: - => eligible, permanent", "Access Lost: Ada: eligible, permanent => -"])
        );

    [TestCase(10, 20, "Extended: Ada: eligible, ends 2026-10-11 06:00 UTC => eligible, ends 2026-10-21 06:00 UTC")]
    [TestCase(20, 10, "Shortened: Ada: eligible, ends 2026-10-21 06:00 UTC => eligible, ends 2026-10-11 06:00 UTC")]
    [TestCase(10, null, "Extended: Ada: eligible, ends 2026-10-11 06:00 UTC => eligible, permanent")]
    [TestCase(null, 10, "Shortened: Ada: eligible, permanent => eligible, ends 2026-10-11 06:00 UTC")]
    public void An_end_that_moved_is_an_extension_or_the_reverse(int? before, int? after, string change) =>
        Assert.That(
            Changes.Between(Empty.Eligible("Ada", Role, Days(before)), Empty.Eligible("Ada", Role, Days(after))),
            Is.EqualTo([$"Access {change}"])
        );

    [Test]
    public void An_activation_is_no_change() =>
        Assert.That(
            Changes
                .Between(Eligible, Eligible.Activated("Ada", Role))
                .Concat(Changes.Between(Eligible.Activated("Ada", Role), Eligible)),
            Is.Empty
        );

    [Test]
    public void An_activation_through_a_group_is_no_change() =>
        Assert.That(
            Changes
                .Between(Through, Through.Activated("Ada", Role))
                .Concat(Changes.Between(Through.Activated("Ada", Role), Through)),
            Is.Empty
        );

    /// <summary>The last activation outlives the eligibility: the access has not gone yet.</summary>
    [Test]
    public void An_eligibility_that_ended_during_an_activation_is_shortened() =>
        Assert.That(
            Changes.Between(Eligible.Activated("Ada", Role), Empty.Activated("Ada", Role)),
            Has.Length.EqualTo(1).And.One.StartsWith("Access Shortened: Ada: eligible, permanent => activated, ends ")
        );

    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.RoleAssignments)]
    public void Gone_is_not_confirmed_where_a_list_was_not_read_again(SnapshotParts part) =>
        Assert.That(
            Changes.Between(Eligible, Empty.Refuse(part)),
            Is.EqualTo(["Access NotConfirmed: Ada: eligible, permanent => not read"])
        );

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Gone_from_a_group_is_not_confirmed_where_the_group_was_not_read_again(SnapshotParts part) =>
        Assert.That(
            Changes.Between(Through, Empty.Eligible(Group, Role).Gap(part, Group)),
            Has.One.EqualTo($"Access NotConfirmed: Ada, through {Group}: eligible, permanent => not read")
                .And.None.StartsWith("Access Lost")
        );

    [Test]
    public void Another_group_that_was_not_read_leaves_no_doubt() =>
        Assert.That(
            Changes.Between(Through, Empty.Eligible(Group, Role).Gap(SnapshotParts.GroupMembers, "Other")),
            Has.One.StartsWith($"Access Lost: Ada, through {Group}")
        );

    /// <summary>An id that could not be resolved holds what its members hold in the other run.</summary>
    [Test]
    public void A_group_that_could_not_be_resolved_is_neither_a_gain_nor_a_loss()
    {
        var hidden = (Empty.Eligible(Group, Role) with { Groups = [] }).Gap(SnapshotParts.Principals, Group);

        Assert.That(
            Changes
                .Between(Through, hidden)
                .Concat(Changes.Between(hidden, Through))
                .Where(line => line.StartsWith("Access", StringComparison.Ordinal)),
            Is.EqualTo([$"Access NotConfirmed: Ada, through {Group}: eligible, permanent => not read"])
        );
    }

    [Test]
    public void What_the_earlier_run_could_not_read_is_no_gain() =>
        Assert.That(Changes.Between(Empty.Refuse(SnapshotParts.EligibleAssignments), Eligible), Is.Empty);

    [Test]
    public void Standing_access_is_a_gain_although_the_earlier_run_could_not_read_who_is_eligible() =>
        Assert.That(
            Changes.Between(Empty.Refuse(SnapshotParts.EligibleAssignments), Standing),
            Is.EqualTo(["Access Gained: Ada: - => standing, permanent"])
        );

    /// <summary>Without the list that tells them apart, an activation looks like any other assignment.</summary>
    [Test]
    public void An_assignment_of_unknown_kind_is_no_gain_of_somebody_who_was_eligible() =>
        Assert.That(
            Changes.Between(Eligible, Eligible.Activated("Ada", Role).Refuse(SnapshotParts.ActiveAssignments)),
            Is.Empty
        );

    [Test]
    public void An_assignment_of_unknown_kind_is_a_gain_of_somebody_who_had_nothing() =>
        Assert.That(
            Changes.Between(Empty, Standing.Refuse(SnapshotParts.ActiveAssignments)),
            Is.EqualTo(["Access Gained: Ada: - => active, kind not read, end not read"])
        );

    [Test]
    public void Standing_access_whose_kind_was_not_read_again_is_no_change() =>
        Assert.That(
            Changes
                .Between(Standing, Standing.Refuse(SnapshotParts.ActiveAssignments))
                .Concat(Changes.Between(Standing.Refuse(SnapshotParts.ActiveAssignments), Standing)),
            Is.Empty
        );

    [Test]
    public void A_licence_that_ran_out_hides_eligibilities_and_ends_none() =>
        Assert.That(
            Changes.Between(Eligible.Assigned("Bea", Role), Empty.Unlicensed()),
            Is.EquivalentTo([
                "Access NotConfirmed: Ada: eligible, permanent => not read",
                "Access Lost: Bea: standing, permanent => -",
            ])
        );

    [Test]
    public void Another_name_is_a_new_name_and_not_another_person() =>
        Assert.That(
            Changes.Between(
                Eligible,
                Eligible with
                {
                    Users = [.. Eligible.Users.Select(user => user with { DisplayName = user.DisplayName + " Byrne" })],
                }
            ),
            Is.EqualTo(["Access Renamed: Ada Byrne, name: Ada => Ada Byrne"])
        );

    [Test]
    public void A_name_that_was_not_read_is_no_new_name() =>
        Assert.That(
            Changes.Between(
                Eligible,
                Eligible with
                {
                    Users =
                    [
                        .. Eligible.Users.Select(user => user with { DisplayName = null, UserPrincipalName = null }),
                    ],
                }
            ),
            Is.Empty
        );

    /// <summary>Two collections of an unchanged tenant differ in these.</summary>
    [Test]
    public void Order_row_ids_and_the_case_of_ids_do_not_matter()
    {
        var tenant = Through.Eligible("Bea", Role).Assigned("Bea", "User Administrator");
        var again = tenant with
        {
            Users = [.. tenant.Users.Reverse()],
            RoleAssignments = [.. tenant.RoleAssignments.Reverse()],
            RoleEligibilities =
            [
                .. tenant.RoleEligibilities.Reverse().Select(row => row with { Id = $"another-{row.Id}" }),
            ],
        };
        var result = Changes.Judge(again);
        var shouted = result with
        {
            Access =
            [
                .. result.Access.Select(row =>
                    row with
                    {
                        Principal = Shout(row.Principal),
                        Role = Shout(row.Role),
                        Hops = [.. row.Hops.Select(hop => hop with { From = Shout(hop.From), To = Shout(hop.To) })],
                    }
                ),
            ],
            Groups = [.. result.Groups.Select(row => row with { Group = Shout(row.Group) })],
        };

        Assert.That(Changes.Between(Changes.Judge(tenant), shouted), Is.Empty);
        Assert.That(Changes.Between(shouted, Changes.Judge(tenant)), Is.Empty);
    }

    private static ObjectRef Shout(ObjectRef one) => one with { Id = one.Id.ToUpperInvariant() };

    private static TimeSpan? Days(int? days) => days is { } count ? TimeSpan.FromDays(count) : null;
}
