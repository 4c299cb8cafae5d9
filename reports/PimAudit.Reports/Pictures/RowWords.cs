using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pictures;

/// <summary>Says what kind of path a row shows, and the whole of it for those who cannot see.</summary>
internal static class RowWords
{
    private const int MostNames = 6;

    public static string Head(AccessPath path) =>
        path.Approach is Approach.Direct
            ? path.State is HopState.Standing
                ? "Direct, standing"
                : $"Direct, {Openness(path.State)}"
            : Words.Approach(path.Approach);

    public static string Aside(AccessPath path) => $"{Meaning(path.Approach)}; {Takes(path)}";

    /// <summary>Names of several people; empty for one, who is named in the picture.</summary>
    public static string Names(PathRow row) => row.Principals.Length == 1 ? "" : Listed(row.Nodes[0]);

    /// <summary>Where the picture has no room for every group.</summary>
    public static string Path(PathRow row) => string.Join(" → ", row.Nodes.Select(node => node.Object.Label));

    /// <summary>Everything that the row shows, as a sentence.</summary>
    public static string Sentence(PathRow row)
    {
        var first = row.Nodes[0];
        var who =
            first.Objects.Length == 1
                ? $"{first.Object.Label}, {first.Note}"
                : $"{first.Object.Label} ({Listed(first)}), {first.Note}";
        var hops = row.Hops.Select((hop, at) => Step(hop, row.Nodes[at + 1]));
        var remarks = row.Remarks.IsEmpty ? "" : $" Mind: {string.Join("; ", row.Remarks)}.";
        return $"{row.Head}: {who}: {string.Join("; then ", hops)}.{remarks}";
    }

    private static string Listed(PathNode node) =>
        string.Join(", ", NodeNames.Listed([.. node.Objects.Select(one => one.Label)], MostNames));

    private static string Step(PathHop hop, PathNode to)
    {
        var until = hop.Until is null ? "" : $", {hop.Until}";
        return $"{hop.State}: {to.Object.Label}, {to.Note} ({hop.Gates}{until})";
    }

    private static string Openness(HopState state) =>
        state switch
        {
            HopState.Eligible => "eligible",
            HopState.Activated => "activated",
            _ => "kind unknown",
        };

    private static string Meaning(Approach approach) =>
        approach switch
        {
            Approach.Direct => "no group",
            Approach.Approach1 => "group eligible for the role",
            Approach.Approach2 => "group active on the role",
            Approach.Standing => "group active, members standing",
            Approach.Mixed => "group mixes both approaches",
            Approach.Dormant => "group without members",
            _ => "a list was not read",
        };

    private static string Takes(AccessPath path)
    {
        var activations = path.Hops.Count(hop => hop.State is HopState.Eligible);
        var takes =
            activations == 1 ? "one activation"
            : activations > 1 ? $"{Say.Number(activations)} activations in a row"
            : path.State is HopState.Activated ? "activated now"
            : path.State is HopState.Unknown ? "no activation, kind unknown"
            : "no activation";
        return path.Band is PathBand.Takeover ? $"{takes}, once an owner adds himself" : takes;
    }
}
