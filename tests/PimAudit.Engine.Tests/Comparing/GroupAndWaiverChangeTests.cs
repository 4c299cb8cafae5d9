using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Comparing;

public sealed class GroupAndWaiverChangeTests
{
    private const string Group = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Plain = A.Tenant.Users("Ada").Groups(Group);

    [Test]
    public void A_group_that_carries_a_role_now_is_named_even_without_members() =>
        Assert.That(
            Changes.Between(Plain, Plain.Eligible(Group, Role)),
            Is.EqualTo([$"Group Gained: {Group}, role: - => eligible"])
        );

    [Test]
    public void A_group_that_carries_a_role_no_more_is_named() =>
        Assert.That(
            Changes.Between(Plain.Assigned(Group, Role), Plain),
            Is.EqualTo([$"Group Lost: {Group}, role: active => -"])
        );

    [Test]
    public void A_role_of_a_group_is_not_confirmed_gone_where_a_list_was_not_read() =>
        Assert.That(
            Changes.Between(Plain.Eligible(Group, Role), Plain.Refuse(SnapshotParts.EligibleAssignments)),
            Is.EqualTo([$"Group NotConfirmed: {Group}, role: eligible => not read"])
        );

    /// <summary>The lists still name its id; that it is a group nobody could tell.</summary>
    [Test]
    public void A_group_that_could_not_be_resolved_neither_gains_nor_loses_its_role()
    {
        var seen = Plain.Eligible(Group, Role);
        var hidden = (seen with { Groups = [] }).Gap(SnapshotParts.Principals, Group);

        Assert.That(Of(seen, hidden), Is.EqualTo([$"Group NotConfirmed: {Group}, role: eligible => not read"]));
        Assert.That(Of(hidden, seen), Is.Empty);
    }

    [Test]
    public void An_approach_that_asks_for_no_activation_any_more_is_weaker() =>
        Assert.That(
            Of(
                Plain.Assigned(Group, Role).EligibleMember(Group, "Ada"),
                Plain.Assigned(Group, Role).Member(Group, "Ada")
            ),
            Is.EqualTo([$"Group Weakened: {Group}, approach: Approach 2 => standing"])
        );

    [Test]
    public void An_approach_that_asks_for_one_now_is_stronger() =>
        Assert.That(
            Of(Plain.Assigned(Group, Role).Member(Group, "Ada"), Plain.Eligible(Group, Role).Member(Group, "Ada")),
            Is.EqualTo([$"Group Strengthened: {Group}, approach: standing => Approach 1"])
        );

    [Test]
    public void The_other_approach_is_neither() =>
        Assert.That(
            Of(
                Plain.Assigned(Group, Role).EligibleMember(Group, "Ada"),
                Plain.Eligible(Group, Role).Member(Group, "Ada")
            ),
            Is.EqualTo([$"Group Altered: {Group}, approach: Approach 2 => Approach 1"])
        );

    [Test]
    public void Protection_and_owners_are_compared()
    {
        var tenant = Plain.Assigned(Group, Role).Member(Group, "Ada");

        Assert.That(
            Of(tenant, Changed(tenant, group => group with { IsRoleAssignable = false }).Owner(Group, "Ada")),
            Is.EquivalentTo([
                $"Group Weakened: {Group}, protection: role-assignable => not role-assignable",
                $"Group Altered: {Group}, owners: 0 owners => 1 owner",
            ])
        );
    }

    [Test]
    public void Owners_that_were_not_read_again_are_not_confirmed() =>
        Assert.That(
            Of(
                Plain.Assigned(Group, Role).Member(Group, "Ada"),
                Plain.Assigned(Group, Role).Member(Group, "Ada").Gap(SnapshotParts.GroupOwners, Group)
            ),
            Is.EqualTo([$"Group NotConfirmed: {Group}, owners: 0 owners => not read"])
        );

    [Test]
    public void A_new_name_of_a_group_is_a_new_name() =>
        Assert.That(
            Changes.Between(
                Plain.Assigned(Group, Role),
                Changed(Plain.Assigned(Group, Role), group => group with { DisplayName = "RAG - Mail" })
            ),
            Is.EqualTo([$"Group Renamed: RAG - Mail, name: {Group} => RAG - Mail"])
        );

    [Test]
    public void A_waiver_comes_and_goes() =>
        Assert.That(
            Waived([], [Waiver("2026-12-31")]).Concat(Waived([Waiver("2026-12-31")], [])),
            Is.EqualTo([
                "Waiver Gained: PIM101 for a, b: - => until 2026-12-31",
                "Waiver Lost: PIM101 for a, b: until 2026-12-31 => -",
            ])
        );

    [Test]
    public void A_waiver_that_ran_out_between_the_runs_expired()
    {
        var (then, now) = (Waiver("2026-09-30"), Waiver("2026-09-30") with { State = WaiverState.Expired });

        Assert.That(
            Waived([then], [now]),
            Is.EqualTo(["Waiver Expired: PIM101 for a, b: until 2026-09-30 => until 2026-09-30"])
        );
        Assert.That(Waived([now], [now]), Is.Empty);
    }

    [TestCase("2027-01-31", "Extended")]
    [TestCase("2026-11-30", "Shortened")]
    public void A_waiver_that_lasts_otherwise_is_moved(string until, string kind) =>
        Assert.That(
            Waived([Waiver("2026-12-31")], [Waiver(until)]),
            Is.EqualTo([$"Waiver {kind}: PIM101 for a, b: until 2026-12-31 => until {until}"])
        );

    [Test]
    public void Targets_in_another_order_or_spelling_are_the_same_waiver() =>
        Assert.That(Waived([Waiver("2026-12-31")], [Waiver("2026-12-31") with { Targets = [" B", "A "] }]), Is.Empty);

    [Test]
    public void Another_reason_or_approver_is_a_change() =>
        Assert.That(
            Waived([Waiver("2026-12-31")], [Waiver("2026-12-31") with { ApprovedBy = "Bea" }]),
            Is.EqualTo([
                "Waiver Altered: PIM101 for a, b, reason: Migration (approved by Ada) => Migration (approved by Bea)",
            ])
        );

    private static TenantSnapshot Changed(TenantSnapshot tenant, Func<Group, Group> change) =>
        tenant with
        {
            Groups = [.. tenant.Groups.Select(change)],
        };

    private static IEnumerable<string> Of(TenantSnapshot before, TenantSnapshot after) =>
        Changes.Between(before, after).Where(line => line.StartsWith("Group", StringComparison.Ordinal));

    private static string[] Waived(ImmutableArray<WaiverRow> before, ImmutableArray<WaiverRow> after)
    {
        var result = Changes.Judge(Plain);
        return Changes.Between(result with { Waivers = before }, result with { Waivers = after });
    }

    private static WaiverRow Waiver(string until) =>
        new(
            "PIM101",
            ["a", "b"],
            "Migration",
            "Ada",
            DateOnly.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            0,
            WaiverState.Used,
            IsBroad: false,
            1
        );
}
