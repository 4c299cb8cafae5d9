using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>A way with the checks that depend on it.</summary>
internal sealed record Route(Way Way, ImmutableArray<CheckLine> Lines)
{
    /// <summary>Every open way of the person, the nearest to usable first: what is active, then what meets the fewest faults.</summary>
    public static ImmutableArray<Route> Nearest(Case asked, Attempt? attempt) =>
        [
            .. WhatCan
                .Ask(asked.Map, asked.PersonId, takeover: false, asked.Now)
                .Ways.Where(way => way is { Path.Band: PathBand.Certain, OpensAt: null } && asked.IsOpen(way.Path))
                .Select(way => new Route(way, LinesOf(asked, way, attempt)))
                .OrderBy(route => !route.Way.IsActive())
                .ThenBy(route => route.Count(CheckVerdict.Fault))
                .ThenBy(route => route.Count(CheckVerdict.NotKnown))
                .ThenBy(route => asked.RankOf(route.Way.Path))
                .ThenBy(route => route.Way.Activations)
                .ThenBy(route => route.Way.Approvals.Length)
                .ThenByDescending(route => route.Way.Path.EndsAt ?? DateTimeOffset.MaxValue)
                .ThenBy(route => route.Way.Path.Scope.Length),
        ];

    /// <param name="way">Null when the person has none.</param>
    /// <param name="attempt">The last one in the audit log; null when it shows none.</param>
    public static ImmutableArray<CheckLine> LinesOf(Case asked, Way? way, Attempt? attempt) =>
        [
            LicenceCheck.Of(asked, way),
            MfaCheck.Of(asked, way),
            ApproverCheck.Of(asked, way),
            ActiveCheck.Of(asked, way),
            EffectCheck.Of(asked, way),
            AttemptCheck.Of(asked, way, attempt),
        ];

    private int Count(CheckVerdict verdict) => Lines.Count(line => line.Verdict == verdict);
}
