using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

public sealed class NamesTests
{
    private static readonly AccessMap Map = AccessMap.Resolve(
        A
            .Tenant.Users("Ada Berg")
            .User("Other", user => user with { DisplayName = "ada.berg@contoso.example" })
            .Workloads("Sync")
            .Groups("Mail")
            .Deleted("Dan", TimeSpan.FromDays(1)) with
        {
            AdministrativeUnits = [new(A.Id("Sales"), "Sales", IsRestricted: false)],
        }
    );

    [TestCase("global administrator")]
    [TestCase("62e90394-69f5-4237-9190-012177145e10")]
    public void A_role_is_found_by_name_and_template_id(string text) =>
        Assert.That(Names.Roles(Map, text).Select(role => role.Label), Is.EqualTo(["Global Administrator"]));

    [Test]
    public void A_custom_role_with_a_built_in_name_is_ambiguous()
    {
        var custom = new RoleDefinition(A.Id("custom"), "Global Administrator", false, true, null, []);
        var map = AccessMap.Resolve(A.Tenant with { Roles = [.. A.Tenant.Roles, custom] });

        Assert.That(
            Names.Roles(map, "Global Administrator").Select(role => role.Id),
            Is.EquivalentTo([WellKnownRoles.GlobalAdministrator.ToString("D"), A.Id("custom").ToString("D")])
        );
    }

    [Test]
    public void A_built_in_role_is_found_where_the_tenants_roles_were_not_read() =>
        Assert.That(
            Names
                .Roles(AccessMap.Resolve(A.Tenant with { Roles = [] }), "Global Administrator")
                .Select(one => one.Label),
            Is.EqualTo(["Global Administrator"])
        );

    /// <summary>A custom role whose definition was not read is held all the same.</summary>
    [Test]
    public void A_role_that_somebody_holds_is_found_by_its_id_although_its_definition_was_not_read()
    {
        var custom = A.Id("custom");
        var tenant = A.Tenant.Users("Ada") with
        {
            RoleEligibilities = [new("row", custom, A.Id("Ada"), "/", StartsAt: null, EndsAt: null)],
        };

        Assert.That(
            Names.Roles(AccessMap.Resolve(tenant), custom.ToString("D")).Select(role => role.Id),
            Is.EqualTo([custom.ToString("D")])
        );
        Assert.That(Names.Roles(AccessMap.Resolve(tenant), A.Id("other").ToString("D")), Is.Empty);
    }

    [TestCase("ADA BERG", "Ada Berg")]
    [TestCase("Sync", "Sync")]
    [TestCase("Dan", "Dan")]
    [TestCase("other@contoso.example", "ada.berg@contoso.example")]
    [TestCase("Ada", null)]
    [TestCase("Mail", null)]
    public void A_principal_is_found_by_his_whole_name(string text, string? label) =>
        Assert.That(Names.Principals(Map, text).Select(one => one.Label).SingleOrDefault(), Is.EqualTo(label));

    [Test]
    public void A_principal_is_found_by_object_id_alone_whatever_others_call_themselves() =>
        Assert.That(
            Names.Principals(Map, A.Id("Ada Berg").ToString("B")).Select(one => one.Label),
            Is.EqualTo(["Ada Berg"])
        );

    [Test]
    public void Somebody_who_calls_himself_by_anothers_user_principal_name_makes_it_ambiguous() =>
        Assert.That(Names.Principals(Map, "ada.berg@contoso.example"), Has.Length.EqualTo(2));

    [Test]
    public void A_scope_is_found_by_name_id_and_path()
    {
        var id = A.Id("Sales").ToString("D");

        Assert.That(
            new[] { "sales", id, $"/administrativeUnits/{id}", "/" }.Select(text =>
                Names.Scopes(Map, text).Single().Label
            ),
            Is.EqualTo(["Sales", "Sales", "Sales", "whole tenant"])
        );
    }

    [Test]
    public void A_unit_that_calls_itself_the_whole_tenant_or_another_unit_is_mistaken_for_neither()
    {
        var sales = A.Id("Sales").ToString("D");
        var map = AccessMap.Resolve(
            A.Tenant with
            {
                AdministrativeUnits =
                [
                    new(A.Id("Sales"), "Sales", IsRestricted: false),
                    new(A.Id("Liar"), "/", IsRestricted: false),
                    new(A.Id("Other liar"), sales, IsRestricted: false),
                ],
            }
        );

        Assert.That(
            new[] { "/", sales }.Select(text => string.Join(", ", Names.Scopes(map, text).Select(one => one.Id))),
            Is.EqualTo(["/", $"/administrativeUnits/{sales}"])
        );
    }

