using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>Everybody who can stand at the end of a path.</summary>
public sealed class PrincipalCases
{
    private const string Role = "Global Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Groups("RAG").Member("RAG", "Ada");

    // Use Microsoft Entra groups to manage role assignments: service principals hold roles, and members of groups do too.
    [Test]
    public void A_service_principal_directly_and_in_a_group() =>
        A
            .Tenant.Workloads("Sync", "Backup")
            .Groups("RAG")
            .Member("RAG", "Backup")
            .Assigned("Sync", Role)
            .Assigned("RAG", Role)
            .Shows([
                "Backup -standing member-> RAG -standing-> Global Administrator [Standing]",
                "Sync -standing-> Global Administrator [Direct]",
            ]);

    // Properties of a Microsoft Entra B2B collaboration user: a guest is a user of this tenant and may hold its roles.
    [Test]
    public void A_guest() =>
        Tenant
            .User("Gil", user => user with { UserType = "Guest", CreationType = "Invitation" })
            .Member("RAG", "Gil")
            .Eligible("RAG", Role)
            .Shows([
                "Ada -standing member-> RAG -eligible-> Global Administrator [Approach1]",
                "Gil -standing member-> RAG -eligible-> Global Administrator [Approach1]",
            ]);

    // Granular delegated admin privileges: the partner's group lives in the partner's tenant, so that this one knows its id
    // alone; it is told and never left out.
    [Test]
    public void A_principal_of_a_partners_tenant()
    {
        var tenant = A.Tenant.Unresolved("Partner").Assigned("Partner", Role);
        tenant = tenant with
        {
            RoleAssignments = [tenant.RoleAssignments[0] with { PrincipalOrganizationId = A.Id("Fabrikam") }],
        };

        tenant.Shows([$"{A.Id("Partner"):D} -standing-> Global Administrator [Direct]"]);
        Assert.That(tenant.Hidden(), Is.Empty);
    }

    // user resource type, Properties, accountEnabled: disabling takes no assignment away.
    [Test]
    public void A_disabled_user() =>
        A
            .Tenant.User("Dario", user => user with { IsEnabled = false })
            .Assigned("Dario", Role)
            .Shows(["Dario -standing-> Global Administrator [Direct]"]);

    // Restore or remove a recently deleted user: he can come back for 30 days, so his rows are told.
    [Test]
    public void A_deleted_user() =>
        A
            .Tenant.Deleted("Dan", TimeSpan.FromDays(3))
            .Eligible("Dan", Role)
            .Shows(["Dan -eligible-> Global Administrator [Direct]"]);

    // Best Practices, Do: "Maintain two break-glass accounts outside PIM"; the resolver tells all paths, rules exempt.
    [Test]
    public void An_emergency_account_directly() =>
        A
            .Tenant.EmergencyAccounts("Break Glass 01")
            .Shows(["Break Glass 01 -standing-> Global Administrator [Direct]"]);

    // The same line: in a group with others it makes nothing exempt.
    [Test]
    public void An_emergency_account_in_a_group_with_others() =>
        Tenant
            .Users("Break Glass 01")
            .Emergency("Break Glass 01")
            .Member("RAG", "Break Glass 01")
            .Assigned("RAG", Role)
            .Shows([
                "Ada -standing member-> RAG -standing-> Global Administrator [Standing]",
                "Break Glass 01 -standing member-> RAG -standing-> Global Administrator [Standing]",
            ]);

    // user resource type, Properties: displayName need not be unique, id is.
    [Test]
    public void Two_people_of_one_name_stay_two()
    {
        var tenant = Tenant
            .User("Other", user => user with { DisplayName = "Ada" })
            .Member("RAG", "Other")
            .Eligible("RAG", Role);

        tenant.Shows([
            "Ada -standing member-> RAG -eligible-> Global Administrator [Approach1]",
            "Ada -standing member-> RAG -eligible-> Global Administrator [Approach1]",
        ]);
        Assert.That(
            AccessMap.Resolve(tenant).Paths.Select(path => path.Principal.Id),
            Is.EquivalentTo([A.Id("Ada").ToString("D"), A.Id("Other").ToString("D")])
        );
    }
}
