using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>How open a path stands.</summary>
internal static class Openness
{
    /// <summary>What is open without a doubt comes first, what must be activated last.</summary>
    public static int Rank(HopState state) =>
        state switch
        {
            HopState.Standing => 0,
            HopState.Unknown => 1,
            HopState.Activated => 2,
            _ => 3,
        };
}
