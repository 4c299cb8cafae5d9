using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class AssignmentListsTests
{
    private static readonly Guid Role = new("62e90394-69f5-4237-9190-012177145e10");
    private static readonly Guid Ada = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-0000-0000-00000000000b");

    [Test]
    public void Rows_are_joined_by_the_origin_id()
    {
        var lists = AssignmentLists.Compare(
            [Row("r1", Ada), Row("r2", Ben)],
            [Instance("i1", Ada, "r1"), Instance("i2", Ben, "r2")]
        );

        Assert.That(
            lists.Pairs.Select(pair => (pair.Assignment.Id, pair.Instance.Id)),
            Is.EqualTo(new[] { ("r1", "i1"), ("r2", "i2") })
        );
    }

    [Test]
    public void A_row_without_origin_id_is_joined_by_role_principal_and_scope()
    {
        var lists = AssignmentLists.Compare([Row("r1", Ada)], [Instance("i1", Ada, origin: null)]);

        Assert.That(
            (lists.Pairs.Length, lists.OnlyAssignments.Length, lists.OnlyInstances.Length),
            Is.EqualTo((1, 0, 0))
        );
    }

    [Test]
    public void Rows_that_only_one_list_holds_are_named_with_their_side()
    {
        var lists = AssignmentLists.Compare([Row("r1", Ada)], [Instance("i2", Ben, "r2")]);

        Assert.That(
            (lists.OnlyAssignments.Single().Id, lists.OnlyInstances.Single().Id, lists.Pairs.Length),
            Is.EqualTo(("r1", "i2", 0))
        );
    }

    [Test]
    public void Another_scope_is_another_assignment()
    {
        var lists = AssignmentLists.Compare(
            [Row("r1", Ada) with { Scope = "/administrativeUnits/x" }],
            [Instance("i1", Ada, origin: null)]
        );

        Assert.That((lists.OnlyAssignments.Length, lists.OnlyInstances.Length), Is.EqualTo((1, 1)));
    }

    [Test]
    public void One_assignment_is_never_joined_to_two_instances()
    {
        var lists = AssignmentLists.Compare([Row("r1", Ada)], [Instance("i1", Ada, "r1"), Instance("i2", Ada, "r1")]);

        Assert.That(lists.OnlyInstances.Select(row => row.Id), Is.EqualTo(new[] { "i2" }));
    }

    private static RoleAssignment Row(string id, Guid principal) =>
        new(id, Role, principal, "/", PrincipalOrganizationId: null);

    private static RoleAssignmentInstance Instance(string id, Guid principal, string? origin) =>
        new(
            id,
            Role,
            principal,
            "/",
            AssignmentType.Assigned,
            null,
            null,
            origin,
            ScheduleId: null,
            ActivatedUsing: null,
            ActivatedThrough: null
        );
}
