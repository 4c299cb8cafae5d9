using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class DirectoryRowTests
{
    private const string Id = "10a08e2e-3ea2-4ce0-80cb-d5fdd4b05ea6";

    [TestCase("\"userPrincipalName\":\"a@contoso.example\",\"onPremisesSyncEnabled\":null", false)]
    [TestCase("\"userPrincipalName\":\"a@contoso.example\",\"onPremisesSyncEnabled\":true", true)]
    [TestCase("\"userPrincipalName\":\"a@contoso.example\"", null)]
    [TestCase("\"userPrincipalName\":null,\"onPremisesSyncEnabled\":null", null)]
    public void Null_means_not_synchronised_only_for_a_user_who_was_read(string properties, bool? expected) =>
        Assert.That(User(properties).IsSynchronised, Is.EqualTo(expected));

    [TestCase("\"accountEnabled\":true,\"assignedPlans\":[]", 0)]
    [TestCase("\"accountEnabled\":true", null)]
    [TestCase("\"assignedPlans\":[]", null)]
    public void No_plans_is_something_else_than_plans_not_read(string properties, int? plans) =>
        Assert.That(User(properties).Plans?.Length, Is.EqualTo(plans));

    [TestCase("Enabled", true)]
    [TestCase("Warning", true)]
    [TestCase("Suspended", false)]
    [TestCase("Deleted", false)]
    public void A_plan_may_be_used_while_enabled_or_in_warning(string status, bool enabled)
    {
        var user = User(
            $$"""
            "accountEnabled":true,"assignedPlans":[{"servicePlanId":"{{Id}}","capabilityStatus":"{{status}}"}]
            """
        );

        Assert.That(user.Plans!.Value, Is.EqualTo([new AssignedPlan(new Guid(Id), enabled)]));
    }

    [TestCase("""{"enabled":3,"warning":1}""", 3, 1)]
    [TestCase("""{"enabled":0}""", 0, 0)]
    public void Counts_the_seats_of_a_subscription(string units, int enabled, int warning)
    {
        var subscription = Subscription(units);

        Assert.That((subscription.EnabledSeats, subscription.WarningSeats), Is.EqualTo((enabled, warning)));
    }

    [TestCase("null")]
    [TestCase("{}")]
    public void Seats_that_nobody_told_are_not_none(string units) =>
        Assert.That(() => Subscription(units), Throws.TypeOf<JsonException>());

    [TestCase("\"displayName\":\"G\",\"visibility\":\"HiddenMembership\"", true)]
    [TestCase("\"displayName\":\"G\",\"visibility\":null", false)]
    [TestCase("\"displayName\":\"G\",\"visibility\":\"Private\"", false)]
    [TestCase("\"displayName\":\"G\"", null)]
    [TestCase("\"visibility\":null", null)]
    public void Knows_whether_a_group_hides_its_members(string properties, bool? hidden) =>
        Assert.That(Group(properties).HasHiddenMembership, Is.EqualTo(hidden));

    [TestCase("\"displayName\":\"G\",\"isAssignableToRole\":null", false)]
    [TestCase("\"displayName\":\"G\",\"isAssignableToRole\":true", true)]
    [TestCase("\"displayName\":\"G\"", null)]
    public void Knows_whether_a_group_can_carry_roles(string properties, bool? expected) =>
        Assert.That(Group(properties).IsRoleAssignable, Is.EqualTo(expected));

    [Test]
    public void Knows_dynamic_and_Microsoft_365_groups()
    {
        var group = Group("\"displayName\":\"G\",\"groupTypes\":[\"Unified\",\"DynamicMembership\"]");

        Assert.That((group.IsDynamic, group.IsMicrosoft365), Is.EqualTo(((bool?)true, (bool?)true)));
    }

    [TestCase("#microsoft.graph.user", ObjectKind.User)]
    [TestCase("#microsoft.graph.group", ObjectKind.Group)]
    [TestCase("#microsoft.graph.servicePrincipal", ObjectKind.ServicePrincipal)]
    [TestCase("#microsoft.graph.agentUser", ObjectKind.User)]
    [TestCase("#microsoft.graph.agentIdentity", ObjectKind.ServicePrincipal)]
    [TestCase("#microsoft.graph.agentIdentityBlueprintPrincipal", ObjectKind.ServicePrincipal)]
    [TestCase("#microsoft.graph.device", ObjectKind.Other)]
    [TestCase("#microsoft.graph.orgContact", ObjectKind.Other)]
    [TestCase("#microsoft.graph.somebodyNew", ObjectKind.Unresolved)]
    public void Knows_kinds_by_their_type(string type, ObjectKind kind) =>
        Assert.That(new DirectoryObjectRow(new Guid(Id), type).Kind, Is.EqualTo(kind));

    [Test]
    public void An_object_without_type_is_unresolved() =>
        Assert.That(new DirectoryObjectRow(new Guid(Id)).Kind, Is.EqualTo(ObjectKind.Unresolved));

    [TestCase("\"62e90394-69f5-4237-9190-012177145e10\"", "62e90394-69f5-4237-9190-012177145e10")]
    [TestCase("\"HELPDESK-LISBON\"", null)]
    [TestCase("null", null)]
    public void The_template_id_of_a_custom_role_is_whatever_its_author_chose(string template, string? expected)
    {
        var role = JsonSerializer
            .Deserialize(
                $$$"""{"value":[{"id":"{{{Id}}}","isBuiltIn":false,"isEnabled":true,"templateId":{{{template}}},"rolePermissions":[]}]}""",
                GraphJson.Default.RoleDefinitions
            )!
            .Value!.Single()
            .ToModel();

        Assert.That(role.TemplateId?.ToString("D"), Is.EqualTo(expected));
    }

    [TestCase("/", null, "/")]
    [TestCase(null, "store", "app:store")]
    [TestCase(
        "/ADMINISTRATIVEUNITS/709BCD62-126F-87B9-8C41-5E4F23CA26E0",
        null,
        "/administrativeUnits/709bcd62-126f-87b9-8c41-5e4f23ca26e0"
    )]
    [TestCase("/709BCD62-126F-87B9-8C41-5E4F23CA26E0", null, "/709bcd62-126f-87b9-8c41-5e4f23ca26e0")]
    [TestCase("/Store-A", null, "/Store-A")]
    public void Reads_either_scope(string? directory, string? app, string scope) =>
        Assert.That(Spelling.Scope(directory, app), Is.EqualTo(scope));

    [Test]
    public void A_row_without_scope_is_malformed() =>
        Assert.That(() => Spelling.Scope(directoryScope: null, appScope: null), Throws.TypeOf<JsonException>());

    [Test]
    public void The_year_one_means_never() =>
        Assert.That(Spelling.Moment(new DateTimeOffset(1, 1, 1, 8, 0, 0, TimeSpan.Zero)), Is.Null);

    [TestCase("Provisioned")]
    [TestCase("")]
    public void An_assignment_type_is_never_guessed(string word) =>
        Assert.That(() => AssignmentWords.Type(word), Throws.TypeOf<JsonException>());

    [TestCase("assigned", AssignmentType.Assigned)]
    [TestCase("Activated", AssignmentType.Activated)]
    public void An_assignment_type_is_read_in_either_case(string word, AssignmentType type) =>
        Assert.That(AssignmentWords.Type(word), Is.EqualTo(type));

    private static Subscription Subscription(string units) =>
        JsonSerializer
            .Deserialize(
                $$"""{"value":[{"skuId":"{{Id}}","capabilityStatus":"Enabled","prepaidUnits":{{units}},"servicePlans":[]}]}""",
                GraphJson.Default.Skus
            )!
            .Value!.Single()
            .ToModel();

    private static User User(string properties) =>
        JsonSerializer.Deserialize($$"""{"id":"{{Id}}",{{properties}}}""", GraphJson.Default.UserRow)!.ToModel();

    private static Group Group(string properties) =>
        JsonSerializer
            .Deserialize($$"""{"value":[{"id":"{{Id}}",{{properties}}}]}""", GraphJson.Default.Groups)!
            .Value!.Single()
            .ToModel();
}
