using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pictures;

/// <summary>Names everybody whom a node stands for: what a reader is told who asks.</summary>
internal static class NodeNames
{
    private const int MostWithIds = 40;

    /// <summary>Kinds, names and ids, an object each.</summary>
    public static IEnumerable<string> Of(PathNode node) => Listed([.. node.Objects.Select(WithId)], MostWithIds);

    /// <summary>So many of them, and how many more there are.</summary>
    public static IEnumerable<string> Listed(IReadOnlyList<string> names, int most) =>
        names.Count <= most
            ? names
            : names.Take(most - 1).Append($"{Say.Count(names.Count - most + 1, "more", "more")}");

    private static string WithId(ObjectRef item) =>
        item.Id.Length == 0 ? item.Label : $"{Words.Kind(item.Kind)} {item.Label}, {item.Id}";
}
