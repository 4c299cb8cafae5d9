using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Blocks;

/// <summary>A column of a table.</summary>
/// <param name="Weight">Its share of the width; on paper the weights and gaps of a table fill the page.</param>
/// <param name="IsFigure">Set flush right.</param>
internal sealed record TableColumn(string Header, float Weight, bool IsFigure = false);

/// <param name="Deviates">How much it weighs that the value is not as expected; null where it is, or where nothing is expected.</param>
internal sealed record TableCell(Rich Content, Severity? Deviates = null)
{
    public static implicit operator TableCell(Rich content) => new(content);

    public static implicit operator TableCell(string text) => new(Rich.Of(text));
}

/// <summary>How a row stands to the rows around it.</summary>
internal enum RowKind
{
    Plain,

    /// <summary>What is expected of the rows below; repeated with the head.</summary>
    Expected,

    /// <summary>There for completeness; nothing judges it.</summary>
    Quiet,

    /// <summary>Was not read: hatched over its whole length, with the reason in its second cell.</summary>
    Unread,

    /// <summary>One cell: the title of the rows below.</summary>
    Group,
}

/// <param name="Cells">One for each column; one alone in a group row.</param>
internal sealed record TableRow(ImmutableArray<TableCell> Cells, RowKind Kind = RowKind.Plain)
{
    /// <summary>Where contents and links lead to; null for most rows.</summary>
    public string? Anchor { get; init; }

    /// <summary>For contents and outline; null where there is no anchor.</summary>
    public string? AnchorTitle { get; init; }

    /// <summary>Where there is no room for all rows those with the lowest stay; null: by place.</summary>
    public int? Rank { get; init; }

    /// <summary>Said below the row over its whole width; null for most rows.</summary>
    public Rich? Note { get; init; }
}

/// <summary>Rows under a head.</summary>
/// <param name="Title">Null where the section's title says it.</param>
/// <param name="Empty">What is said where there is no row.</param>
internal sealed record DataTable(
    string? Title,
    ImmutableArray<TableColumn> Columns,
    ImmutableArray<TableRow> Rows,
    string Empty
) : Block
{
    /// <summary>Beside the title; null where there is nothing to add.</summary>
    public string? TitleNote { get; init; }

    /// <summary>Set tight: short lines that are read as a list.</summary>
    public bool IsDense { get; init; }

    /// <summary>Rows that are left out here.</summary>
    public int Left { get; init; }

    /// <summary>So many rows stay where there is little room.</summary>
    public int AtLeast { get; init; }

    /// <summary>Where those that are left out stand in the workbook; null where none can be.</summary>
    public string? Sheet { get; init; }
}
