using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What a run is called by.</summary>
/// <param name="ToolVersion">Version of the judging program; part of the run id.</param>
/// <param name="AllowIncomplete">Missing evidence was accepted on the command line; stamped on the result.</param>
public sealed record RunOptions(string ToolVersion, bool AllowIncomplete = false)
{
    /// <summary>Of the same tenant; null without one. Findings are New and Resolved only against it.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Of the same tenant, none taken later; without a baseline, New and Resolved are against the newest.</summary>
    public ImmutableArray<EarlierResult> Earlier
    {
        get;
        init => field = EarlierRuns.Ordered(value);
    } = [];

    /// <summary>What a history knows; null without one. Runs in <see cref="Earlier"/> go before its own.</summary>
    public EarlierHistory? History { get; init; }

    /// <summary>The run that findings are compared with where there is no baseline; null for none.</summary>
    internal EarlierResult? Newest => Earlier is [.., var newest] ? newest : History?.Newest;

    /// <summary>Of the same tenant, none of a later snapshot.</summary>
    public ImmutableArray<KeptReview> Reviews
    {
        get;
        init => field = ReviewOutcomes.Ordered(value);
    } = [];
}
