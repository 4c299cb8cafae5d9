using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>What a query would answer, known before it is asked.</summary>
/// <param name="Columns">As <see cref="QueryAnswer.Columns"/>.</param>
/// <param name="Parts">What of a snapshot the views and columns that it reads come from.</param>
public sealed record QueryShape(ImmutableArray<string> Columns, SnapshotParts Parts);
