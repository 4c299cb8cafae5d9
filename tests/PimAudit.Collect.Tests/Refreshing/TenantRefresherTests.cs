using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests.Refreshing;

public sealed class TenantRefresherTests
{
    private const string Helpers = "RAG - Helpers";

    private static readonly Touched UserAdministrator = Touched.Role(Small.Tenant.IdOf("User Administrator"));

    [Test]
    public async Task Asks_only_for_what_lies_on_the_way_to_the_role()
    {
        var read = await SecondReading.OfAsync(Small.Tenant, Small.Tenant, UserAdministrator);

        Assert.That(
            read.Asked(Small.Tenant, "User Administrator", Small.Operators, "Ana Silva", "Ben Okoye", "Carla Rossi")
                .Select(request => request.Split("&$select=")[0]),
            Is.EqualTo([
                "directoryObjects/getByIds",
                "directoryObjects/getByIds",
                $"groups/{Small.Operators}/members?$select=id&$top=999",
                $"groups/{Small.Operators}/owners?$select=id&$top=999",
                $"groups?$filter=id in ('{Small.Operators}')",
                $"identityGovernance/privilegedAccess/group/assignmentScheduleInstances?$filter=groupId eq '{Small.Operators}'",
                $"identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?$filter=groupId eq '{Small.Operators}'",
                "organization?$select=id,displayName,verifiedDomains",
                $"policies/roleManagementPolicyAssignments?$expand=policy($expand=rules)&$filter=scopeId eq '/' and scopeType eq 'DirectoryRole' and roleDefinitionId eq 'User Administrator'",
                $"policies/roleManagementPolicyAssignments?$expand=policy($expand=rules)&$filter=scopeId eq '{Small.Operators}' and scopeType eq 'Group'",
                "roleManagement/directory/roleAssignmentScheduleInstances?$expand=activatedUsing&$filter=roleDefinitionId eq 'User Administrator'",
                "roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq 'User Administrator'",
                "roleManagement/directory/roleEligibilityScheduleInstances?$filter=roleDefinitionId eq 'User Administrator'",
                "users?$filter=id in ('Ben Okoye','Carla Rossi','Ana Silva')",
            ])
        );
    }

