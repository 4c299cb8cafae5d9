using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Document.Blocks;

/// <summary>A path as it is drawn: folded to what a picture holds.</summary>
/// <param name="Words">The same in words, for whoever cannot see it.</param>
internal sealed record DrawnWay(ImmutableArray<PathNode> Nodes, ImmutableArray<PathHop> Hops, string Words);

/// <summary>A finding with all that a reader needs to believe and to mend it.</summary>
/// <param name="Login">User principal name or application id of the subject; null when not known.</param>
/// <param name="Practice">The lines of the document that it breaks, in words.</param>
/// <param name="Owner">Who must act, in words.</param>
/// <param name="Ways">The path of the finding, or the most open one through its group; empty where there is none.</param>
/// <param name="More">Said where further paths are not drawn; null where all are.</param>
/// <param name="Evidence">Rows of evidence, exceptions and source.</param>
internal sealed record FindingCard(
    Finding Finding,
    string? Login,
    string Practice,
    string Owner,
    ImmutableArray<ControlReference> Controls,
    ImmutableArray<DrawnWay> Ways,
    string? More,
    ImmutableArray<Fact> Evidence
)
{
    /// <summary>Of its path, or of the group that it is about; null where there is neither.</summary>
    public Approach? Approach { get; init; }

    /// <summary>What Graph was asked for the evidence, which the coverage tells for every part too; null without evidence.</summary>
    public string? Requests { get; init; }
}

/// <summary>All findings, the heaviest first; a writer chooses which of them are cards and which are rows.</summary>
/// <param name="Open">Heaviest first.</param>
/// <param name="Others">Waived and resolved ones, heaviest first.</param>
/// <param name="Empty">Said where there is none at all.</param>
/// <param name="NoHeavy">Said where none is Critical or High.</param>
/// <param name="Card">Looks up what a card says: done for those alone that are shown as one.</param>
internal sealed record FindingList(
    ImmutableArray<Finding> Open,
    ImmutableArray<Finding> Others,
    string Empty,
    string NoHeavy,
    Func<Finding, FindingCard> Card
) : Block;
