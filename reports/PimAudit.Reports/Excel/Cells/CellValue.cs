using System.Globalization;
using System.Xml;
using ClosedXML.Excel;

namespace PimAudit.Reports.Excel.Cells;

/// <summary>
/// What stands in one cell, typed. Text from a tenant enters the workbook through <see cref="TextCell"/> alone. A value goes
/// into a cell of the library, or straight into the XML of a sheet.
/// </summary>
internal abstract record CellValue
{
    /// <summary>Namespace of everything in a sheet.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

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
        if (Format is not null)
            cell.Style.NumberFormat.SetFormat(Format);
        if (IsQuoted)
            cell.Style.SetIncludeQuotePrefix(true);
    }

    protected abstract void Fill(IXLCell cell);

    /// <summary>Type and content of the cell's element, which is open.</summary>
    public abstract void Write(XmlWriter cell);

    protected static void Value(XmlWriter cell, string value) => cell.WriteElementString("v", Main, value);
}

/// <summary>Nothing to say, which is not the same as unknown.</summary>
internal sealed record BlankCell : CellValue
{
    protected override void Fill(IXLCell cell) { }

    public override void Write(XmlWriter cell) { }
}

/// <param name="Text">Harmless already: see <see cref="CellText"/>.</param>
internal sealed record TextCell(string Text, string? Mask = null) : CellValue
{
    public override string Shown => Text;

    public override string? Format => Mask;

    public override bool IsQuoted => CellText.IsFormulaLike(Text);

    protected override void Fill(IXLCell cell) => cell.SetValue<string>(CellText.Guarded(Text));

    public override void Write(XmlWriter cell)
    {
        cell.WriteAttributeString("t", "inlineStr");
        cell.WriteStartElement("is", Main);
        cell.WriteStartElement("t", Main);
        if (char.IsWhiteSpace(Text[0]) || char.IsWhiteSpace(Text[^1]))
            cell.WriteAttributeString("xml", "space", null, "preserve");
        cell.WriteString(CellText.Encoded(Text));
        cell.WriteEndElement();
        cell.WriteEndElement();
    }
}

/// <param name="Mask">Such as <c>0</c> or <c>0.0</c>.</param>
internal sealed record NumberCell(double Number, string Mask) : CellValue
{
    public override string Shown => Number.ToString(CultureInfo.InvariantCulture);

    public override string? Format => Mask;

    protected override void Fill(IXLCell cell) => cell.SetValue(Number);

    public override void Write(XmlWriter cell) => Value(cell, Shown);
}

/// <param name="Utc">A day, or a moment where <paramref name="Mask"/> shows the time too.</param>
internal sealed record DateCell(DateTime Utc, string Mask) : CellValue
{
    public override string Shown => Utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public override string? Format => Mask;

    protected override void Fill(IXLCell cell) => cell.SetValue(DateTime.SpecifyKind(Utc, DateTimeKind.Unspecified));

    public override void Write(XmlWriter cell) => Value(cell, Utc.ToOADate().ToString(CultureInfo.InvariantCulture));
}

/// <param name="Formula">Ours alone, without the leading equals sign: never made of text from a tenant.</param>
/// <param name="Result">What it shows in the workbook as issued: readers that do not calculate print this.</param>
/// <param name="IsNumber">The result is a number.</param>
internal sealed record FormulaCell(string Formula, string Result, bool IsNumber = false) : CellValue
{
    public override string Shown => Result;

    protected override void Fill(IXLCell cell) => cell.FormulaA1 = Formula;

    public override void Write(XmlWriter cell)
    {
        if (!IsNumber)
            cell.WriteAttributeString("t", "str");
        cell.WriteElementString("f", Main, Formula);
        Value(cell, CellText.Encoded(Result));
    }
}
