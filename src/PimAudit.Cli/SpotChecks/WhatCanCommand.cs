using System.CommandLine;
using PimAudit.Access.Questions;
using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary><c>what-can USER</c>: what somebody can use, now or by activating.</summary>
internal static class WhatCanCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var user = new Argument<string>("USER")
        {
            Description = "A user or application by object id, user principal name or display name.",
        };
        return SpotVerb.Make(
            new("what-can", "What somebody can use, now or by activating, and what is in the way."),
            surroundings,
            [user],
            (parsed, asked) => Ask(asked, parsed.GetValue(user)!),
            (_, _) => Touched.Everything
        );
    }

    private static Answer Ask(Asked asked, string name)
    {
        var map = asked.Map;
        var principal = Meaning.Of(
            Names.Principals(map, name),
            "user",
            name,
            "A snapshot names only those whom a role or a group on the way to one touches; so whoever is missing holds nothing that was read. Check the spelling, or give the object id."
        );
        var found = WhatCan.Ask(map, Guid.Parse(principal.Id), asked.Now);
        var cells = new WayCells(map, asked.Unicode, isAboutRole: false);
        Section Of(string title, string caption, Func<Way, bool> which) =>
            cells.Section(title, caption, found.Ways.Where(which));

        return new(
            "what-can",
            principal.Label,
            map.Directory.User(Guid.Parse(principal.Id))?.UserPrincipalName ?? principal.Id,
            map.Snapshot,
            asked.Now,
            [
                Of("Usable now", "without activation", way => way.Band is WayBand.Now),
                Of("Activatable", "one activation", way => way.Band is WayBand.Within && way.Activations == 1),
                Of(
                    "Activatable after another activation",
                    "two or more in a row",
                    way => way.Band is WayBand.Within && way.Activations > 1
                ),
                Of("Blocked", "cannot be used as things are", way => way.Band is WayBand.Blocked),
                Of(
                    "Takeover",
                    "could give himself the role through a group that he owns",
                    way => way.Band is WayBand.Takeover
                ),
            ],
            map.Snapshot.HasPim ? [] : ["The tenant has no licence for PIM, so nothing can be activated."],
            found.Unread
        );
    }
}
