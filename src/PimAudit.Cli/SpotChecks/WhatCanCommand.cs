using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Access.Questions;
using PimAudit.Collect;
using PimAudit.Model;

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
        var takeover = new Option<bool>("--takeover")
        {
            Description =
                "Also what he could take: as the owner of a group, or by a role that assigns, resets or edits.",
        };
        return SpotVerb.Make(
            new("what-can", "What somebody can use, now or by activating, and what is in the way."),
            surroundings,
            [user, takeover],
            (parsed, asked) => Ask(asked, parsed.GetValue(user)!, parsed.GetValue(takeover)),
            (_, _) => Touched.Everything
        );
    }

    private static Answer Ask(Asked asked, string name, bool takeover)
    {
        var map = asked.Map;
        var principal = Meaning.Of(
            Names.Principals(map, name),
            "user",
            name,
            KnownNames.Principals(map),
            "A snapshot names only those whom a role or a group on the way to one touches; so whoever is missing holds nothing that was read. Check the spelling, or give the object id."
        );
        var found = WhatCan.Ask(map, Guid.Parse(principal.Id), takeover, asked.Now);
        var cells = new WayCells(map, asked.Unicode, isAboutRole: false);
        bool IsToCome(Way way) => way.OpensAt > asked.Now;
        bool IsOpen(Way way) => way.Band is WayBand.Within && !IsToCome(way);
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
                Of("Activatable", "one activation", way => IsOpen(way) && way.Activations == 1),
                Of(
                    "Activatable after another activation",
                    "two or more in a row",
                    way => IsOpen(way) && way.Activations > 1
                ),
                .. found.Ways.Any(IsToCome)
                    ? [Of("To come", "begins by schedule", way => IsToCome(way) && way.Band is not WayBand.Blocked)]
                    : ImmutableArray<Section>.Empty,
                Of("Blocked", "cannot be used as things are", way => way.Band is WayBand.Blocked),
                .. takeover
                    ?
                    [
                        Of(
                            "Takeover by ownership",
                            "could give himself the role through a group that he owns",
                            way => way.Band is WayBand.Takeover
                        ),
                        new TakeoverCells(map, cells, isAboutRole: false).Section(found.Powers),
                    ]
                    : ImmutableArray<Section>.Empty,
            ],
            [.. Notes(asked, found, takeover)],
            found.Unread
        );
    }

    private static IEnumerable<string> Notes(Asked asked, WhatCan found, bool takeover)
    {
        if (!asked.Map.Snapshot.HasPim)
            yield return "The tenant has no licence for PIM, so nothing can be activated.";
        foreach (var unknown in Meaning.NotToCome(asked))
            yield return unknown;
        if (takeover)
            yield return Meaning.TakeoverLimits;
        else if (found.Takeovers > 0)
            yield return $"{Say.Count(found.Takeovers, "role")} could be taken over through an ownership: add --takeover.";
    }
}