    [Test]
    public async Task Every_row_of_an_untouched_object_stays()
    {
        var now = Small
            .Builder()
            .Assign("Carla Rossi", "Security Reader")
            .Assign("Carla Rossi", "User Administrator")
            .Build();

        var read = await SecondReading.OfAsync(Small.Tenant, now, UserAdministrator);

        var added = read.Snapshot.RoleAssignments.Except(read.Old.RoleAssignments).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                added.Select(row => (row.PrincipalId, row.RoleDefinitionId)),
                Is.EqualTo([(now.IdOf("Carla Rossi"), now.IdOf("User Administrator"))])
            );
            Assert.That(read.Old.RoleAssignments.Except(read.Snapshot.RoleAssignments), Is.Empty);
            Assert.That(read.Snapshot.RoleEligibilities, Is.EquivalentTo(read.Old.RoleEligibilities));
            Assert.That(
                read.Snapshot.RoleSettings.Select(row => row.Owner),
                Is.EquivalentTo(read.Old.RoleSettings.Select(row => row.Owner))
            );
            Assert.That(
                read.Snapshot.ServicePrincipals.Select(row => row.Id),
                Is.EqualTo(read.Old.ServicePrincipals.Select(row => row.Id))
            );
            Assert.That(
                read.Snapshot.Collection.Parts.Select(part => part.Status),
                Is.EqualTo(read.Old.Collection.Parts.Select(part => part.Status))
            );
        });
    }

    [Test]
    public async Task Tells_what_was_read_and_when()
    {
        var read = await SecondReading.OfAsync(Small.Tenant, Small.Tenant, UserAdministrator);

        Assert.Multiple(() =>
        {
            Assert.That(
                read.Refreshed.Freshness,
                Is.EqualTo(
                    new Freshness(
                        Small.Now,
                        Small.Now.AddDays(1),
                        Roles: 1,
                        Groups: 1,
                        People: 3,
                        Applications: 0,
                        Requests: 14
                    )
                )
            );
            Assert.That(read.Snapshot.TakenAt, Is.EqualTo(Small.Now.AddDays(1)));
            Assert.That(read.Old.TakenAt, Is.EqualTo(Small.Now));
        });
    }

    [Test]
    public async Task Groups_are_followed_until_none_is_new()
    {
        var now = Small
            .Builder()
            .Group(Helpers, roleAssignable: true)
            .Group("Inner")
            .Group("Innermost")
            .Assign(Helpers, "User Administrator")
            .GroupEligible("Inner", Helpers)
            .AddMember("Innermost", "Inner")
            .AddMember("Carla Rossi", "Innermost")
            .Build();

        var read = await SecondReading.OfAsync(Small.Tenant, now, UserAdministrator);

        Assert.Multiple(() =>
        {
            Assert.That(read.Snapshot.GroupEligibilities.Select(row => row.PrincipalId), Has.Member(now.IdOf("Inner")));
            Assert.That(read.Snapshot.Memberships.Select(row => row.GroupId), Has.Member(now.IdOf("Innermost")));
            Assert.That(read.Refreshed.Freshness.Groups, Is.EqualTo(4));
        });
    }

    [Test]
    public async Task Where_nobody_is_named_as_approver_the_roles_that_approve_are_touched()
    {
        var now = Small
            .Builder()
            .RoleSettings("User Administrator", new PolicySettings { Approval = true })
            .Assign("Ben Okoye", "Privileged Role Administrator")
            .Build();

        var read = await SecondReading.OfAsync(Small.Tenant, now, UserAdministrator);

        Assert.Multiple(() =>
        {
            Assert.That(read.Refreshed.Freshness.Roles, Is.EqualTo(3));
            Assert.That(
                read.Snapshot.RoleAssignments.Select(row => row.RoleDefinitionId),
                Has.Member(WellKnownRoles.PrivilegedRoleAdministrator)
            );
        });
    }

    [Test]
    public async Task A_context_touches_its_policies_the_roles_in_them_and_the_groups_of_the_people_behind_it()
    {
        var now = Small
            .Builder()
            .RoleSettings("User Administrator", new PolicySettings { Mfa = false, Context = "c1" })
            .MakeEligible("Carla Rossi", "User Administrator")
            .ConditionalAccess(
                "By role",
                new ConditionalAccessSettings { Contexts = ["c1"], IncludeRoles = ["Security Reader"] }
            )
            .AddMember("Carla Rossi", "Everybody")
            .Assign("Carla Rossi", "Security Reader")
            .Build();

        var read = await SecondReading.OfAsync(Small.Tenant, now, UserAdministrator);

        Assert.Multiple(() =>
        {
            Assert.That(read.Snapshot.ConditionalAccessPolicies, Has.Length.EqualTo(2));
            Assert.That(read.Refreshed.Freshness.Roles, Is.EqualTo(2));
            Assert.That(
                read.Snapshot.GroupsOfUsers.Where(row => row.UserId == now.IdOf("Carla Rossi"))
                    .SelectMany(row => row.GroupIds),
                Is.EqualTo([now.IdOf("Everybody")])
            );
        });
    }

    [Test]
    public async Task A_group_that_is_gone_takes_its_people_along()
    {
        var read = await SecondReading.OfAsync(
            Small.Tenant,
            Small.Builder().Delete(Small.Operators).Build(),
            UserAdministrator
        );

        var gone = Small.Tenant.IdOf(Small.Operators);
        Assert.Multiple(() =>
        {
            Assert.That(read.Snapshot.DeletedObjects.Select(one => one.Id), Has.Member(gone));
            Assert.That(read.Snapshot.Groups.Select(one => one.Id), Has.No.Member(gone));
            Assert.That(read.Snapshot.Memberships.Select(row => row.GroupId), Has.No.Member(gone));
            Assert.That(read.Snapshot.GroupEligibilities.Select(row => row.GroupId), Has.No.Member(gone));
        });
    }

    [Test]
    public async Task A_list_that_fails_for_one_role_is_missing_as_a_whole()
    {
        var read = await SecondReading.OfAsync(
            Small.Tenant,
            Small.Tenant,
            UserAdministrator,
            new EmulatorFault("directory/roleAssignments", FaultKind.Refused)
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                read.Snapshot.Collection.GapOf(SnapshotParts.RoleAssignments)!.Reason,
                Is.EqualTo(MissingReason.Permission)
            );
            Assert.That(
                read.Snapshot.RoleAssignments.Select(row => row.RoleDefinitionId),
                Has.No.Member(Small.Tenant.IdOf("User Administrator"))
            );
        });
    }

    [Test]
    public async Task A_list_that_the_snapshot_lacks_is_read_whole()
    {
        var old = await Small.CollectAsync(new EmulatorFault("roleEligibilityScheduleInstances", FaultKind.Refused));

        var read = await SecondReading.OfAsync(old.Snapshot, Small.Tenant, UserAdministrator);

        Assert.Multiple(() =>
        {
            Assert.That(
                read.Snapshot.Collection[SnapshotParts.EligibleAssignments].Status,
                Is.EqualTo(PartStatus.Complete)
            );
            Assert.That(read.Snapshot.RoleEligibilities, Has.Length.EqualTo(2));
            Assert.That(read.Refreshed.Freshness.Roles, Is.Null);
        });
    }

    [Test]
    public async Task A_part_that_the_snapshot_lacks_stays_missing_for_the_groups_that_were_not_read()
    {
        var tenant = Small.Builder().Group(Helpers, roleAssignable: true).Assign(Helpers, "Security Reader").Build();
        var old = await Small.CollectAsync(tenant, new EmulatorFault("groups/.*/members", FaultKind.Refused));

        var read = await SecondReading.OfAsync(old.Snapshot, tenant, UserAdministrator);

        var record = read.Snapshot.Collection;
        Assert.Multiple(() =>
        {
            Assert.That(old[SnapshotParts.GroupMembers].Status, Is.EqualTo(PartStatus.Refused));
            Assert.That(record.GapOf(SnapshotParts.GroupMembers, tenant.IdOf(Small.Operators)), Is.Null);
            Assert.That(
                record.GapOf(SnapshotParts.GroupMembers, tenant.IdOf(Helpers))!.Reason,
                Is.EqualTo(MissingReason.Permission)
            );
        });
    }

    [Test]
    public async Task A_principal_whose_kind_nobody_tells_is_unknown_whatever_it_was()
    {
        var read = await SecondReading.OfAsync(
            Small.Tenant,
            Small.Tenant,
            UserAdministrator,
            new EmulatorFault("getByIds|v1.0/(users|groups|servicePrincipals)\\?", FaultKind.Refused)
        );

        var group = Small.Tenant.IdOf(Small.Operators);
        Assert.Multiple(() =>
        {
            Assert.That(
                read.Snapshot.Collection.GapOf(SnapshotParts.Principals, group)!.Reason,
                Is.EqualTo(MissingReason.Permission)
            );
            Assert.That(read.Snapshot.Groups.Select(one => one.Id), Has.No.Member(group));
        });
    }

    [Test]
    public async Task A_broken_policy_is_read_rule_by_rule_for_one_role_too()
    {
        var read = await SecondReading.OfAsync(
            Small.Tenant,
            Small.Tenant,
            UserAdministrator,
            new EmulatorFault(@"expand=policy\(\$expand=rules\)&\$filter=scopeId eq '/'", FaultKind.ServerError)
        );

        Assert.That(
            read.Snapshot.RoleSettings.Select(row => row.Owner),
            Has.Member(SettingsOwner.Role(Small.Tenant.IdOf("User Administrator")))
        );
    }

    [Test]
    public void Another_tenant_is_refused()
    {
        var other = TenantBuilder.Create("Fabrikam", Small.Now).Build();

        Assert.That(
            async () => await SecondReading.OfAsync(Small.Tenant, other, UserAdministrator),
            Throws.TypeOf<OtherTenantException>().With.Property(nameof(OtherTenantException.Seen)).EqualTo(other.Id)
        );
    }
}
