using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class RoleBodyTests
{
    private static readonly Guid GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");

    [Test]
    public void Reads_built_in_roles_without_their_actions() =>
        Assert.That(
            Body.Rows("role-definitions-v1", GraphJson.Default.RoleDefinitions).Select(row => Body.Line(row.ToModel())),
            Is.EqualTo([
                BuiltIn("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),
                BuiltIn("00000049-0000-4000-8000-000000000049", "Service Support Administrator"),
                BuiltIn("00000050-0000-4000-8000-000000000050", "Billing Administrator"),
            ])
        );

    [Test]
    public void Reads_role_assignments_past_their_expanded_principals() =>
        Assert.That(
            Body.Rows("role-assignments-expand-principal", GraphJson.Default.RoleAssignments)
                .Select(row => row.ToModel()),
            Is.EqualTo([Assignment(6, 45), Assignment(7, 46), Assignment(8, 47)])
        );

    [Test]
    public void Reads_permanent_assignments_made_outside_PIM()
    {
        var rows = Body.Rows("role-assignment-schedule-instances", GraphJson.Default.RoleAssignmentInstances)
            .Select(row => row.ToModel())
            .ToList();

        Assert.Multiple(() =>
        {
            Assert.That(rows, Is.EqualTo([Outside(1, 33), Outside(2, 36)]));
            Assert.That(rows.Select(row => row.LooksMadeOutsidePim), Is.EqualTo([true, true]));
        });
    }

    [Test]
    public void Tells_the_three_shapes_of_assignments_apart()
    {
        var rows = Body.Rows("role-assignment-schedule-instances-observed", GraphJson.Default.RoleAssignmentInstances)
            .Select(row => row.ToModel())
            .ToList();

        Assert.That(
            rows.Select(row => (row.LooksMadeOutsidePim, row.StartsAt, row.EndsAt)),
            Is.EqualTo([
                (false, Moment("2026-04-28T19:58:30.050Z"), Moment("2026-05-13T19:57:38.453Z")),
                (true, null, null),
                (false, Moment("2023-10-24T21:42:35.703Z"), (DateTimeOffset?)null),
            ])
        );
    }

    [Test]
    public void Reads_the_eligibility_behind_an_activation()
    {
        const string Json = """
            {"value":[{"id":"a-1","principalId":"00000033-0000-4000-8000-000000000033",
              "roleDefinitionId":"62E90394-69F5-4237-9190-012177145E10","directoryScopeId":null,"appScopeId":"/store",
              "startDateTime":"2026-10-01T05:00:00Z","endDateTime":"2026-10-01T13:00:00+00:00","assignmentType":"activated",
              "memberType":"Inherited","roleAssignmentOriginId":null,"roleAssignmentScheduleId":"s",
              "activatedUsing":{"id":"e-1-e","principalId":"00000036-0000-4000-8000-000000000036"},"isNew":{"deep":[1]}}]}
            """;

        var rows = System
            .Text.Json.JsonSerializer.Deserialize(Json, GraphJson.Default.RoleAssignmentInstances)!
            .Value!.Select(row => row.ToModel());

        Assert.That(
            rows,
            Is.EqualTo([
                new RoleAssignmentInstance(
                    "a-1",
                    GlobalAdministrator,
                    Body.Id(33),
                    "app:/store",
                    AssignmentType.Activated,
                    Moment("2026-10-01T05:00:00Z"),
                    Moment("2026-10-01T13:00:00Z"),
                    OriginId: null,
                    "s",
                    "e-1-e",
                    Body.Id(36)
                ),
            ])
        );
    }

    [Test]
    public void Reads_eligibilities() =>
        Assert.That(
            Body.Rows("role-eligibility-schedule-instances", GraphJson.Default.RoleEligibilityInstances)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new RoleEligibilityInstance(
                    "AssignmentNumber_09-AAAAAAAAAAAAAAAAAAAA-1-e",
                    Body.Id(52),
                    Body.Id(51),
                    "/",
                    Moment("2022-04-12T14:44:50.287Z"),
                    Moment("2024-04-10T00:00:00Z")
                ),
            ])
        );

    [Test]
    public void Reads_who_is_in_a_group_through_PIM() =>
        Assert.That(
            Body.Rows("pim-groups-assignment-schedule-instances", GraphJson.Default.GroupAssignmentInstances)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new GroupAssignmentInstance(
                    $"{Body.Id(31)}_member_{Body.Id(32)}",
                    Body.Id(31),
                    Body.Id(33),
                    GroupAccess.Member,
                    AssignmentType.Assigned,
                    Moment("2023-09-29T15:48:00.273Z"),
                    Moment("2024-03-27T15:47:19.653Z")
                ),
                new GroupAssignmentInstance(
                    $"{Body.Id(31)}_member_{Body.Id(35)}",
                    Body.Id(31),
                    Body.Id(36),
                    GroupAccess.Member,
                    AssignmentType.Assigned,
                    StartsAt: null,
                    EndsAt: null
                ),
            ])
        );

    [Test]
    public void Reads_who_may_be_in_a_group_through_PIM() =>
        Assert.That(
            Body.Rows("pim-groups-eligibility-schedule-instances", GraphJson.Default.GroupEligibilityInstances)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new GroupEligibilityInstance(
                    $"{Body.Id(31)}_member_{Body.Id(37)}",
                    Body.Id(31),
                    Body.Id(38),
                    GroupAccess.Member,
                    Moment("2023-08-18T00:33:48.8Z"),
                    EndsAt: null
                ),
                new GroupEligibilityInstance(
                    $"{Body.Id(31)}_owner_{Body.Id(39)}",
                    Body.Id(31),
                    Body.Id(36),
                    GroupAccess.Owner,
                    Moment("2023-09-06T18:18:03.917Z"),
                    EndsAt: null
                ),
            ])
        );

    private static string BuiltIn(string id, string name) =>
        Body.Line(new RoleDefinition(new(id), name, IsBuiltIn: true, IsEnabled: true, new(id), []));

    private static RoleAssignment Assignment(int number, int principal) =>
        new(Row(number), GlobalAdministrator, Body.Id(principal), "/", PrincipalOrganizationId: null);

    private static RoleAssignmentInstance Outside(int number, int principal) =>
        new(
            Row(number),
            GlobalAdministrator,
            Body.Id(principal),
            "/",
            AssignmentType.Assigned,
            StartsAt: null,
            EndsAt: null,
            Row(number),
            Row(number),
            ActivatedUsing: null,
            ActivatedThrough: null
        );

    private static string Row(int number) => $"AssignmentNumber_{number:D2}-AAAAAAAAAAAAAAAAAAAA-1";

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
