using System.Globalization;
using ClosedXML.Excel;

namespace PimAudit.Reports.Excel.Cells;

/// <summary>What stands in one cell, typed. Text from a tenant enters the workbook through <see cref="TextCell"/> alone.</summary>
internal abstract record CellValue
{
    /// <summary>As a person sees it: the height of a row follows from it.</summary>
    public virtual string Shown => "";

    /// <summary>Number format, which can put a mark before a word; null for the general one.</summary>
    public virtual string? Format => null;

    /// <summary>Excel must take the cell for text even when somebody types in it again.</summary>
    public virtual bool IsQuoted => false;

    /// <summary>The value and the style that belongs to it.</summary>
    public void Put(IXLCell cell)
    {
        Fill(cell);
        Style(cell.Style);
    }

    public abstract void Fill(IXLCell cell);

    public void Style(IXLStyle style)
    {
        if (Format is not null)
            style.NumberFormat.SetFormat(Format);
        if (IsQuoted)
            style.SetIncludeQuotePrefix(true);
    }
}

/// <summary>Nothing to say, which is not the same as unknown.</summary>
internal sealed record BlankCell : CellValue
{
    public override void Fill(IXLCell cell) { }
}

/// <param name="Text">Harmless already: see <see cref="CellText"/>.</param>
internal sealed record TextCell(string Text, string? Mask = null) : CellValue
{
    public override string Shown => Text;

    public override string? Format => Mask;

    public override bool IsQuoted => CellText.IsFormulaLike(Text);

    public override void Fill(IXLCell cell) => cell.SetValue<string>(Text);
}

/// <param name="Mask">Such as <c>0</c> or <c>0.0</c>.</param>
internal sealed record NumberCell(double Number, string Mask) : CellValue
{
    public override string Shown => Number.ToString(CultureInfo.InvariantCulture);

    public override string? Format => Mask;

    public override void Fill(IXLCell cell) => cell.SetValue(Number);
}

/// <param name="Utc">A day, or a moment where <paramref name="Mask"/> shows the time too.</param>
internal sealed record DateCell(DateTime Utc, string Mask) : CellValue
{
    public override string Shown => Utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public override string? Format => Mask;

    public override void Fill(IXLCell cell) => cell.SetValue(DateTime.SpecifyKind(Utc, DateTimeKind.Unspecified));
}

/// <param name="Formula">Ours alone, without the leading equals sign: never made of text from a tenant.</param>
/// <param name="Result">What it shows in the workbook as issued: readers that do not calculate print this.</param>
/// <param name="IsNumber">The result is a number.</param>
internal sealed record FormulaCell(string Formula, string Result, bool IsNumber = false) : CellValue
{
    public override string Shown => Result;

    public override void Fill(IXLCell cell) => cell.FormulaA1 = Formula;
}
