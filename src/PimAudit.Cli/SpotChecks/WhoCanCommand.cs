using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Access.Takeovers;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>who-can ROLE</c>: who can use a role, how soon, by which way.</summary>
internal static class WhoCanCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var role = new Argument<string>("ROLE") { Description = "A role by name, id or template id." };
        var scope = new Option<string?>("--scope")
        {
            Description = "Only what reaches this place: /, an administrative unit by id or name, an object id.",
            HelpName = "SCOPE",
        };
        var within = new Option<string>("--within")
        {
            Description = "How soon: 30m, 1h, 2d. From 24h on a consent is counted in.",
            HelpName = "TIME",
            DefaultValueFactory = _ => "1h",
        };
        var takeover = new Option<bool>("--takeover")
        {
            Description =
                "Also who could take it: owners of groups, and whoever may assign, reset or edit what leads to it.",
        };
        return SpotVerb.Make(
            new("who-can", "Who can use a role, now or soon, and by which way."),
            surroundings,
            [role, scope, within, takeover],
            (parsed, asked) =>
                Ask(
                    asked,
                    parsed.GetValue(role)!,
                    parsed.GetValue(scope),
                    Meaning.Duration(parsed.GetValue(within)!),
                    parsed.GetValue(takeover)
                ),
            (parsed, map) =>
                Touched.Role(Guid.Parse(RoleOf(map, parsed.GetValue(role)!).Id)) is var one && parsed.GetValue(takeover)
                    ? one with
                    {
                        Roles = [.. one.Roles.Union(TakeoverBook.PowerRoles)],
                    }
                    : one
        );
    }

    private static Answer Ask(Asked asked, string name, string? place, TimeSpan within, bool takeover)
    {
        var map = asked.Map;
        var role = RoleOf(map, name);
        var scope = place is null
            ? null
            : Meaning.Of(
                Names.Scopes(map, place),
                "scope",
                place,
                KnownNames.Scopes(map),
                "Give / for the whole tenant, or the id of an administrative unit or object."
            );
        var found = WhoCan.Ask(map, Guid.Parse(role.Id), scope?.Id, within, takeover, asked.Now);
        return new(
            "who-can",
            role.Label,
            Place(found, scope),
            map.Snapshot,
            asked.Now,
            Sections(map, new(map, asked.Unicode, isAboutRole: true), found, within, takeover),
            [.. Notes(asked, found, takeover)],
            found.Unread
        );
    }

    private static ObjectRef RoleOf(AccessMap map, string name) =>
        Meaning.Of(
            Names.Roles(map, name),
            "role",
            name,
            KnownNames.Roles(map),
            "Give the role's whole name as the portal shows it, or its id."
        );

    private static string Place(WhoCan found, ObjectRef? scope) =>
        scope is not null ? scope.Label
        : found.Ways.All(way => string.Equals(way.Path.Scope, "/", StringComparison.Ordinal)) ? "whole tenant"
        : "every scope";

    private static ImmutableArray<Section> Sections(
        AccessMap map,
        WayCells cells,
        WhoCan found,
        TimeSpan within,
        bool takeover
    )
    {
        IEnumerable<Way> Of(WayBand band) => found.Ways.Where(way => way.Band == band);

        var byTime = found.Ways.Any(way => way.OpensAt is not null) ? ", or a schedule begins" : "";
        var sections = ImmutableArray.Create(
            cells.Section("Now", "usable without activation", Of(WayBand.Now)),
            cells.Section($"Within {Say.Duration(within)}", "after activation", Of(WayBand.Within)),
            cells.Section("Later", "once somebody approves, who has 24 h to do so" + byTime, Of(WayBand.Later)),
            cells.Section("Blocked", "cannot be used as things are", Of(WayBand.Blocked))
        );
        return takeover
            ? sections.AddRange(
                cells.Section(
                    "Takeover by ownership",
                    "own a group on the way; possible, not assigned",
                    Of(WayBand.Takeover)
                ),
                new TakeoverCells(map, cells, isAboutRole: true).Section(found.Powers)
            )
            : sections;
    }

    private static IEnumerable<string> Notes(Asked asked, WhoCan found, bool takeover)
    {
        if (!asked.Map.Snapshot.HasPim)
            yield return "The tenant has no licence for PIM, so nothing can be activated.";
        foreach (var unknown in Meaning.NotToCome(asked))
            yield return unknown;
        if (takeover)
            yield return Meaning.TakeoverLimits;
        else if (found.Takeovers > 0)
            yield return $"{Say.Count(found.Takeovers, "owner")} could take the role over: add --takeover.";
    }
}
