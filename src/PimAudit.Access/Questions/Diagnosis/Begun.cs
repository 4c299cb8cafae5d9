using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>What was activated at the snapshot, on any way of the person to the role.</summary>
internal static class Begun
{
    /// <summary>Still in progress, the chosen way first; null when nothing is.</summary>
    public static Hop? InProgress(Case asked, Way way) =>
        Paths(asked)
            .Where(asked.IsOpen)
            .OrderBy(path => path != way.Path)
            .SelectMany(path => path.Hops.Reverse())
            .FirstOrDefault(hop => hop.State is HopState.Activated);

    /// <summary>The activation that ended last, after the snapshot; null when none has.</summary>
    public static Hop? Ended(Case asked) =>
        Paths(asked)
            .SelectMany(path => path.Hops)
            .Where(hop => hop.State is HopState.Activated && hop.EndsAt <= asked.Now)
            .MaxBy(hop => hop.EndsAt);

    /// <summary>A way that was usable, maybe by an activation, and ended with another of its hops; null when there is none.</summary>
    public static AccessPath? Closed(Case asked) =>
        Paths(asked)
            .Where(path => path.State is HopState.Activated or HopState.Unknown && !asked.IsOpen(path))
            .MaxBy(path => path.EndsAt);

    /// <summary>An activated ownership gives nobody the role.</summary>
    private static IEnumerable<AccessPath> Paths(Case asked) =>
        asked.Map.Paths.Where(path => path.Band is PathBand.Certain && asked.IsAsked(path));
}
