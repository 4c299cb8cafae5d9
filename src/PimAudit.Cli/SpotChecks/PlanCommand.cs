using System.CommandLine;
using PimAudit.Access.Questions;
using PimAudit.Access.Questions.Planning;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>plan ROLE GROUP</c>: which approach, why, and the steps with real names.</summary>
internal static class PlanCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var role = new Argument<string>("ROLE") { Description = "A role by name, id or template id." };
        var group = new Argument<string?>("GROUP")
        {
            Description = "A group by name or object id.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var created = new Option<string?>("--new")
        {
            Description = "Instead of GROUP: the name of a group that does not exist yet.",
            HelpName = "NAME",
        };
        var scope = new Option<string>("--scope")
        {
            Description = "Where: /, an administrative unit by id or name, an object id.",
            HelpName = "SCOPE",
            DefaultValueFactory = _ => "/",
        };
        return SpotVerb.Make(
            new("plan", "Which approach a role and a group should follow, why, and the steps to it. Changes nothing."),
            surroundings,
            [role, group, created, scope],
            (parsed, asked) =>
                Ask(
                    asked,
                    parsed.GetValue(role)!,
                    parsed.GetValue(group),
                    parsed.GetValue(created),
                    parsed.GetValue(scope)!
                ),
            (_, _) => Touched.Everything
        );
    }

    private static Answer Ask(Asked asked, string roleName, string? groupName, string? created, string place)
    {
        var map = asked.Map;
        var role = Meaning.Of(
            Names.Roles(map, roleName),
            "role",
            roleName,
            KnownNames.Roles(map),
            "Give the role's whole name as the portal shows it, or its id."
        );
        var scope = Meaning.Of(
            Names.Scopes(map, place),
            "scope",
            place,
            KnownNames.Scopes(map),
            "Give / for the whole tenant, or the id of an administrative unit or object."
        );
        var group = created is null ? Existing(map, groupName) : Absent(map, groupName, created);
        var plan = RolePlan.Ask(
            map,
            new(Guid.Parse(role.Id), group is null ? null : Guid.Parse(group.Id), created, scope.Id)
        );
        return new(
            "plan",
            $"{role.Label} for {plan.Asked.Name}",
            scope.Label,
            map.Snapshot,
            asked.Now,
            PlanCells.Sections(plan),
            [.. PlanCells.Notes(plan, asked.Fresh)],
            plan.Unread
        );
    }

    private static ObjectRef Existing(Access.AccessMap map, string? name) =>
        name is null
            ? throw new Failure(
                ExitCode.Usage,
                "The plan has no group.",
                "Neither GROUP nor --new was given.",
                "Nothing was answered.",
                "Name a group, or give --new \"RAG - Exchange Admins\" for one that does not exist yet."
            )
            : Meaning.Of(
                Names.Groups(map, name),
                "group",
                name,
                KnownNames.Groups(map),
                "A snapshot names role-assignable groups and those on a way to a role. Check the spelling, give the object id, or give --new with the name if the group is yet to be created."
            );

    private static ObjectRef? Absent(Access.AccessMap map, string? group, string created)
    {
        if (group is not null)
            throw new Failure(
                ExitCode.Usage,
                "GROUP and --new exclude each other.",
                $"'{group}' and --new '{created}'",
                "Nothing was answered.",
                "Give one of them."
            );
        if (string.IsNullOrWhiteSpace(created))
            throw new Failure(
                ExitCode.Usage,
                "The new group has no name.",
                $"--new '{created}'",
                "Nothing was answered.",
                "Give a name by the convention, such as \"RAG - Exchange Admins\"."
            );

        var taken = Names.Groups(map, created);
        return taken.IsEmpty
            ? null
            : throw new Failure(
                ExitCode.Usage,
                "A group of that name exists already.",
                string.Join('\n', taken.Select(one => $"{one.Id}  {one.Label}")),
                "Nothing was answered.",
                "Give it without --new, or choose another name."
            );
    }
}
