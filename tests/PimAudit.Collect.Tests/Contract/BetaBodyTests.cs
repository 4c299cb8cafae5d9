using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class BetaBodyTests
{
    private const string Alert =
        "DirectoryRole_00000103-0000-4000-8000-000000000103_TooManyGlobalAdminsAssignedToTenantAlert";

    [Test]
    public void Reads_which_roles_are_privileged() =>
        Assert.That(
            Body.Rows("role-definitions-beta", GraphJson.Default.PrivilegedRoles),
            Is.EqualTo([
                new PrivilegedRoleRow(new("729827e3-9c14-49f7-bb1b-9608f156bbb8"), IsPrivileged: true),
                new PrivilegedRoleRow(Body.Id(112), IsPrivileged: false),
                new PrivilegedRoleRow(Body.Id(113), IsPrivileged: false),
            ])
        );

    [Test]
    public void Reads_which_groups_PIM_manages() =>
        Assert.That(
            Body.Rows("pim-groups-resources-beta", GraphJson.Default.PimGroups).Select(row => row.ToModel()),
            Is.EqualTo([new PimGroup(Body.Id(101)), new PimGroup(Body.Id(102))])
        );

    [Test]
    public void Reads_an_alert_with_its_limits_and_incidents() =>
        Assert.That(
            Body.Rows("pim-alerts-expanded-beta", GraphJson.Default.PimAlerts)
                .Select(row => (Body.Line(row.ToModel()), row.IsCut)),
            Is.EqualTo([
                (
                    Body.Line(
                        new PimAlert(
                            Alert,
                            "There are too many global administrators",
                            IsActive: true,
                            IsEnabled: true,
                            IncidentCount: 2,
                            DateTimeOffset.Parse(
                                "2023-06-11T23:01:35.21Z",
                                System.Globalization.CultureInfo.InvariantCulture
                            ),
                            "low",
                            ["globalAdminCountThreshold=2", "percentageOfGlobalAdminsOutOfRolesThreshold=4"],
                            [
                                new(Body.Id(104).ToString(), Body.Id(104), RoleDefinitionId: null),
                                new(Body.Id(105).ToString(), Body.Id(105), RoleDefinitionId: null),
                            ]
                        )
                    ),
                    false
                ),
            ])
        );

    [Test]
    public void An_alert_may_know_little_of_itself_and_name_roles_by_their_template()
    {
        var row = Read(
            """
            {"id":"a","isActive":false,"lastScannedDateTime":"0001-01-01T08:00:00Z","alertDefinition":null,
             "alertConfiguration":{"@odata.type":"#x","isEnabled":false,"duration":"P30D","scopeId":"/"},
             "alertIncidents@odata.nextLink":"https://graph.microsoft.com/beta/more",
             "alertIncidents":[{"id":"2","roleTemplateId":"62E90394-69F5-4237-9190-012177145E10"},{"id":"1","assigneeId":"nobody"}]}
            """
        );

        Assert.That(
            (Body.Line(row.ToModel()), row.IsCut),
            Is.EqualTo(
                (
                    Body.Line(
                        new PimAlert(
                            "a",
                            DisplayName: null,
                            IsActive: false,
                            IsEnabled: false,
                            IncidentCount: 2,
                            ScannedAt: null,
                            Severity: null,
                            ["duration=P30D"],
                            [
                                new("1", AssigneeId: null, RoleDefinitionId: null),
                                new("2", AssigneeId: null, new("62e90394-69f5-4237-9190-012177145e10")),
                            ]
                        )
                    ),
                    true
                )
            )
        );
    }

    [TestCase("""{"id":"a","isActive":true}""")]
    [TestCase("""{"id":"a","isActive":null,"alertIncidents":[]}""")]
    [TestCase("""{"id":"a","alertIncidents":[]}""")]
    [TestCase("""{"id":"a","isActive":true,"alertConfiguration":[],"alertIncidents":[]}""")]
    public void An_alert_without_state_or_incidents_is_malformed(string alert) =>
        Assert.That(() => Read(alert).ToModel(), Throws.InstanceOf<JsonException>());

    private static PimAlertRow Read(string alert) =>
        JsonSerializer.Deserialize($$"""{"value":[{{alert}}]}""", GraphJson.Default.PimAlerts)!.Value![0];
}