    [Test]
    public void A_group_is_found_by_name_and_object_id_on_a_way_to_a_role_or_not()
    {
        var map = AccessMap.Resolve(
            A.Tenant.Groups("Mail") with
            {
                NamedGroups = [A.Group("RAG - Plain")],
                DeletedObjects = [new(A.Id("Gone"), ObjectKind.Group, "Gone", A.TakenAt)],
            }
        );

        Assert.That(
            new[]
            {
                " mail ",
                A.Id("Mail").ToString("D"),
                "RAG - Plain",
                "gone",
                A.Id("Gone").ToString("B"),
                "Mai",
                "*",
            }.Select(text => string.Join(", ", Names.Groups(map, text).Select(one => one.Label))),
            Is.EqualTo(["Mail", "Mail", "RAG - Plain", "Gone", "Gone", "", ""])
        );
    }

    [Test]
    public void Two_groups_of_one_name_are_ambiguous_a_deleted_one_beside_a_living_one_is_not()
    {
        var map = AccessMap.Resolve(
            A.Tenant.Groups("Mail").Group("Other", group => group with { DisplayName = "MAIL" }).Groups("Desk") with
            {
                DeletedObjects = [new(A.Id("Old desk"), ObjectKind.Group, "Desk", A.TakenAt)],
            }
        );

        Assert.That(
            new[] { "Mail", "Desk" }.Select(text => Names.Groups(map, text).Length),
            Is.EqualTo(new[] { 2, 1 })
        );
    }

    [Test]
    public void A_user_of_that_id_is_no_group() =>
        Assert.That(Names.Groups(Map, A.Id("Ada Berg").ToString("D")), Is.Empty);

    [Test]
    public void A_group_that_is_known_as_a_member_alone_is_found_by_its_object_id() =>
        Assert.That(
            Names
                .Groups(
                    AccessMap.Resolve(
                        A.Tenant with
                        {
                            Memberships = [new(A.Id("Mail"), A.Id("Inner"), ObjectKind.Group, GroupAccess.Member)],
                        }
                    ),
                    A.Id("Inner").ToString("D")
                )
                .Select(one => one.Id),
            Is.EqualTo([A.Id("Inner").ToString("D")])
        );

    [Test]
    public void A_role_is_found_by_the_id_of_its_definition_and_by_that_of_its_template()
    {
        var own = new RoleDefinition(A.Id("definition"), "Desk", false, true, A.Id("template"), []);
        var map = AccessMap.Resolve(A.Tenant with { Roles = [.. A.Tenant.Roles, own] });

        Assert.That(
            new[] { "definition", "template", "other" }.Select(id =>
                string.Join(", ", Names.Roles(map, A.Id(id).ToString("D")).Select(role => role.Label))
            ),
            Is.EqualTo(["Desk", "Desk", ""])
        );
    }

    [Test]
    public void An_object_id_is_a_principals_where_anything_tells_so()
    {
        var map = AccessMap.Resolve(
            A
                .Tenant.Workloads("Sync")
                .Groups("Mail")
                .Deleted("Dan", TimeSpan.FromDays(1))
                .Unresolved("Nobody")
                .Assigned("Unread", "Reports Reader")
                .Assigned("Mail", "Reports Reader")
                .Owner("Mail", "Unread owner") with
            {
                DeletedObjects =
                [
                    new(A.Id("Dan"), ObjectKind.User, "Dan", A.TakenAt),
                    new(A.Id("Gone"), ObjectKind.Group, "Gone", A.TakenAt),
                ],
            }
        );

        Assert.That(
            new[] { "Sync", "Dan", "Nobody", "Unread", "Unread owner", "Mail", "Gone", "Stranger" }.Where(name =>
                !Names.Principals(map, A.Id(name).ToString("D")).IsEmpty
            ),
            Is.EqualTo(["Sync", "Dan", "Nobody", "Unread", "Unread owner"])
        );
    }

    [Test]
    public void A_scope_is_found_where_somebody_holds_a_role_there_or_may_activate_one()
    {
        string[] scopes = ["/one", "/two", "/three"];
        var map = AccessMap.Resolve(
            A.Tenant.Assigned("Ada", "Reports Reader", scope: "/one")
                .Eligible("Ada", "Reports Reader", scope: "/two")
                .Assigned("Ben", "Reports Reader", scope: "/one")
        );

        Assert.That(scopes.Select(scope => Names.Scopes(map, scope).Length), Is.EqualTo([1, 1, 0]));
    }

    [Test]
    public void Namesakes_stand_by_name_then_id()
    {
        var map = AccessMap.Resolve(
            A.Tenant.User("One", user => user with { DisplayName = "TWIN" })
                .User("Two", user => user with { DisplayName = "Twin" })
                .User("Three", user => user with { DisplayName = "Twin" })
                .User("Four", user => user with { DisplayName = "Another", UserPrincipalName = "twin" })
        );

        Assert.That(
            Names.Principals(map, "twin").Select(one => one.Id),
            Is.EqualTo(
                new[] { "One", "Two", "Three" }
                    .Select(name => A.Id(name).ToString("D"))
                    .Order(StringComparer.Ordinal)
                    .Prepend(A.Id("Four").ToString("D"))
            )
        );
    }
}
