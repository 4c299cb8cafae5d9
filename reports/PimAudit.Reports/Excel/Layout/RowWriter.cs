using System.Globalization;
using System.Xml;
using ClosedXML.Excel;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>Writes rows of a table into the XML of a sheet.</summary>
/// <param name="styles">Index of each look in the workbook's list of styles.</param>
internal sealed class RowWriter(XmlWriter xml, IReadOnlyDictionary<CellLook, string> styles)
{
    private readonly List<string> letters = [];
    private string row = "";
    private int next = TablePlace.FirstRow;
    private int column;

    /// <param name="height">In points.</param>
    public void Begin(double height)
    {
        row = next++.ToString(CultureInfo.InvariantCulture);
        column = 0;
        xml.WriteStartElement("row", CellValue.Main);
        xml.WriteAttributeString("r", row);
        xml.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customHeight", "1");
    }

    public void Cell(CellValue value, CellLook look)
    {
        if (column == letters.Count)
            letters.Add(XLHelper.GetColumnLetterFromNumber(column + 1));
        xml.WriteStartElement("c", CellValue.Main);
        xml.WriteAttributeString("r", letters[column++] + row);
        xml.WriteAttributeString("s", styles[look]);
        value.Write(xml);
        xml.WriteEndElement();
    }

    public void End() => xml.WriteEndElement();
}
