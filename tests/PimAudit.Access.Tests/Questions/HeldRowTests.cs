using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

/// <summary>Assignments in a list: their order, their kind, and what a list could not see.</summary>
public sealed class HeldRowTests
{
    private const string Role = "Exchange Administrator";
    private const string Unit = "/administrativeUnits/0c0ffee0-0000-4000-8000-000000000001";

    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);
    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("Mail");

    [Test]
    public void Rows_of_one_end_stand_by_person_then_target_then_scope() =>
        Assert.That(
            Expiring(
                    Tenant
                        .Assigned("Ben", Role, Soon)
                        .Eligible("Ada", "User Administrator", Soon)
                        .EligibleMember("Mail", "Ada", Soon)
                        .Assigned("Ada", Role, Soon, scope: Unit)
                        .Assigned("Ada", Role, Soon)
                )
                .Select(row => (row.Principal.Label, row.Target.Label, row.Scope)),
            Is.EqualTo([
                ("Ada", Role, "/"),
                ("Ada", Role, Unit),
                ("Ada", "Mail", "/"),
                ("Ada", "User Administrator", "/"),
                ("Ben", Role, "/"),
            ])
        );

    [Test]
    public void Namesakes_stand_by_id_and_rows_that_agree_by_their_evidence()
    {
        string[] twins = ["One", "Two", "Three", "Four"];
        var tenant = twins.Aggregate(
            A.Tenant,
            (so, twin) =>
                so.User(twin, user => user with { DisplayName = "Twin" })
                    .Assigned(twin, Role, Soon)
                    .Eligible(twin, Role, Soon)
        );
        var rows = Expiring(tenant).ToList();

        Assert.That(
            rows.Select(row => row.Principal.Id),
            Is.EqualTo(
                twins
                    .Select(twin => A.Id(twin).ToString("D"))
                    .Order(StringComparer.Ordinal)
                    .SelectMany(id => new[] { id, id })
            )
        );
        Assert.That(rows.Take(2).Select(row => row.Evidence[0].Id), Is.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public void A_row_says_whether_it_is_a_role_a_membership_or_an_ownership() =>
        Assert.That(
            Expiring(
                    Tenant
                        .Assigned("Ada", Role, Soon)
                        .EligibleMember("Mail", "Ada", Soon)
                        .EligibleOwner("Mail", "Ben", Soon)
                )
                .Select(row => (row.Relation, row.State)),
            Is.EquivalentTo([
                (HopRelation.Role, HopState.Standing),
                (HopRelation.Member, HopState.Eligible),
                (HopRelation.Owner, HopState.Eligible),
            ])
        );

    [Test]
    public void An_activation_names_the_group_whose_eligibility_it_used() =>
        Assert.That(
            new[] { "Mail", "Ada" }.Select(through =>
                Held.ActiveNow(
                        AccessMap.Resolve(
                            Tenant.Member("Mail", "Ada").Eligible("Mail", Role).Activated("Ada", Role, through: through)
                        ),
                        A.TakenAt
                    )
                    .Rows.Single()
                    .Through?.Label
            ),
            Is.EqualTo(["Mail", null])
        );

    [Test]
    public void A_membership_whose_kind_was_not_read_is_named_as_one() =>
        Assert.That(
            WaysInWords.Of(
                Held.ActiveNow(
                    AccessMap.Resolve(
                        Tenant
                            .PlainMember("Mail", "Ada")
                            .Assigned("Mail", Role)
                            .Gap(SnapshotParts.GroupAssignments, "Mail")
                    ),
                    A.TakenAt
                ).Unread
            ),
            Is.EquivalentTo(["GroupAssignments Mail", "GroupAssignments Ada"])
        );

    [Test]
    public void Lists_members_and_owners_that_were_not_read_are_named_by_part() =>
        Assert.That(
            WaysInWords.Of(
                Held.ActiveNow(
                    AccessMap.Resolve(
                        Tenant
                            .Refuse(SnapshotParts.EligibleAssignments)
                            .Gap(SnapshotParts.GroupMembers, "Mail")
                            .Gap(SnapshotParts.GroupOwners, "Mail")
                    ),
                    A.TakenAt
                ).Unread
            ),
            Is.EqualTo(["EligibleAssignments", "GroupMembers Mail", "GroupOwners Mail"])
        );

    [Test]
    public void Facts_of_one_part_stand_by_object_and_groups_are_known_by_their_people_too()
    {
        string[] groups = ["Mail", "Known by a member", "Known by an activation", "Known by an eligibility"];
        var tenant = groups.Aggregate(
            Tenant.PlainMember(groups[1], "Ada").ActivatedMember(groups[2], "Ada").EligibleMember(groups[3], "Ada"),
            (so, group) => so.Gap(SnapshotParts.GroupOwners, group)
        );

        Assert.That(
            Held.ActiveNow(AccessMap.Resolve(tenant), A.TakenAt).Unread.Select(fact => fact.Subject?.Id),
            Is.EquivalentTo(groups.Select(group => A.Id(group).ToString("D")))
        );
        Assert.That(
            Held.ActiveNow(AccessMap.Resolve(tenant), A.TakenAt).Unread.Select(fact => fact.Subject?.Key),
            Is.Ordered.Using<string>(StringComparer.Ordinal)
        );
    }

    [Test]
    public void An_orphan_that_has_ended_by_now_is_none_any_more()
    {
        var map = AccessMap.Resolve(Tenant.Unresolved("Gone").Eligible("Gone", Role, Soon));
        var end = A.TakenAt + Soon;

        Assert.That(
            new[] { end.AddTicks(-1), end, end.AddTicks(1) }.Select(now => Orphans.Ask(map, now).Rows.Length),
            Is.EqualTo([1, 0, 0])
        );
    }

    [Test]
    public void The_gone_stand_before_the_disabled() =>
        Assert.That(
            Orphans
                .Ask(
                    AccessMap.Resolve(
                        A.Tenant.User("Ada", user => user with { IsEnabled = false })
                            .Unresolved("Zoe")
                            .Assigned("Ada", Role)
                            .Assigned("Zoe", Role)
                    ),
                    A.TakenAt
                )
                .Rows.Select(one => (one.Life.Fault, one.Life.IsGone)),
            Is.EqualTo([("is not in the directory any more", true), ("is disabled", false)])
        );

    private static IEnumerable<HeldRow> Expiring(TenantSnapshot tenant) =>
        Held.Expiring(AccessMap.Resolve(tenant), TimeSpan.FromDays(14), A.TakenAt).Rows;
}
