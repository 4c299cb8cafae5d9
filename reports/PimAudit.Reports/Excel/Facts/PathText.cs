using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>A path as one line: a solid arrow is open, a dashed one must be activated first.</summary>
internal static class PathText
{
    /// <summary>With its start: <c>Mira Solberg → Service Desk ⇢ RAG - Helpdesk → User Administrator</c>.</summary>
    public static string Full(ImmutableArray<Hop> hops) =>
        hops.IsEmpty ? "" : hops[0].From.Label + string.Concat(hops.Select(hop => $" {Step(hop)} {hop.To.Label}"));

    /// <summary>Beside a column that names the principal and one that names the role: <c>→ RAG - Helpdesk ⇢ role</c>.</summary>
    public static string Short(ImmutableArray<Hop> hops) =>
        (hops.Length == 1 ? hops[0].From.Label + " " : "")
        + string.Join(
            ' ',
            hops.Select(hop => $"{Step(hop)} {(hop.Relation is HopRelation.Role ? "role" : hop.To.Label)}")
        );

    /// <summary>What a path amounts to, in the words of the portal.</summary>
    public static string State(AccessRow row) =>
        row.Band is PathBand.Takeover ? "Owner could add himself"
        : row.State is HopState.Unknown ? "Active, kind not read"
        : row.State is HopState.Activated ? "Active, Activated"
        : row.State is HopState.Standing
            ? row.Hops.Length > 1 ? "Active by group"
                : "Active, Assigned"
        : row.Hops is [.., { State: HopState.Eligible }] ? "Eligible"
        : "Eligible member";

    private static string Step(Hop hop) =>
        (hop.State is HopState.Eligible ? "⇢" : "→")
        + (hop.State is HopState.Unknown ? " (kind not read)" : "")
        + (hop.Relation is HopRelation.Owner ? " owner of" : "");
}
