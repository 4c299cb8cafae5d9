using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Writes a plan into a tenant: people, groups, roles, settings and reviews, in this order.</summary>
internal sealed class PlannedTenant(TenantPlan plan, GeneratedActivations activations, SplitMix64 random)
{
    public TenantBuilder Write(TenantBuilder builder) =>
        builder.With(WritePeople).With(WriteGroups).With(WriteGrants).With(WritePeopleAtWork).With(WriteSettings);

    /// <summary>Everybody on a path has an account for administration alone, without a mailbox.</summary>
    private TenantBuilder WritePeople(TenantBuilder builder)
    {
        foreach (var (number, name) in plan.People.Index())
            builder
                .User(name, string.Create(CultureInfo.InvariantCulture, $"adm{number:D5}@{builder.DefaultDomain}"))
                .Body(name, body => body["mail"] = null);
        foreach (var (name, account) in Accounts)
            builder
                .User(name, $"{account}@{builder.InitialDomain}", licensed: false)
                .Body(name, body => body["mail"] = null);
        foreach (var name in new[] { TenantPlan.EmergencyOne, TenantPlan.EmergencyTwo })
        {
            var tested = builder.Now.AddDays(-random.Between(40, 120));
            builder.SignedIn(name, tested, tested).Registers(name, "fido2SecurityKey", "passKeyDeviceBound");
        }

        foreach (var unit in plan.Units)
            builder.AdministrativeUnit(unit);
        return builder
            .OtherUsers(plan.Figures.Users - plan.Figures.PeopleOnPaths)
            .Subscription("AAD_PREMIUM_P2", seats: plan.Figures.Users);
    }

    private IEnumerable<(string Name, string Account)> Accounts =>
        new[]
        {
            (TenantPlan.EmergencyOne, "emergency.one"),
            (TenantPlan.EmergencyTwo, "emergency.two"),
            (TenantPlan.SynchronisationAccount, "sync.connect01"),
        }.Take(plan.Shape.Accounts);

    private TenantBuilder WriteGroups(TenantBuilder builder)
    {
        foreach (var team in plan.OfApproach1)
            builder.Group(team.Name, roleAssignable: true).AddMembers(team.Name, team.People);
        foreach (var bundle in plan.Bundles)
        {
            builder.Group(bundle.Name, roleAssignable: true);
            WriteEligible(builder, bundle.Name, bundle.People);
        }

        if (plan.Shape.HasApprovers)
            builder
                .Group(TenantPlan.ApproverGroup, roleAssignable: true)
                .AddMembers(TenantPlan.ApproverGroup, plan.Approvers);
        foreach (var group in new AccessGroups(plan, random).Make())
        {
            builder.Group(group.Name);
            WriteEligible(builder, group.Name, group.Eligible);
        }

        return builder;
    }

    private void WriteEligible(TenantBuilder builder, string group, IEnumerable<string> people)
    {
        builder.GroupSettings(group, GroupSide.Member, Settings(builder));
        foreach (var person in people)
            builder.GroupEligible(person, group, start: Granted(), end: Ending(builder));
    }

    private TenantBuilder WriteGrants(TenantBuilder builder)
    {
        var now = builder.Now;
        foreach (var role in plan.Roles.Custom)
            builder.CustomRole(role, "microsoft.directory/users/standard/read");
        foreach (var team in plan.OfApproach1)
        foreach (var grant in team.Grants)
            builder.MakeEligible(team.Name, grant.Role, grant.Unit, Granted(), Ending(builder));
        foreach (var bundle in plan.Bundles)
        foreach (var grant in bundle.Grants)
            builder.Assign(bundle.Name, grant.Role, start: now.AddDays(-random.Between(60, 300)));
        foreach (var name in new[] { TenantPlan.EmergencyOne, TenantPlan.EmergencyTwo })
            builder.Assign(name, RolesInUse.GlobalAdministrator, start: now.AddDays(-random.Between(200, 700)));
        if (plan.Shape.HasSynchronisation)
            builder.Assign(TenantPlan.SynchronisationAccount, RolesInUse.Synchronisation, outsidePim: true);
        return builder;
    }

    /// <summary>What the log says is at work is at work; workloads make up the figure of active assignments.</summary>
    private TenantBuilder WritePeopleAtWork(TenantBuilder builder)
    {
        var rows = plan.BundleGrants + plan.Shape.Accounts;
        foreach (var (activation, start, end) in activations.AtWork())
            if (activation.Grant is { } grant)
            {
                builder.Activate(activation.Person, grant.Role, end, activation.Team, grant.Unit, start);
                rows++;
            }
            else
                builder.GroupActivate(activation.Person, activation.Team, end, start: start);
        foreach (var workload in new Workloads(plan, random).Make(plan.Figures.ActiveAssignments - rows))
            Write(builder, workload);
        return builder;
    }

    /// <summary>At most thirty days, of which more than a fortnight is left.</summary>
    private void Write(TenantBuilder builder, Workload workload)
    {
        builder.ServicePrincipal(workload.Name);
        foreach (var role in workload.Roles)
        {
            var start = builder.Now.AddMinutes(-random.Between(60, 14 * 24 * 60 - 60));
            builder.Assign(workload.Name, role, start: start, end: start.AddDays(random.Between(28, 30)));
        }
    }

    private TenantBuilder WriteSettings(TenantBuilder builder) =>
        new PlannedSettings(plan, Settings(builder)).Write(builder);

    /// <summary>Within the hour before the log's first case.</summary>
    private DateTimeOffset Granted() =>
        activations.Begin.AddMinutes(random.Between(1, (int)AuditTimetable.Preparation.TotalMinutes - 1));

    /// <summary>Half a year at least, less than a year.</summary>
    private DateTimeOffset Ending(TenantBuilder builder) => builder.Now.AddDays(random.Between(100, 330));

    private PolicySettings Settings(TenantBuilder builder) =>
        PolicySettings.Good with
        {
            ChangedAt = builder.Now.AddDays(-random.Between(30, 300)),
        };
}
