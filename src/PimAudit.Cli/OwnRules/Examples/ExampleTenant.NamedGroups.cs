using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Groups that were asked for by the beginning of their name, and the groups that people are in.</summary>
internal sealed partial class ExampleTenant
{
    /// <summary>People with groups of their own to name; groups are read after people.</summary>
    private readonly List<(string Name, YamlMap Given)> namesGroups = [];

    /// <summary>Those that are listed as such, and all others whose name begins so, as Graph would find them.</summary>
    private void NamedGroups()
    {
        var prefix = map.Text("namedGroupsPrefix") ?? GroupNaming.Prefix;
        foreach (var (name, given) in Named("namedGroups"))
        {
            names.Add(name, ObjectKind.Group);
            tenant = tenant with { NamedGroups = [.. tenant.NamedGroups, Group(name, given)] };
            given?.RefuseOtherKeys();
        }

        tenant = tenant with
        {
            NamedGroupsPrefix = prefix,
            NamedGroups =
            [
                .. tenant.NamedGroups,
                .. tenant.Groups.Where(group =>
                    group.DisplayName?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) is true
                ),
            ],
        };
    }

    /// <summary>Those of the example that hold a person now, nested ones included, and those of <c>inGroups</c>.</summary>
    private void GroupsOfUsers()
    {
        var around = tenant
            .Memberships.Where(row => row.Access is GroupAccess.Member)
            .ToLookup(row => row.PrincipalId, row => row.GroupId);
        var further = namesGroups.ToDictionary(
            one => ExampleNames.Id(one.Name),
            one => InGroups(one.Given).Select(ExampleNames.Id).ToList()
        );
        tenant = tenant with
        {
            GroupsOfUsers =
            [
                .. tenant.Users.Select(user => new GroupsOfUser(
                    user.Id,
                    [.. Around(user.Id, around).Concat(further.GetValueOrDefault(user.Id, [])).Distinct().Order()]
                )),
            ],
        };
    }

    private ImmutableArray<string> InGroups(YamlMap given)
    {
        var groups = given.Texts("inGroups") ?? [];
        foreach (var odd in groups.Where(name => !names.IsGroup(name)))
            given.Issue("inGroups", $"names '{odd}', which is no group of this example", Nearest.Of(odd, names.All));
        return groups;
    }

    private static HashSet<Guid> Around(Guid id, ILookup<Guid, Guid> around)
    {
        var found = new HashSet<Guid>();
        var open = new Queue<Guid>([id]);
        while (open.TryDequeue(out var next))
            foreach (var group in around[next].Where(found.Add))
                open.Enqueue(group);
        return found;
    }
}
