using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class PrincipalTests
{
    private const string Role = "Exchange Administrator";
    private const string Unit = "/administrativeUnits/11111111-1111-1111-1111-111111111111";

    [Test]
    public void A_workload_counts() =>
        Assert.That(
            Principals(A.Tenant.Workloads("Sync").Assigned("Sync", Role)),
            Is.EqualTo([(ObjectKind.ServicePrincipal, "Sync")])
        );

    [Test]
    public void A_deleted_user_is_named_as_the_deleted_items_name_him() =>
        Assert.That(
            Principals(A.Tenant.Deleted("Ada", TimeSpan.FromDays(3)).Assigned("Ada", Role)),
            Is.EqualTo([(ObjectKind.User, "Ada")])
        );

    [Test]
    public void An_unresolved_id_stands_for_itself() =>
        Assert.That(
            Principals(A.Tenant.Unresolved("Gone").Assigned("Gone", Role)),
            Is.EqualTo([(ObjectKind.Unresolved, A.Id("Gone").ToString("D"))])
        );

    [Test]
    public void An_id_of_which_nothing_was_read_stands_for_itself() =>
        Assert.That(
            Principals(A.Tenant.Gap(SnapshotParts.Principals, "Nobody").Assigned("Nobody", Role)),
            Is.EqualTo([(ObjectKind.Unresolved, A.Id("Nobody").ToString("D"))])
        );

    [Test]
    public void A_member_whose_kind_alone_is_known_is_a_user_by_id() =>
        Assert.That(
            Principals(A.Tenant.Groups("Mail").PlainMember("Mail", "Nobody").Assigned("Mail", Role)),
            Is.EqualTo([(ObjectKind.User, A.Id("Nobody").ToString("D"))])
        );

    [Test]
    public void A_kind_that_one_list_tells_counts_where_another_does_not_tell_it()
    {
        var tenant = A.Tenant.Groups("Mail", "Aside").PlainMember("Mail", "Nobody").Assigned("Mail", Role);
        var untold = new DirectoryMembership(A.Id("Aside"), A.Id("Nobody"), ObjectKind.Unresolved, GroupAccess.Member);

        Assert.That(
            Principals(tenant with { Memberships = tenant.Memberships.Insert(0, untold) }),
            Is.EqualTo([(ObjectKind.User, A.Id("Nobody").ToString("D"))])
        );
    }

    [Test]
    public void A_device_in_a_group_reaches_nothing()
    {
        var tenant = A.Tenant.Users("Ada").Groups("Mail").Member("Mail", "Ada").Assigned("Mail", Role);
        var device = new DirectoryMembership(A.Id("Mail"), A.Id("Laptop"), ObjectKind.Other, GroupAccess.Member);

        Assert.That(
            (tenant with { Memberships = tenant.Memberships.Add(device) }).Paths(),
            Is.EqualTo(["Ada -standing member-> Mail -standing-> Exchange Administrator [Standing]"])
        );
    }

    [Test]
    public void A_deleted_group_reaches_nobody_and_is_dormant()
    {
        var tenant = A.Tenant.Assigned("Mail", Role) with
        {
            DeletedObjects = [new(A.Id("Mail"), ObjectKind.Group, "Mail", A.TakenAt.AddDays(-1))],
        };
        var map = AccessMap.Resolve(tenant);

        Assert.That((map.Paths.Length, map.GroupGrants.Single().Approach), Is.EqualTo((0, Approach.Dormant)));
    }

    [Test]
    public void A_group_known_only_from_a_member_list_is_walked_as_a_group()
    {
        var tenant = A.Tenant.Users("Ada").Groups("Mail").Member("Inner", "Ada").Assigned("Mail", Role);
        var nested = new DirectoryMembership(A.Id("Mail"), A.Id("Inner"), ObjectKind.Group, GroupAccess.Member);

        Assert.That(
            Principals(tenant with { Memberships = tenant.Memberships.Add(nested) }),
            Is.EqualTo([(ObjectKind.User, "Ada")])
        );
    }

    [Test]
    public void A_role_in_an_administrative_unit_is_a_path_of_its_own() =>
        Assert.That(
            A.Tenant.Users("Ada").Assigned("Ada", Role).Eligible("Ada", Role, scope: Unit).Paths(),
            Is.EqualTo([
                $"Ada -eligible-> Exchange Administrator at {Unit} [Direct]",
                "Ada -standing-> Exchange Administrator [Direct]",
            ])
        );

    [Test]
    public void Scopes_are_named_by_what_was_read_of_them()
    {
        var tenant = A.Tenant.Users("Ada") with
        {
            AdministrativeUnits = [new(new("11111111-1111-1111-1111-111111111111"), "Lisbon", IsRestricted: false)],
        };
        var directory = AccessMap.Resolve(tenant).Directory;

        Assert.That(
            new[] { "/", Unit, $"/{A.Id("Ada"):D}", $"/{A.Id("Nobody"):D}", "app:secret" }.Select(scope =>
                directory.ScopeReference(scope).Label
            ),
            Is.EqualTo(["whole tenant", "Lisbon", "Ada", $"/{A.Id("Nobody"):D}", "app:secret"])
        );
    }

    [Test]
    public void A_role_is_named_by_the_tenant_before_the_shipped_list()
    {
        var role = A.Role(Role);
        var renamed = A.Tenant with
        {
            Roles = [new(role, "Mail boss", true, true, role, ImmutableArray<string>.Empty)],
        };
        var unnamed = A.Tenant with { Roles = [] };

        Assert.That(
            new[] { renamed, unnamed }.Select(tenant => AccessMap.Resolve(tenant).Directory.RoleReference(role).Label),
            Is.EqualTo(["Mail boss", Role])
        );
    }

    private static IEnumerable<(ObjectKind Kind, string Label)> Principals(TenantSnapshot tenant) =>
        AccessMap.Resolve(tenant).Paths.Select(path => (path.Principal.Kind, path.Principal.Label));
}
