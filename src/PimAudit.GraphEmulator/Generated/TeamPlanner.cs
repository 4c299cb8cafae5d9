using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Makes the plan of a tenant: everybody is in one team, so nobody reaches a role by two ways.</summary>
internal sealed class TeamPlanner(TenantFigures figures, TenantShape shape, SplitMix64 random)
{
    private static readonly string[] Places =
    [
        "Lisbon",
        "Oslo",
        "Tartu",
        "Graz",
        "Utrecht",
        "Porto",
        "Thessaloniki",
        "Varna",
        "Turku",
        "Ghent",
        "Brno",
        "Malmo",
        "Cork",
        "Split",
        "Kaunas",
        "Leipzig",
    ];

    private static readonly string[] Areas =
    [
        "Collaboration",
        "Endpoint",
        "Messaging",
        "Identity",
        "Service Desk",
        "Reporting",
        "Network",
        "Platform",
        "Devices",
        "Content",
    ];

    public TenantPlan Make()
    {
        var roles = RolesInUse.Choose(figures, shape, random);
        ImmutableArray<string> units = [.. Enumerable.Range(1, shape.Units).Select(Unit)];
        var people = People();
        var core = Core(roles, people);
        var wide = Wide(roles, units, people, figures.EligibleAssignments - core.Sum(team => team.Grants.Length));
        var bundles = Bundles(roles, people);
        return new(
            figures,
            shape,
            roles,
            units,
            core,
            wide,
            bundles,
            [.. core.Concat(wide).Concat(bundles).SelectMany(team => team.People)],
            [.. wide.SelectMany(team => team.People).Take(2)],
            [.. roles.Core, .. Everyday(roles).Where(_ => random.Next(4) == 0)]
        );
    }

    /// <summary>All but the first role of the whole tenant, so that one at least asks nobody.</summary>
    private static IEnumerable<string> Everyday(RolesInUse roles) =>
        roles.Unit.Concat(roles.Wide.Skip(1)).Concat(roles.Custom);

    private Queue<string> People()
    {
        var names = new PersonNames(random);
        return new(Enumerable.Range(0, figures.PeopleOnPaths - shape.Accounts).Select(number => names[number]));
    }

    /// <summary>One team for each of the two highest roles, and three that share the others; or one for all.</summary>
    private ImmutableArray<Team> Core(RolesInUse roles, Queue<string> people)
    {
        (string Name, ImmutableArray<string> Roles)[] teams =
            shape.CoreTeams == 1
                ? [("RAG - Tenant Administrators", roles.Core)]
                :
                [
                    ("RAG - Global Administrators", roles.Core[..1]),
                    ("RAG - Privileged Role Administrators", roles.Core[1..2]),
                    ("RAG - Security Administrators", roles.Core[2..4]),
                    ("RAG - Application Administrators", roles.Core[4..6]),
                    ("RAG - Authentication Administrators", roles.Core[6..]),
                ];
        return
        [
            .. teams.Select(team => new Team(
                team.Name,
                Take(people, shape.CorePeople),
                [.. team.Roles.Select(role => new Grant(role, Unit: null))]
            )),
        ];
    }

    private ImmutableArray<Team> Wide(RolesInUse roles, ImmutableArray<string> units, Queue<string> people, int grants)
    {
        var sizes = Sizes(shape.WideTeams(figures), shape.WidePeople(figures), least: 2);
        var chosen = new GrantDealer(roles, units, random).Deal(sizes.Length, grants);
        return [.. sizes.Select((size, index) => new Team(Name("Admins", index), Take(people, size), chosen[index]))];
    }

    private ImmutableArray<Team> Bundles(RolesInUse roles, Queue<string> people)
    {
        var sizes = Sizes(shape.Bundles, shape.BundlePeople, least: 2);
        return
        [
            .. sizes.Select(
                (size, index) => new Team(Name("Bundle", index), Take(people, size), GrantsOfBundle(roles, index))
            ),
        ];
    }

    /// <summary>The first one wanders through the roles, so that each is in use.</summary>
    private ImmutableArray<Grant> GrantsOfBundle(RolesInUse roles, int index)
    {
        var first = index * shape.GrantsOfBundle;
        var wandering = Enumerable
            .Range(first, shape.GrantsOfBundle)
            .Select(at => roles.Bundle[at % roles.Bundle.Length]);
        return [.. wandering.Distinct(StringComparer.Ordinal).Select(role => new Grant(role, Unit: null))];
    }

    /// <summary>Splits people into teams of different sizes.</summary>
    private int[] Sizes(int teams, int people, int least)
    {
        var sizes = Enumerable.Repeat(least, teams).ToArray();
        for (var left = people - teams * least; left > 0; left--)
            sizes[random.Next(teams)]++;
        return sizes;
    }

    private string Name(string kind, int index) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"RAG - {random.Pick(Areas)} {random.Pick(Places)} {kind} {index + 1:D3}"
        );

    private string Unit(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Places)} Office {number:D3}");

    private static ImmutableArray<string> Take(Queue<string> people, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => people.Dequeue())];
}
