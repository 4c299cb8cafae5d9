using System.Collections.Immutable;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.Reports.Pictures;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Finds whose paths are meant, asks for them, and makes a picture of the ways.</summary>
internal static class PictureMaker
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <exception cref="Failure">The name is neither a user's nor a role's, or can be several's.</exception>
    public static (Answer Answer, AccessPicture Picture) Of(Asked asked, string name, bool takeover)
    {
        var map = asked.Map;
        var subject = Meaning.Of(
            [.. Names.Roles(map, name), .. Names.Principals(map, name)],
            "user or role",
            name,
            [.. KnownNames.Roles(map), .. KnownNames.Principals(map)],
            "Give a role's whole name as the portal shows it, a user principal name, or an id. A snapshot names only those users whom a role or a group on the way to one touches."
        );
        var id = Guid.Parse(subject.Id);
        var (ways, takeovers, unread) =
            subject.Kind is ObjectKind.Role
                ? OfRole(WhoCan.Ask(map, id, scope: null, Hour, takeover, asked.Now))
                : OfPrincipal(WhatCan.Ask(map, id, takeover, asked.Now));
        var answer = new Answer(
            "graph",
            subject.Label,
            Aside(asked, subject),
            map.Snapshot,
            asked.Now,
            [],
            [.. Notes(map.Snapshot, takeover, takeovers)],
            unread
        )
        {
            Fresh = asked.Fresh,
        };
        var paths = new WayDrawing(map);
        var question = new PictureQuestion(
            map.Snapshot,
            subject,
            answer.Aside,
            answer.TenantLabel,
            answer.Taken,
            [.. ways.Select(paths.Of)],
            takeover,
            unread.IsEmpty ? [.. answer.Notes, .. answer.Coverage] : answer.Notes,
            unread.IsEmpty ? [] : [.. answer.Coverage]
        );
        return (answer, AccessPicture.Of(question));
    }

    private static (ImmutableArray<Way>, int, ImmutableArray<UnreadFact>) OfRole(WhoCan found) =>
        (found.Ways, found.Takeovers, found.Unread);

    private static (ImmutableArray<Way>, int, ImmutableArray<UnreadFact>) OfPrincipal(WhatCan found) =>
        (found.Ways, found.Takeovers, found.Unread);

    private static string Aside(Asked asked, ObjectRef subject)
    {
        var login = asked.Map.Directory.User(Guid.Parse(subject.Id))?.UserPrincipalName;
        return $"{Words.Kind(subject.Kind)} {(login is null ? "" : $"{login}, ")}{subject.Id}";
    }

    private static IEnumerable<string> Notes(TenantSnapshot snapshot, bool takeover, int takeovers)
    {
        if (!snapshot.HasPim)
            yield return "The tenant has no licence for PIM, so nothing can be activated.";
        if (takeover)
            yield return "Takeover draws owners of groups; 'who-can --takeover' also lists who may assign roles, reset accounts or edit groups.";
        else if (takeovers > 0)
            yield return $"Not drawn: {Say.Count(takeovers, "takeover", "takeovers")} through the ownership of a group; --takeover draws them.";
    }
}
