using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>How the cells of a column look and behave.</summary>
internal enum ColumnKind
{
    Plain,

    /// <summary>Quieter: ids, paths, reference.</summary>
    Aside,

    /// <summary>Wraps.</summary>
    Prose,

    /// <summary>Wraps, and keeps to the left whatever its type.</summary>
    Fact,

    /// <summary>A figure: set to the right, its head too.</summary>
    Figure,

    /// <summary>A link: accent and underlined.</summary>
    Link,

    /// <summary>Yellow and unlocked: the reviewer writes here.</summary>
    Entry,

    /// <summary>As Entry, for a day.</summary>
    EntryDay,
}

/// <param name="Header">Unique within its sheet.</param>
/// <param name="Width">In Excel's characters.</param>
internal sealed record Column<T>(
    string Header,
    double Width,
    Func<T, CellValue> Value,
    ColumnKind Kind = ColumnKind.Plain
)
{
    public bool IsEntry => Kind is ColumnKind.Entry or ColumnKind.EntryDay;
}
