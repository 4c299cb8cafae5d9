using System.Collections.Immutable;
using PimAudit.Access.Questions;

namespace PimAudit.Query;

/// <summary>What a query found.</summary>
/// <param name="Columns">Names, each once: the second <c>id</c> is <c>id_2</c>.</param>
/// <param name="Rows">Values are long, double, string or null; a BLOB is its hex digits. Texts of the tenant are unescaped and hostile.</param>
/// <param name="IsCut">There are more rows than the limit.</param>
/// <param name="Views">The views that the query read, by name.</param>
/// <param name="Unread">What the columns that it read rest on and was not read.</param>
/// <param name="HadRows">Some view that it read has a row, whether the query kept it or not.</param>
public sealed record QueryAnswer(
    ImmutableArray<string> Columns,
    ImmutableArray<ImmutableArray<object?>> Rows,
    bool IsCut,
    ImmutableArray<string> Views,
    ImmutableArray<UnreadFact> Unread,
    bool HadRows
);
