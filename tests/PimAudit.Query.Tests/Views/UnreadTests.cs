using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

/// <summary>An answer says what it rests on and was not read: of the columns that the query read, and of no others.</summary>
public sealed class UnreadTests
{
    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada")
        .Groups("Team")
        .Member("Team", "Ada")
        .Eligible("Team", "Exchange Administrator")
        .Settings("Exchange Administrator")
        .GroupSettings("Team");

    [TestCase("SELECT display_name FROM people", "")]
    [TestCase("SELECT last_sign_in_at FROM people", "SignInActivity")]
    [TestCase("SELECT count(*) FROM people WHERE last_sign_in_at < '2026'", "SignInActivity")]
    [TestCase("SELECT count(*) FROM people", "")]
    [TestCase("SELECT 1 FROM people p ORDER BY p.is_sign_in_read", "SignInActivity")]
    [TestCase("SELECT asks_mfa FROM access_paths", "")]
    public void A_part_that_was_refused_is_said_where_it_is_read(string sql, string unread) =>
        Assert.That(
            string.Join(',', Asked.Unread(Tenant.Refuse(SnapshotParts.SignInActivity), sql)),
            Is.EqualTo(unread)
        );

    [TestCase("SELECT count(*) FROM access_paths", SnapshotParts.EligibleAssignments)]
    [TestCase("SELECT count(*) FROM access_paths", SnapshotParts.GroupMembers)]
    [TestCase("WITH p AS (SELECT * FROM access_paths) SELECT count(*) FROM p", SnapshotParts.EligibleAssignments)]
    [TestCase("SELECT 1 WHERE EXISTS (SELECT 1 FROM eligible_assignments)", SnapshotParts.EligibleAssignments)]
    [TestCase("SELECT count(*) FROM activations", SnapshotParts.AuditEvents)]
    [TestCase("SELECT asks_mfa FROM access_paths", SnapshotParts.RoleSettings)]
    [TestCase("SELECT count(*) FROM role_settings", SnapshotParts.GroupSettings)]
    [TestCase("SELECT count(*) FROM reviews", SnapshotParts.AccessReviews)]
    public void A_part_that_makes_the_rows_is_said_even_for_a_count(string sql, SnapshotParts part) =>
        Assert.That(Asked.Unread(Tenant.Refuse(part), sql), Is.EqualTo([$"{part}"]));

    [Test]
    public void An_object_for_which_a_part_is_missing_is_named() =>
        Assert.That(
            Asked.Unread(Tenant.Gap(SnapshotParts.GroupMembers, "Team"), "SELECT people_count FROM groups"),
            Is.EqualTo(["GroupMembers Team"])
        );

    [Test]
    public void A_value_that_graph_left_out_is_null_and_said()
    {
        var tenant = Tenant.User("Bo", user => user with { IsEnabled = null });

        Assert.That(Asked.Rows(tenant, "SELECT display_name FROM people WHERE is_enabled IS NULL"), Is.EqualTo(["Bo"]));
        Assert.That(Asked.Unread(tenant, "SELECT is_enabled FROM people"), Is.EqualTo(["Principals Bo"]));
        Assert.That(Asked.Unread(tenant, "SELECT is_guest FROM people"), Is.Empty);
    }

    [Test]
    public void An_assignment_of_unknown_kind_is_said_where_its_kind_is_read()
    {
        var tenant = Tenant.AssignedUnlisted("Ada", "Global Administrator");

        Assert.That(
            Asked.Unread(tenant, "SELECT count(*) FROM active_assignments WHERE state = 'standing'"),
            Is.EqualTo(["ActiveAssignments Ada"])
        );
        Assert.That(Asked.Unread(tenant, "SELECT role_name FROM active_assignments"), Is.Empty);
    }

    [TestCase("SELECT principal_id FROM access_paths")]
    [TestCase("SELECT kind FROM people")]
    [TestCase("SELECT is_guest FROM people")]
    public void Somebody_of_whom_nothing_was_read_is_said(string sql) =>
        Assert.That(
            Asked.Unread(A.Tenant.Assigned("Ghost", "Global Administrator"), sql),
            Is.EqualTo([$"Principals {A.Id("Ghost"):D}"])
        );

    /// <summary>It may be a group, and then its people and their memberships are not in the answer.</summary>
    [TestCase("SELECT display_name FROM people WHERE display_name LIKE 'Ada%'")]
    [TestCase("SELECT id FROM groups")]
    [TestCase("SELECT count(*) FROM memberships")]
    public void A_holder_who_may_be_a_group_is_said_where_people_are_counted(string sql) =>
        Assert.That(
            Asked.Unread(Tenant.Assigned("Ghost", "Global Administrator"), sql),
            Is.EqualTo([$"Principals {A.Id("Ghost"):D}"])
        );

    [Test]
    public void Without_a_licence_for_pim_its_lists_are_known_to_be_empty() =>
        Assert.That(Asked.Unread(Tenant.Unlicensed(), "SELECT principal_name, role_name FROM access_paths"), Is.Empty);

    [Test]
    public void The_views_that_were_read_are_named() =>
        Assert.That(
            Asked
                .Of(Tenant, "WITH reviews AS (SELECT 1 AS id) SELECT p.id FROM people p, groups g WHERE g.id = 'x'")
                .Views,
            Is.EqualTo(["people", "groups"])
        );
}
