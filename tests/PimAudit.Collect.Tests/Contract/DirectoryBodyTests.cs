using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class DirectoryBodyTests
{
    [Test]
    public void Reads_the_organization() =>
        Assert.That(
            Body.Rows("organization", GraphJson.Default.Organizations).Select(row => Body.Line(row.ToModel())),
            Is.EqualTo([
                Body.Line(
                    new Tenant(Body.Id(26), "Contoso", "contoso.example", "contoso.example", ["contoso.example"])
                ),
            ])
        );

    [Test]
    public void Reads_subscriptions_with_the_plans_that_are_provisioned() =>
        Assert.That(
            Body.Rows("subscribed-skus", GraphJson.Default.Skus).Select(row => Body.Line(row.ToModel())),
            Is.EqualTo([
                Body.Line(new Subscription(Body.Id(73), "ENTERPRISEPREMIUM", "Enabled", 25, 0, [Body.Id(74)])),
                Body.Line(new Subscription(Body.Id(77), "CRMSTANDARD", "Suspended", 0, 0, [])),
            ])
        );

    [Test]
    public void Reads_the_few_properties_of_users_that_come_unasked() =>
        Assert.That(
            Body.Rows("users", GraphJson.Default.Users).Select(row => row.ToModel()),
            Is.EqualTo([Unasked(80, "Room 1", "adams"), Unasked(18, "Ana Silva", "admin")])
        );

    [Test]
    public void Reads_groups_where_null_means_no() =>
        Assert.That(
            Body.Rows("groups", GraphJson.Default.Groups).Select(row => row.ToModel()),
            Is.EqualTo([
                Group(24, "Helpers", isSecurity: false, isMicrosoft365: true, "2018-12-22T02:21:05Z"),
                Group(25, "Talkers", isSecurity: false, isMicrosoft365: false, "2018-11-19T20:29:40Z"),
            ])
        );

    [Test]
    public void Reads_service_principals_without_a_type() =>
        Assert.That(
            Body.Rows("service-principals", GraphJson.Default.ServicePrincipals)
                .Select(row => Body.Line(row.ToModel())),
            Is.EqualTo([
                Body.Line(
                    new ServicePrincipal(
                        Body.Id(67),
                        Body.Id(68),
                        "Backup",
                        IsEnabled: true,
                        Type: null,
                        Body.Id(69),
                        Credentials: []
                    )
                ),
            ])
        );

    [Test]
    public void Reads_administrative_units_that_do_not_say_whether_they_are_restricted() =>
        Assert.That(
            Body.Rows("administrative-units", GraphJson.Default.AdministrativeUnits).Select(row => row.ToModel()),
            Is.EqualTo([new AdministrativeUnit(Body.Id(7), "Lisbon", IsRestricted: null)])
        );

    [TestCase("group-members", "17 Unresolved")]
    [TestCase("group-owners", "18 User, 19 User, 20 User")]
    [TestCase("group-transitive-members-group-cast", "22 Unresolved, 23 Unresolved")]
    public void Reads_linked_objects_with_and_without_their_type(string body, string expected) =>
        Assert.That(
            string.Join(", ", Body.Rows(body, GraphJson.Default.DirectoryObjects).Select(Numbered)),
            Is.EqualTo(expected)
        );

    private static string Numbered(DirectoryObjectRow row) =>
        $"{int.Parse(row.Id.ToString("D")[..8], System.Globalization.CultureInfo.InvariantCulture)} {row.Kind}";

    private static User Unasked(int number, string name, string address) =>
        new(
            Body.Id(number),
            name,
            address + "@contoso.example",
            IsEnabled: null,
            UserType: null,
            CreationType: null,
            ExternalUserState: null,
            IsSynchronised: null,
            CreatedAt: null,
            Plans: null
        );

    private static Group Group(int number, string name, bool isSecurity, bool isMicrosoft365, string createdAt) =>
        new(
            Body.Id(number),
            name,
            IsRoleAssignable: false,
            isSecurity,
            IsMailEnabled: true,
            IsDynamic: false,
            isMicrosoft365,
            IsSynchronised: false,
            HasHiddenMembership: false,
            IsManagementRestricted: null,
            DateTimeOffset.Parse(createdAt, System.Globalization.CultureInfo.InvariantCulture)
        );
}
