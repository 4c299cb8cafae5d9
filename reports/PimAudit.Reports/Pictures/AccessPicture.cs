using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Pictures;

/// <summary>Paths of one shape.</summary>
/// <param name="Head">The approach.</param>
/// <param name="Aside">What that means, and what the path takes.</param>
/// <param name="Remarks">What stands in the way or weakens a gate.</param>
/// <param name="Nodes">All of them, from whoever takes the path to the role.</param>
internal sealed record PathRow(
    string Head,
    string Aside,
    ImmutableArray<string> Remarks,
    ImmutableArray<PathNode> Nodes,
    ImmutableArray<PathHop> Hops
)
{
    public ImmutableArray<ObjectRef> Principals => Nodes[0].Objects;
}

/// <summary>Rows that belong together.</summary>
/// <param name="Name">Null for the certain paths, which need none.</param>
/// <param name="Empty">What is said where there is no row.</param>
/// <param name="More">Paths that are left out because the picture is full.</param>
internal sealed record PictureBand(string? Name, string Caption, string Empty, ImmutableArray<PathRow> Rows, int More);

/// <summary>
/// The access paths of a role or of a principal, before they are drawn. Paths of the same shape are one row; certain paths
/// and those through an ownership never stand in one band.
/// </summary>
public sealed class AccessPicture
{
    /// <summary>Rows of a band; whatever is more is counted.</summary>
    internal const int MostRows = 60;

    private AccessPicture(PictureQuestion question, ImmutableArray<PictureBand> bands) =>
        (Question, Bands) = (question, bands);

    internal PictureQuestion Question { get; }

    internal ImmutableArray<PictureBand> Bands { get; }

    /// <summary>One sentence that counts what is to be seen.</summary>
    internal string Lead =>
        $"{Say.Count(Certain.Length, "path")}{(Certain.IsEmpty ? "" : Ends)}{(Takeovers > 0 ? $", {Say.Count(Takeovers, "takeover path")}" : "")}";

    private string Ends =>
        Question.Subject.Kind is ObjectKind.Role
            ? $" of {Say.Count(Different(path => path.Path.Principal.Id), "principal")}"
            : $" to {Say.Count(Different(path => path.Path.Role.Id), "role")}";

    private ImmutableArray<DrawnPath> Certain => [.. Question.Paths.Where(IsCertain)];

    private int Takeovers => Question.Paths.Length - Certain.Length;

    public static AccessPicture Of(PictureQuestion question)
    {
        var rows = new PathRows(new SnapshotFacts(question.Snapshot).Of);
        var certain = Band(
            rows.Of(question.Paths.Where(IsCertain)),
            null,
            "",
            question.Unread.IsEmpty ? "No path." : "No path in what was read."
        );
        if (!question.WithTakeover)
            return new(question, [certain]);

        var takeover = Band(
            rows.Of(question.Paths.Where(path => !IsCertain(path))),
            "Takeover",
            "possible, not assigned: owners of a group on the way, who could add themselves",
            question.Unread.IsEmpty
                ? "No path leads through the ownership of a group."
                : "No path, in what was read, leads through the ownership of a group."
        );
        return new(question, [certain, takeover]);
    }

    private static PictureBand Band(ImmutableArray<PathRow> rows, string? name, string caption, string empty) =>
        new(name, caption, empty, [.. rows.Take(MostRows)], rows.Skip(MostRows).Sum(row => row.Principals.Length));

    private static bool IsCertain(DrawnPath path) => path.Path.Band is PathBand.Certain;

    private int Different(Func<DrawnPath, string> id) => Certain.Select(id).Distinct(StringComparer.Ordinal).Count();
}
