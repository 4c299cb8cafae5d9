using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class RolesTests
{
    [Test]
    public void The_list_holds_every_role_that_the_source_counts()
    {
        var roles = BuiltInRoles.ByTemplateId.Values;

        Assert.That(
            (roles.Length, roles.Count(role => role.IsPrivileged), roles.Count(role => !role.Assignable)),
            Is.EqualTo((145, 35, 3))
        );
    }

    [Test]
    public void Well_known_ids_carry_the_names_that_the_list_gives_them()
    {
        Guid[] ids =
        [
            WellKnownRoles.GlobalAdministrator,
            WellKnownRoles.PrivilegedRoleAdministrator,
            WellKnownRoles.ExchangeAdministrator,
            WellKnownRoles.SharePointAdministrator,
            WellKnownRoles.DirectorySynchronizationAccounts,
            WellKnownRoles.OnPremisesDirectorySyncAccount,
        ];

        Assert.That(
            ids.Select(id => BuiltInRoles.ByTemplateId[id].DisplayName),
            Is.EqualTo(
                new[]
                {
                    "Global Administrator",
                    "Privileged Role Administrator",
                    "Exchange Administrator",
                    "SharePoint Administrator",
                    "Directory Synchronization Accounts",
                    "On Premises Directory Sync Account",
                }
            )
        );
    }

    [Test]
    public void Roles_that_must_take_effect_at_once_are_those_of_services_outside_the_directory() =>
        Assert.That(
            ImmediateRoles.All.Select(id => BuiltInRoles.ByTemplateId[id].DisplayName),
            Is.EqualTo([
                "Exchange Administrator",
                "Exchange Recipient Administrator",
                "SharePoint Administrator",
                "Compliance Administrator",
                "Compliance Data Administrator",
                "Purview Workload Content Administrator",
                "Purview Workload Content Reader",
                "Purview Workload Content Writer",
            ])
        );
}
