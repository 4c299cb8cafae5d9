using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class ReconciliationTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("Mail");

    [Test]
    public void A_row_of_both_lists_is_one_grant_with_two_rows_of_evidence()
    {
        var grant = AccessMap.Resolve(Tenant.Assigned("Ada", Role)).Active.Single();

        Assert.That(
            (grant.Id, grant.State, grant.Origin, string.Join(", ", grant.Evidence.Select(row => row.Id))),
            Is.EqualTo(($"ra Ada {Role}", HopState.Standing, GrantOrigin.Pim, $"rai Ada {Role}, ra Ada {Role}"))
        );
    }

    [Test]
    public void A_row_that_PIM_does_not_list_is_of_unknown_type_and_end()
    {
        var grant = AccessMap.Resolve(Tenant.AssignedUnlisted("Ada", Role)).Active.Single();

        Assert.That(
            (grant.State, grant.Origin, grant.IsStanding, grant.IsPermanent),
            Is.EqualTo((HopState.Unknown, GrantOrigin.Unlisted, false, false))
        );
    }

    [Test]
    public void A_row_that_the_directory_does_not_list_counts_by_what_PIM_says()
    {
        var tenant = Tenant.Assigned("Ada", Role) with { RoleAssignments = [] };
        var grant = AccessMap.Resolve(tenant).Active.Single();

        Assert.That(
            (grant.Id, grant.State, grant.IsPermanent),
            Is.EqualTo(($"rai Ada {Role}", HopState.Standing, true))
        );
    }

    [Test]
    public void A_row_without_start_whose_schedule_is_the_row_itself_was_made_outside_PIM()
    {
        var grant = AccessMap.Resolve(Tenant.AssignedOutsidePim("Ada", Role)).Active.Single();

        Assert.That((grant.State, grant.Origin), Is.EqualTo((HopState.Standing, GrantOrigin.OutsidePim)));
    }

    [Test]
    public void Without_a_licence_every_role_assignment_is_standing_and_permanent() =>
        Assert.That(
            AccessMap
                .Resolve(Tenant.AssignedUnlisted("Ada", Role).AssignedUnlisted("Mail", Role).Unlicensed())
                .Active.Select(grant => (grant.PrincipalId, grant.IsPermanent, grant.Origin)),
            Is.EqualTo([(A.Id("Ada"), true, GrantOrigin.OutsidePim), (A.Id("Mail"), true, GrantOrigin.OutsidePim)])
        );

    [TestCase(PartStatus.Refused, MissingReason.Permission)]
    [TestCase(PartStatus.Failed, MissingReason.Throttled)]
    [TestCase(PartStatus.Failed, MissingReason.Transport)]
    public void Without_the_list_of_PIM_no_type_is_known(PartStatus status, MissingReason reason)
    {
        var tenant = Tenant.AssignedUnlisted("Ada", Role).Miss(SnapshotParts.ActiveAssignments, status, reason);

        Assert.That(tenant.Paths(), Is.EqualTo(["Ada -unknown-> Exchange Administrator [Direct]"]));
    }

    [Test]
    public void Without_the_list_of_the_directory_PIM_still_tells() =>
        Assert.That(
            (Tenant.Assigned("Ada", Role) with { RoleAssignments = [] }).Refuse(SnapshotParts.RoleAssignments).Paths(),
            Is.EqualTo(["Ada -standing-> Exchange Administrator [Direct]"])
        );

    [Test]
    public void A_licence_that_only_one_list_lacks_is_no_tenant_without_PIM() =>
        Assert.That(
            Tenant
                .AssignedUnlisted("Ada", Role)
                .Miss(SnapshotParts.ActiveAssignments, PartStatus.Unlicensed, MissingReason.Licence)
                .Paths(),
            Is.EqualTo(["Ada -unknown-> Exchange Administrator [Direct]"])
        );

    [Test]
    public void Two_rows_for_one_target_keep_their_evidence_whatever_their_order()
    {
        var tenant = Tenant.Assigned("Ada", Role);
        var second = tenant.RoleAssignmentInstances[0] with { Id = "rai second", Type = AssignmentType.Activated };
        var forth = tenant with { RoleAssignmentInstances = [tenant.RoleAssignmentInstances[0], second] };
        var back = tenant with { RoleAssignmentInstances = [second, tenant.RoleAssignmentInstances[0]] };

        Assert.That(Rows(back), Is.EqualTo(Rows(forth)));
    }

    [Test]
    public void Members_of_the_directory_alone_stand_outside_PIM_where_PIM_lists_the_group() =>
        Assert.That(
            Links(Tenant.Member("Mail", "Ada").PlainMember("Mail", "Ben")),
            Is.EquivalentTo([("Ada", HopState.Standing, true), ("Ben", HopState.Standing, false)])
        );

    [Test]
    public void Members_of_the_directory_are_plain_members_where_PIM_lists_nobody() =>
        Assert.That(
            Links(Tenant.PlainMember("Mail", "Ada").EligibleMember("Mail", "Ben")),
            Is.EquivalentTo([("Ada", HopState.Standing, true), ("Ben", HopState.Eligible, true)])
        );

    [Test]
    public void An_activated_member_is_not_counted_again_as_a_plain_one() =>
        Assert.That(Links(Tenant.ActivatedMember("Mail", "Ada")), Is.EqualTo([("Ada", HopState.Activated, true)]));

    [Test]
    public void A_member_is_unknown_where_the_list_of_PIM_was_not_read() =>
        Assert.That(
            Links(Tenant.PlainMember("Mail", "Ada").Gap(SnapshotParts.GroupAssignments, "Mail")),
            Is.EqualTo([("Ada", HopState.Unknown, true)])
        );

    [Test]
    public void A_membership_row_that_ended_leaves_the_member_of_the_directory() =>
        Assert.That(
            Links(Tenant.ActivatedMember("Mail", "Ada", ends: TimeSpan.Zero)),
            Is.EqualTo([("Ada", HopState.Standing, true)])
        );

    [Test]
    public void An_owner_row_does_not_vouch_for_a_member()
    {
        var map = AccessMap.Resolve(Tenant.Owner("Mail", "Ada").PlainMember("Mail", "Ada"));
        var people = map.People(A.Id("Mail"));

        Assert.That(
            people.Members.Concat(people.Owners).Select(link => (link.Access, link.State, link.InPim)),
            Is.EqualTo([(GroupAccess.Member, HopState.Standing, false), (GroupAccess.Owner, HopState.Standing, true)])
        );
    }

    private static IEnumerable<(string, HopState, bool)> Links(TenantSnapshot tenant)
    {
        var map = AccessMap.Resolve(tenant);
        return map.People(A.Id("Mail"))
            .Members.Select(link => (map.Directory.Reference(link.PrincipalId).Label, link.State, link.InPim));
    }

    private static IEnumerable<(string, HopState, string)> Rows(TenantSnapshot tenant) =>
        AccessMap
            .Resolve(tenant)
            .Active.Select(grant => (grant.Id, grant.State, string.Join(", ", grant.Evidence.Select(row => row.Id))));
}
