using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Why somebody cannot use a role: the document's troubleshooting table, checked in order of cause.</summary>
/// <param name="Path">The way that was checked: the nearest to usable. Null when there is none.</param>
/// <param name="OtherWays">How many further ways there are.</param>
/// <param name="Lines">From the account to the last attempt.</param>
/// <param name="Advice">The one thing to do: the cure of the first fault; with no fault, what would make the first unknown known.</param>
public sealed record GuidedCheck(AccessPath? Path, int OtherWays, ImmutableArray<CheckLine> Lines, Advice Advice)
{
    /// <summary>What was not read and could be the cause.</summary>
    public ImmutableArray<UnreadFact> Unread => Questions.Unread.Once(Lines.SelectMany(line => line.Unread));

    /// <param name="now">UTC; not before the snapshot.</param>
    public static GuidedCheck Ask(AccessMap map, Guid personId, Guid roleId, DateTimeOffset now) =>
        Of(
            new(
                map,
                map.Directory.Reference(personId),
                [map.Directory.RoleReference(roleId)],
                ForDiscoverGroups: false,
                now
            )
        );

    /// <summary>Who sees "Discover groups" of PIM: a Privileged Role Administrator or a Global Administrator of the whole tenant.</summary>
    /// <param name="now">UTC; not before the snapshot.</param>
    public static GuidedCheck ForDiscoverGroups(AccessMap map, Guid personId, DateTimeOffset now) =>
        Of(
            new(
                map,
                map.Directory.Reference(personId),
                [
                    map.Directory.RoleReference(WellKnownRoles.PrivilegedRoleAdministrator),
                    map.Directory.RoleReference(WellKnownRoles.GlobalAdministrator),
                ],
                ForDiscoverGroups: true,
                now
            )
        );

    /// <summary>Groups that carry a role, and those that are eligible for it.</summary>
    public static ImmutableArray<ObjectRef> GroupsOf(AccessMap map, Guid roleId) =>
        [
            .. map
                .GroupGrants.Where(grant => grant.RoleId == roleId)
                .Select(grant => map.Directory.Reference(grant.GroupId))
                .DistinctBy(group => group.Id, StringComparer.Ordinal)
                .OrderBy(group => group.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(group => group.Id, StringComparer.Ordinal),
        ];

    private static GuidedCheck Of(Case asked)
    {
        var carriers = Carriers.Of(asked);
        var hasWay = asked.Map.Paths.Any(asked.IsOpen);
        var dormant = hasWay ? null : DormantWay.Best(asked);
        var attempt = AttemptLog.Last(asked, carriers.Objects(asked.Map).Concat(dormant?.Groups ?? []));
        var routes = hasWay ? Route.Nearest(asked, attempt) : [];

        ImmutableArray<CheckLine> lines =
        [
            AccountCheck.Of(asked),
            hasWay ? PathCheck.Found(asked, routes[0].Way.Path) : PathCheck.None(asked, carriers, dormant),
            .. hasWay ? routes[0].Lines : Route.LinesOf(asked, way: null, attempt),
        ];
        return new(
            routes.FirstOrDefault()?.Way.Path,
            Math.Max(0, routes.Length - 1),
            lines,
            First(lines, CheckVerdict.Fault) ?? First(lines, CheckVerdict.NotKnown) ?? NextStep.Of(asked, routes[0].Way)
        );
    }

    private static Advice? First(ImmutableArray<CheckLine> lines, CheckVerdict verdict) =>
        lines.FirstOrDefault(line => line.Verdict == verdict)?.Advice;
}
