using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Can the role be used already?</summary>
internal static class ActiveCheck
{
    private static readonly Check Check = new("Active now", "TRB-3");

    /// <param name="way">Null when the person has none.</param>
    public static CheckLine Of(Case asked, Way? way)
    {
        if (way is null)
            return Check.NotApplicable("without a way to the role it cannot be");

        var rows = way.Path.Hops.SelectMany(hop => hop.Evidence);
        return way.Path.State switch
        {
            HopState.Standing => Check.Ok($"usable without an activation, {Until(way.Path)}", rows),
            HopState.Activated => Check.Ok($"activated{Since(way.Path)}, {Until(way.Path)}", rows),
            HopState.Unknown => Untold(asked, way),
            _ => NotYet(asked, way),
        };
    }

    /// <summary>Usable at the snapshot; an activation among it may have ended meanwhile.</summary>
    private static CheckLine Untold(Case asked, Way way) =>
        Check.NotKnown(
            "usable at the snapshot, but whether it was activated, and until when, was not told",
            new(
                $"Sign out and in again: {way.Path.Role.Label} was usable at the snapshot, though until when is not known.",
                way.Path.Role
            ),
            [.. way.Unread]
        );

    private static CheckLine NotYet(Case asked, Way way)
    {
        if (Hidden(asked, way) is { } hidden)
            return NotRead.Line(Check, asked, "whether an activation is in progress was not read", hidden);

        if (Begun.InProgress(asked, way) is { } half)
            return Check.NotApplicable(
                $"{What(half)} is{Until(half.EndsAt)}, and more must be activated",
                half.Evidence
            );
        if (Begun.Ended(asked) is { EndsAt: { } end } ended)
            return Check.NotApplicable($"an activation ended on {Say.Moment(end)}", ended.Evidence);

        var taken = Say.Moment(asked.Snapshot.TakenAt);
        return Begun.Closed(asked) is { EndsAt: { } closed } path
            ? Check.NotApplicable(
                $"a way that was usable at {taken} ended on {Say.Moment(closed)}",
                path.Hops.SelectMany(hop => hop.Evidence)
            )
            : Check.NotApplicable($"no activation was in progress at {taken}");
    }

    private static string What(Hop hop) =>
        hop.Relation is HopRelation.Role ? $"the activation of {hop.To.Label}" : $"the membership of {hop.To.Label}";

    /// <summary>An activation stands in the directory's list and in PIM's; only where both were not read it can hide.</summary>
    private static UnreadFact? Hidden(Case asked, Way way)
    {
        var record = asked.Snapshot.Collection;
        if (
            record.GapOf(SnapshotParts.RoleAssignments) is { } gap
            && record.GapOf(SnapshotParts.ActiveAssignments) is not null
        )
            return new(Subject: null, gap);

        return way
            .Path.Hops.Where(hop => hop is { Relation: HopRelation.Member, State: HopState.Eligible })
            .Select(hop => (hop.To, People: asked.Map.People(Guid.Parse(hop.To.Id))))
            .Where(group => group.People is { MembersGap: not null, AssignmentsGap: not null })
            .Select(group => new UnreadFact(group.To, group.People.AssignmentsGap!))
            .FirstOrDefault();
    }

    private static string Since(AccessPath path) => path.StartsAt is { } start ? $" on {Say.Moment(start)}" : "";

    private static string Until(AccessPath path) => path.EndsAt is { } end ? $"until {Say.Moment(end)}" : "without end";

    private static string Until(DateTimeOffset? end) => end is { } at ? $" active until {Say.Moment(at)}" : " active";
}
