using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>A workbook that came back, as it lies there. Nobody vouches for a word of it.</summary>
/// <param name="FileName">Without its folder.</param>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Name">Of the review; null where the cover does not say.</param>
/// <param name="Tenant">Null where the cover does not say.</param>
/// <param name="ResultSha256">Null where the cover does not say.</param>
/// <param name="Reviewer">Whose rows it holds; null for every row.</param>
/// <param name="Heads">Of the columns of the first table, in their order.</param>
/// <param name="Rows">In the order of the sheet, empty ones left out.</param>
public sealed record ReturnedReview(
    string FileName,
    string Sha256,
    string? Name,
    string? Tenant,
    string? ResultSha256,
    string? Reviewer,
    ImmutableArray<ReturnedCell> Heads,
    ImmutableArray<ReturnedRow> Rows
);

/// <param name="Cells">By the head of their column; blank ones are left out.</param>
/// <param name="Place">Where a column of this row stands, such as <c>Access Review!J17</c>.</param>
public sealed record ReturnedRow(ImmutableDictionary<string, ReturnedCell> Cells, Func<string, string> Place);

/// <param name="Place">Such as <c>Access Review!J17</c>.</param>
/// <param name="Text">What stands there; a number or a date as the file has it.</param>
/// <param name="Number">Null for a text.</param>
/// <param name="IsFormula">The text is only what a formula last came to.</param>
public sealed record ReturnedCell(string Place, string Text, double? Number, bool IsFormula);
