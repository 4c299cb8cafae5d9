using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class BlindnessTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada")
        .Groups("Mail", "Inner", "Aside")
        .Member("Mail", "Ada")
        .Assigned("Mail", Role);

    [Test]
    public void Nobody_is_hidden_where_everything_was_read() => Assert.That(Tenant.Hidden(), Is.Empty);

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    public void A_list_of_people_that_was_not_read_hides_holders(SnapshotParts part) =>
        Assert.That(Tenant.Gap(part, "Mail").Hidden(), Is.EqualTo([("Mail", part)]));

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    public void A_part_that_was_refused_as_a_whole_hides_holders_too(SnapshotParts part) =>
        Assert.That(Tenant.Refuse(part).Hidden(), Is.EqualTo([("Mail", part)]));

    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.GroupSettings)]
    public void A_list_that_names_nobody_new_hides_nobody(SnapshotParts part) =>
        Assert.That(Tenant.Gap(part, "Mail").Hidden(), Is.Empty);

    [Test]
    public void A_nested_group_hides_holders_and_is_named_itself() =>
        Assert.That(
            Tenant.Member("Mail", "Inner").Gap(SnapshotParts.GroupMembers, "Inner").Hidden(),
            Is.EqualTo([("Inner", SnapshotParts.GroupMembers)])
        );

    [Test]
    public void A_group_on_no_path_hides_nobody() =>
        Assert.That(Tenant.Gap(SnapshotParts.GroupMembers, "Aside").Hidden(), Is.Empty);

    [Test]
    public void An_owner_group_that_was_not_read_hides_no_certain_holder() =>
        Assert.That(Tenant.EligibleOwner("Mail", "Aside").Gap(SnapshotParts.GroupMembers, "Aside").Hidden(), Is.Empty);

    [Test]
    public void An_owner_group_that_was_not_read_hides_people_who_could_add_themselves() =>
        Assert.That(
            AccessMap
                .Resolve(
                    Tenant
                        .EligibleOwner("Mail", "Aside")
                        .Gap(SnapshotParts.GroupMembers, "Aside")
                        .Gap(SnapshotParts.GroupMembers, "Mail")
                )
                .HiddenTakeovers.Select(spot => (spot.Subject.Label, spot.Gap.Part)),
            Is.EqualTo([("Aside", SnapshotParts.GroupMembers)])
        );

    [Test]
    public void A_group_on_two_paths_is_named_once() =>
        Assert.That(
            Tenant.Assigned("Mail", "SharePoint Administrator").Gap(SnapshotParts.GroupMembers, "Mail").Hidden(),
            Is.EqualTo([("Mail", SnapshotParts.GroupMembers)])
        );

    [Test]
    public void An_id_of_which_nothing_was_read_may_be_a_group() =>
        Assert.That(
            A.Tenant.Assigned("Nobody", Role).Gap(SnapshotParts.Principals, "Nobody").Hidden(),
            Is.EqualTo([(A.Id("Nobody").ToString("D"), SnapshotParts.Principals)])
        );

    [Test]
    public void An_id_that_the_directory_does_not_have_hides_nobody() =>
        Assert.That(A.Tenant.Unresolved("Gone").Assigned("Gone", Role).Hidden(), Is.Empty);

    [Test]
    public void A_deleted_user_hides_nobody() =>
        Assert.That(A.Tenant.Deleted("Ada", TimeSpan.FromDays(1)).Assigned("Ada", Role).Hidden(), Is.Empty);

    [Test]
    public void Without_a_licence_nobody_can_be_eligible_so_nobody_is_hidden() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .Groups("Mail")
                .PlainMember("Mail", "Ada")
                .AssignedUnlisted("Mail", Role)
                .Unlicensed()
                .Hidden(),
            Is.Empty
        );

    [Test]
    public void The_known_people_of_a_half_read_group_are_still_there() =>
        Assert.That(
            Tenant.Gap(SnapshotParts.GroupMembers, "Mail").Paths(),
            Is.EqualTo(["Ada -standing member-> Mail -standing-> Exchange Administrator [Standing]"])
        );

    [Test]
    public void Holders_of_a_half_read_group_are_known_to_be_more()
    {
        var holders = AccessMap
            .Resolve(Tenant.Member("Mail", "Inner").Gap(SnapshotParts.GroupMembers, "Inner"))
            .HoldersOf(A.Id("Mail"));

        Assert.That(
            (holders.Ids.Single(), holders.Hidden?.Part),
            Is.EqualTo((A.Id("Ada"), (SnapshotParts?)SnapshotParts.GroupMembers))
        );
    }
}
