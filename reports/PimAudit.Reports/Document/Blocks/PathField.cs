using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Blocks;

/// <param name="Severity">Of the Critical or High finding that rests on the path; null where none does.</param>
internal sealed record FieldPath(ImmutableArray<Hop> Hops, Severity? Severity);

/// <param name="Count">Paths to the role.</param>
/// <param name="Paths">The worst first; fewer than <paramref name="Count"/> where there are too many to draw.</param>
internal sealed record FieldRow(string Role, int Count, ImmutableArray<FieldPath> Paths);

/// <summary>Every certain path as a small figure, a row for each role, the highest roles first.</summary>
/// <param name="Paths">Certain paths in all.</param>
/// <param name="Roles">Roles in all; fewer rows where there are too many.</param>
internal sealed record PathField(int Paths, int Roles, ImmutableArray<FieldRow> Rows)
{
    public static readonly PathField Nothing = new(0, 0, []);
}
