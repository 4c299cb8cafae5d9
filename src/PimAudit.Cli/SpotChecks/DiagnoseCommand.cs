using System.CommandLine;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>diagnose USER ROLE</c>: why somebody cannot use a role, and the one thing to do about it.</summary>
internal static class DiagnoseCommand
{
    private const int MaxNamed = 10;

    public static Command Make(Surroundings surroundings)
    {
        var user = new Argument<string>("USER")
        {
            Description = "A person by object id, user principal name or display name.",
        };
        var role = new Argument<string?>("ROLE")
        {
            Description = "The role that cannot be used, by name, id or template id.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var discover = new Option<bool>("--discover-groups")
        {
            Description = "Instead of ROLE: why this person does not see \"Discover groups\" in PIM.",
        };
        return SpotVerb.Make(
            new("diagnose", "Why somebody cannot use a role, checked step by step, and the one thing to do."),
            surroundings,
            [user, role, discover],
            (parsed, asked) => Ask(asked, parsed.GetValue(user)!, parsed.GetValue(role), parsed.GetValue(discover)),
            (_, _) => Touched.Everything
        );
    }

    private static Answer Ask(Asked asked, string name, string? roleName, bool discover)
    {
        if (roleName is null != discover)
            throw new Failure(
                ExitCode.Usage,
                "One thing is diagnosed at a time.",
                discover ? $"'{roleName}' and --discover-groups" : "neither a role nor --discover-groups",
                "Nothing was answered.",
                "Give a ROLE that the person cannot use, or --discover-groups."
            );

        var map = asked.Map;
        var role = roleName is null
            ? map.Directory.RoleReference(WellKnownRoles.PrivilegedRoleAdministrator)
            : Meaning.Of(
                Names.Roles(map, roleName),
                "role",
                roleName,
                KnownNames.Roles(map),
                "Give the role's whole name as the portal shows it, or its id."
            );
        var person = Person(map, name, role);
        var id = Guid.Parse(person.Id);
        var found = discover
            ? GuidedCheck.ForDiscoverGroups(map, id, asked.Now)
            : GuidedCheck.Ask(map, id, Guid.Parse(role.Id), asked.Now);
        return new(
            "diagnose",
            person.Label,
            discover ? "Discover groups" : role.Label,
            map.Snapshot,
            asked.Now,
            [CheckCells.Section(found), CheckCells.Advice(found)],
            [.. Notes(found, asked)],
            found.Unread
        );
    }

    /// <exception cref="Failure">Nobody, several, or an application.</exception>
    private static ObjectRef Person(AccessMap map, string name, ObjectRef role)
    {
        var person = Meaning.Of(
            Names.Principals(map, name),
            "user",
            name,
            KnownNames.Principals(map),
            Nobody(map, role)
        );
        return person.Kind is not ObjectKind.ServicePrincipal
            ? person
            : throw new Failure(
                ExitCode.Usage,
                "An application activates nothing.",
                $"'{name}' is the application {person.Id}.",
                "Nothing was answered.",
                "Name a person; 'pimaudit what-can' tells what an application holds."
            );
    }

    private static string Nobody(AccessMap map, ObjectRef role)
    {
        var groups = GuidedCheck.GroupsOf(map, Guid.Parse(role.Id));
        var carried = groups.IsEmpty
            ? $"No group that was read carries {role.Label}."
            : $"{role.Label} is carried by {string.Join(", ", groups.Take(MaxNamed).Select(group => $"{group.Label} ({group.Id})"))}"
                + (groups.Length > MaxNamed ? $" and {Say.Number(groups.Length - MaxNamed)} more." : ".");
        return "Check the spelling, or give the object id. A snapshot names only people on the way to a role: if the name is right, this person holds nothing that was read, not even as a member of a group that carries a role. "
            + carried;
    }

    private static IEnumerable<string> Notes(GuidedCheck found, Asked asked)
    {
        if (found.OtherWays > 0)
            yield return $"{Say.Count(found.OtherWays, "other way")} to the role; the one checked is the nearest to usable.";
        yield return asked.Fresh is { } fresh
            ? $"Access and gates were read again; registered methods and the audit log are those of {Say.Moment(fresh.SnapshotTakenAt)}."
            : "Activations and changes after the snapshot are not in it.";
    }
}
