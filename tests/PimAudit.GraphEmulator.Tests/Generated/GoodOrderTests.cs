using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Generated;

/// <summary>What no rule looks at yet is in order too.</summary>
[TestFixture(TenantSize.Small, 1)]
[TestFixture(TenantSize.Small, 2)]
[TestFixture(TenantSize.Typical, 1)]
[Parallelizable(ParallelScope.All)]
internal sealed class GoodOrderTests(TenantSize size, int seed)
{
    private readonly EmulatedTenant tenant = GeneratedTenant.Make(size, seed).Tenant;

    [Test]
    public void Two_to_eight_are_global_administrators_and_less_than_half_of_the_privileged()
    {
        var globals = PeopleOf(Grants.Where(row => RoleOf(row) is "Global Administrator"));
        var privileged = PeopleOf(
            Grants.Where(row => BuiltInRoleList.Rows.Any(role => role.Privileged && role.DisplayName == RoleOf(row)))
        );

        Assert.That(globals, Has.Count.InRange(2, 8));
        Assert.That(privileged, Has.Count.GreaterThan(2 * globals.Count));
    }

    [Test]
    public void Nobody_is_in_two_groups_that_hold_roles()
    {
        var holders = Grants.Select(row => row.Id("principalId")!.Value).Distinct();

        Assert.That(holders.SelectMany(PeopleOf), Is.Not.Empty.And.Unique);
    }

    [Test]
    public void Groups_whose_membership_is_activated_bundle_roles_that_are_not_privileged()
    {
        var bundles = Grants
            .Where(row => tenant.GroupPim.EligibleOf(row.Id("principalId")!.Value).Count > 0)
            .GroupBy(row => row.Text("principalId"))
            .ToList();
        var privileged = BuiltInRoleList.Rows.Where(role => role.Privileged).Select(role => role.DisplayName);

        Assert.That(bundles.Select(rows => rows.Count()), Is.Not.Empty.And.All.GreaterThan(1));
        Assert.That(bundles.SelectMany(rows => rows).Select(RoleOf), Has.None.AnyOf([.. privileged]));
    }

    [Test]
    public void Eligibilities_are_younger_than_the_log_and_end_neither_soon_nor_late()
    {
        var rows = tenant.Roles.EligibilityInstances.Concat(tenant.GroupPim.AllEligible).ToList();

        Assert.That(rows.Select(row => (tenant.Now - Moment(row, "startDateTime")).TotalDays), Is.All.InRange(29, 30));
        Assert.That(rows.Select(row => (Moment(row, "endDateTime") - tenant.Now).TotalDays), Is.All.InRange(31, 335));
    }

    [Test]
    public void Workloads_hold_roles_for_a_month_at_most_of_which_a_fortnight_is_left()
    {
        var rows = tenant
            .Roles.AssignmentInstances.Where(row =>
                tenant.Directory.Find(row.Id("principalId")!.Value)?.Kind is EntryKind.ServicePrincipal
            )
            .Select(row => (From: Moment(row, "startDateTime"), To: Moment(row, "endDateTime")))
            .ToList();

        Assert.That(rows.Select(row => (row.To - row.From).TotalDays), Is.Not.Empty.And.All.LessThanOrEqualTo(30));
        Assert.That(rows.Select(row => (row.To - tenant.Now).TotalDays), Is.All.GreaterThan(14));
    }

    [Test]
    public void Emergency_accounts_were_tested_and_are_not_in_daily_use()
    {
        var accounts = new[] { TenantPlan.EmergencyOne, TenantPlan.EmergencyTwo }.Select(tenant.IdOf).ToList();

        Assert.That(
            accounts.Select(id => (tenant.Now - tenant.People.SignInOf(id)!.Last!.Value).TotalDays),
            Is.All.InRange(8, 179)
        );
        Assert.That(
            accounts.Select(id => tenant.People.MethodsOf(id, ordinary: null)!.Value),
            Is.All.Contains("fido2SecurityKey")
        );
    }

    /// <summary>Permanent activity is allowed only where a bundle, an emergency account or synchronisation needs it.</summary>
    [Test]
    public void Settings_were_made_for_every_role_that_can_be_assigned()
    {
        var standing = tenant
            .Roles.AssignmentInstances.Where(row => row.Text("endDateTime") is null)
            .Select(RoleOf)
            .Append("Directory Synchronization Accounts");
        var permanent = tenant
            .Policies.OfRoles.Where(entry => entry.Settings.PermanentActive)
            .Select(entry => tenant.Roles.Definition(entry.Owner.Id)!.Text("displayName"));

        Assert.That(
            tenant.Policies.OfRoles.Select(entry => entry.Settings.ChangedAt),
            Has.Exactly(142).Items.And.None.Null
        );
        Assert.That(permanent, Is.SubsetOf(standing));
    }

    private IEnumerable<JsonObject> Grants =>
        tenant.Roles.EligibilityInstances.Concat(
            tenant.Roles.AssignmentInstances.Where(row => row.Text("assignmentType") is "Assigned")
        );

    private string? RoleOf(JsonObject row) =>
        tenant.Roles.Definition(row.Id("roleDefinitionId")!.Value)!.Text("displayName");

    private HashSet<Guid> PeopleOf(IEnumerable<JsonObject> rows) =>
        [.. rows.SelectMany(row => PeopleOf(row.Id("principalId")!.Value))];

    private IEnumerable<Guid> PeopleOf(Guid holder) =>
        tenant.Directory.Find(holder)!.Kind is EntryKind.Group
            ? tenant
                .Directory.Members.TargetsOf(holder)
                .Concat(tenant.GroupPim.EligibleOf(holder).Select(row => row.Id("principalId")!.Value))
                .Distinct()
            : [holder];

    private static DateTimeOffset Moment(JsonObject row, string property) =>
        DateTimeOffset.Parse(row.Text(property)!, CultureInfo.InvariantCulture);
}
