using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.SpotChecks.Fresh;

/// <summary>A tenant after some days of administration: grants come and go, groups and people too. The same seed, the same days.</summary>
/// <param name="known">The tenant before, for its names.</param>
internal sealed class ChangedTenant(TenantSnapshot known, int seed)
{
    private static readonly string[] Roles =
    [
        "Global Administrator",
        "Privileged Role Administrator",
        "Exchange Administrator",
        "Security Reader",
    ];

    private readonly Random random = new(seed);
    private readonly string[] people = [.. Unique(known.Users.Select(user => user.DisplayName))];
    private readonly string[] groups = [.. Unique(known.Groups.Select(group => group.DisplayName))];

    public EmulatedTenant After(EmulatedTenant tenant, int changes)
    {
        for (var at = 0; at < changes; at++)
            tenant = Change(tenant, at);
        return tenant;
    }

    /// <summary>What cannot be done, such as taking a grant that is not there, is not done.</summary>
    private EmulatedTenant Change(EmulatedTenant tenant, int at)
    {
        try
        {
            return Step(new(tenant), at).Build();
        }
        catch (ArgumentException)
        {
            return tenant;
        }
    }

    private TenantBuilder Step(TenantBuilder tenant, int at)
    {
        var (person, group, role) = (Pick(people), Pick(groups), Pick(Roles));
        var side = random.Next(4) == 0 ? GroupSide.Owner : GroupSide.Member;
        return random.Next(18) switch
        {
            0 => tenant.Assign(person, role),
            1 => tenant.MakeEligible(person, role, end: tenant.Now.AddDays(random.Next(1, 20))),
            2 => tenant.Assign(person, role, outsidePim: true),
            3 => tenant.MakeEligible(group, role),
            4 => tenant.Assign(group, role),
            5 => tenant.GroupEligible(person, group, side),
            6 => tenant.AddMember(person, group),
            7 => tenant.AddOwner(person, group),
            8 => tenant.Disable(person),
            9 => tenant.Delete(person),
            10 => tenant.Purge(Pick(people)),
            11 => Leave(tenant),
            12 => Leave(tenant),
            13 => NewGroup(tenant, $"RAG - New {seed}-{at}", person, group, role),
            14 => tenant.Delete(group),
            15 => Settings(tenant, role, person, group),
            16 => tenant.GroupSettings(
                group,
                side,
                new PolicySettings { Approval = true, Approvers = Approvers(person) }
            ),
            _ => tenant
                .MakeEligible(person, role)
                .Activate(person, role, tenant.Now.AddDays(8), start: tenant.Now.AddDays(2)),
        };
    }

    /// <summary>Somebody loses what he had.</summary>
    private TenantBuilder Leave(TenantBuilder tenant)
    {
        var names = known.Users.ToDictionary(user => user.Id, user => user.DisplayName ?? "");
        var groupNames = known.Groups.ToDictionary(one => one.Id, one => one.DisplayName ?? "");
        string Of(Guid id) => names.GetValueOrDefault(id) ?? groupNames.GetValueOrDefault(id) ?? "";
        var eligible = Pick(known.RoleEligibilities);
        var active = Pick(known.RoleAssignments);
        var inside = Pick(known.GroupEligibilities);
        return random.Next(3) switch
        {
            0 => tenant.RemoveEligible(Of(eligible.PrincipalId), eligible.RoleDefinitionId.ToString(), eligible.Scope),
            1 => tenant.RemoveAssignment(Of(active.PrincipalId), active.RoleDefinitionId.ToString(), active.Scope),
            _ => tenant.RemoveGroupEligible(
                Of(inside.PrincipalId),
                groupNames[inside.GroupId],
                inside.Access is GroupAccess.Owner ? GroupSide.Owner : GroupSide.Member
            ),
        };
    }

    /// <summary>Sometimes inside another that is new as well.</summary>
    private TenantBuilder NewGroup(TenantBuilder tenant, string name, string person, string inner, string role)
    {
        tenant.Group(name, roleAssignable: true).GroupEligible(person, name).GroupEligible(inner, name);
        if (random.Next(2) == 0)
            tenant.Group(name + " inner").AddMember(Pick(people), name + " inner").GroupEligible(name + " inner", name);
        return random.Next(2) == 0 ? tenant.Assign(name, role) : tenant.MakeEligible(name, role);
    }

    private TenantBuilder Settings(TenantBuilder tenant, string role, string person, string group)
    {
        var context = random.Next(2) == 0;
        if (context)
            tenant
                .AuthenticationContext("c9", "Fresh")
                .ConditionalAccess(
                    "Fresh",
                    new()
                    {
                        Contexts = ["c9"],
                        IncludeGroups = [group],
                        IncludeRoles = [Pick(Roles)],
                        ExcludeRoles = random.Next(2) == 0 ? [Pick(Roles)] : [],
                    }
                );
        return tenant.RoleSettings(
            role,
            new PolicySettings
            {
                Mfa = !context,
                Context = context ? "c9" : null,
                Approval = random.Next(3) > 0,
                Approvers = random.Next(2) == 0 ? [] : Approvers(person, group),
            }
        );
    }

    private static System.Collections.Immutable.ImmutableArray<string> Approvers(params string[] names) => [.. names];

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static IEnumerable<string> Unique(IEnumerable<string?> names) =>
        names
            .OfType<string>()
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(same => same.Count() == 1)
            .Select(same => same.Key);
}
