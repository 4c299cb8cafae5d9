using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>A table of texts that came back as a file, as it lies there. Nobody vouches for a word of it.</summary>
/// <param name="FileName">Without its folder.</param>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Heads">Of the columns, in their order; one may stand there twice.</param>
/// <param name="Rows">In the order of the file, empty ones left out.</param>
public sealed record ReturnedTable(
    string FileName,
    string Sha256,
    ImmutableArray<string> Heads,
    ImmutableArray<ReturnedTableRow> Rows
);

/// <param name="Number">As a spreadsheet counts: the heads are row 1.</param>
/// <param name="Fields">One for each head.</param>
public sealed record ReturnedTableRow(int Number, ImmutableArray<string> Fields);
