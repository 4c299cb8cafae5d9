using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class PathTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Groups("Mail");

    [Test]
    public void One_eligible_hop_makes_the_path_eligible() =>
        Assert.That(States(Tenant.Member("Mail", "Ada").Eligible("Mail", Role)), Is.EqualTo([HopState.Eligible]));

    [Test]
    public void Standing_hops_make_a_standing_path() =>
        Assert.That(States(Tenant.Member("Mail", "Ada").Assigned("Mail", Role)), Is.EqualTo([HopState.Standing]));

    [Test]
    public void An_activated_hop_among_open_ones_makes_the_path_activated() =>
        Assert.That(
            States(Tenant.ActivatedMember("Mail", "Ada").Assigned("Mail", Role)),
            Is.EqualTo([HopState.Activated])
        );

    [Test]
    public void A_hop_of_unknown_type_among_open_ones_makes_the_path_unknown() =>
        Assert.That(
            States(Tenant.ActivatedMember("Mail", "Ada").AssignedUnlisted("Mail", Role)),
            Is.EqualTo([HopState.Unknown])
        );

    [Test]
    public void A_path_ends_with_its_first_hop_that_ends()
    {
        var tenant = Tenant
            .Member("Mail", "Ada", ends: TimeSpan.FromDays(5))
            .Assigned("Mail", Role, ends: TimeSpan.FromDays(9));

        Assert.That(AccessMap.Resolve(tenant).Paths.Select(path => path.EndsAt), Is.EqualTo([A.TakenAt.AddDays(5)]));
    }

    [Test]
    public void A_path_without_an_end_is_permanent() =>
        Assert.That(
            AccessMap.Resolve(Tenant.Member("Mail", "Ada").Assigned("Mail", Role)).Paths.Select(path => path.EndsAt),
            Is.EqualTo(new DateTimeOffset?[] { null })
        );

    [Test]
    public void A_path_starts_with_its_last_hop_that_starts()
    {
        var tenant = Tenant
            .Member("Mail", "Ada", started: TimeSpan.FromDays(5))
            .Assigned("Mail", Role, started: TimeSpan.FromDays(9));

        Assert.That(AccessMap.Resolve(tenant).Paths.Select(path => path.StartsAt), Is.EqualTo([A.TakenAt.AddDays(-5)]));
    }

    [Test]
    public void The_holder_of_a_path_is_the_group_with_the_role()
    {
        var tenant = Tenant.Member("Mail", "Ada").Assigned("Mail", Role).Assigned("Ada", Role);

        Assert.That(
            AccessMap.Resolve(tenant).Paths.Select(path => path.Holder?.Label),
            Is.EquivalentTo(new[] { "Mail", null })
        );
    }

    [Test]
    public void Each_hop_cites_its_rows()
    {
        var tenant = Tenant.EligibleMember("Mail", "Ada").Assigned("Mail", Role);

        Assert.That(
            AccessMap.Resolve(tenant).Paths.Single().Hops.SelectMany(hop => hop.Evidence).Select(row => row.Id),
            Is.EqualTo([
                MembersOf.RowId("ge", "Mail", "Ada", GroupAccess.Member),
                RolesOf.RowId("rai", "Mail", Role),
                RolesOf.RowId("ra", "Mail", Role),
            ])
        );
    }

    [Test]
    public void A_plain_member_is_cited_by_the_ids_of_group_and_member()
    {
        var tenant = Tenant.PlainMember("Mail", "Ada").Assigned("Mail", Role);

        Assert.That(
            AccessMap.Resolve(tenant).Paths.Single().Hops[0].Evidence,
            Is.EqualTo([new Evidence(SnapshotParts.GroupMembers, $"{A.Id("Mail"):D}/{A.Id("Ada"):D}")])
        );
    }

    private static IEnumerable<HopState> States(TenantSnapshot tenant) =>
        AccessMap.Resolve(tenant).Paths.Select(path => path.State);
}
