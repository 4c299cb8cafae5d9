using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>Where a role holds, and which role it is.</summary>
public sealed class ScopeCases
{
    private const string Role = "User Administrator";
    private const string Unit = "/administrativeUnits/11111111-1111-1111-1111-111111111111";
    private const string Application = "/22222222-2222-2222-2222-222222222222";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Groups("RAG").Member("RAG", "Ada");

    // unifiedRoleAssignment resource type, Properties, directoryScopeId: "/" is the tenant, else an administrative unit.
    [Test]
    public void An_administrative_unit() =>
        Tenant
            .Eligible("RAG", Role, scope: Unit)
            .Shows([$"Ada -standing member-> RAG -eligible-> User Administrator at {Unit} [Approach1]"]);

    // Assign Microsoft Entra roles at different scopes, App registration scope: the path of one object.
    [Test]
    public void One_application() =>
        Tenant
            .Assigned("Ada", "Application Administrator", scope: Application)
            .Shows([$"Ada -standing-> Application Administrator at {Application} [Direct]"]);

    // The same properties: the scope is part of the assignment, so each has an approach of its own.
    [Test]
    public void One_role_at_two_scopes_is_two_grants() =>
        Tenant
            .Assigned("RAG", Role)
            .Eligible("RAG", Role, scope: Unit)
            .Shows([
                $"Ada -standing member-> RAG -eligible-> User Administrator at {Unit} [Approach1]",
                "Ada -standing member-> RAG -standing-> User Administrator [Standing]",
            ]);

    // unifiedRoleDefinition resource type, Properties, isBuiltIn and templateId: a custom role has its own id and any name.
    [Test]
    public void A_custom_role_with_the_name_of_a_built_in_one_is_another_role()
    {
        var custom = new RoleDefinition(A.Id("custom"), Role, IsBuiltIn: false, IsEnabled: true, TemplateId: null, []);
        var tenant = Tenant.Eligible("RAG", Role).Eligible("Ada", Role);
        var own = tenant.RoleEligibilities[^1] with { RoleDefinitionId = custom.Id };
        tenant = tenant with
        {
            Roles = [.. tenant.Roles, custom],
            RoleEligibilities = tenant.RoleEligibilities.SetItem(1, own),
        };

        tenant.Shows([
            "Ada -eligible-> User Administrator [Direct]",
            "Ada -standing member-> RAG -eligible-> User Administrator [Approach1]",
        ]);
        Assert.That(
            AccessMap.Resolve(tenant).Paths.Select(path => (path.Role.Id, path.Approach)),
            Is.EquivalentTo([
                (custom.Id.ToString("D"), Approach.Direct),
                (A.Role(Role).ToString("D"), Approach.Approach1),
            ])
        );
    }
}
