using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Package;

/// <summary>
/// Completes a sheet that the library has drafted: rows of tables are written here, one by one. It also mends two faults:
/// columns stand in no order, and formulas lack the result that readers show which do not calculate.
/// </summary>
/// <param name="formulas">Those outside of tables, each with its result.</param>
internal sealed class SheetXml(IEnumerable<FormulaCell> formulas)
{
    private static readonly XNamespace Main = CellValue.Main;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
    };

    private readonly FrozenDictionary<string, FormulaCell> byFormula = formulas
        .DistinctBy(formula => formula.Formula, StringComparer.Ordinal)
        .ToFrozenDictionary(formula => formula.Formula, StringComparer.Ordinal);

    /// <param name="rows">Of the table on the sheet; null where there is none.</param>
    public void Complete(Stream from, Stream to, ITableRows? rows)
    {
        var sheet = XDocument.Load(from, LoadOptions.PreserveWhitespace).Root!;
        SortColumns(sheet.Element(Main + "cols"));
        foreach (var cell in sheet.Descendants(Main + "c"))
            Result(cell);
        if (rows is not null)
            sheet.Element(Main + "dimension")?.SetAttributeValue("ref", "A1" + rows.Place.Reference[2..]);

        using var writer = XmlWriter.Create(to, Settings);
        writer.WriteStartDocument();
        Start(writer, sheet);
        foreach (var part in sheet.Elements())
            if (rows is not null && part.Name == Main + "sheetData")
                Data(writer, part, rows);
            else
                part.WriteTo(writer);
        writer.WriteEndElement();
    }

    /// <summary>Head and heading as drafted, then the rows; the drafted rows below only say how those look.</summary>
    private static void Data(XmlWriter writer, XElement drafted, ITableRows rows)
    {
        Start(writer, drafted);
        foreach (var row in drafted.Elements().Where(row => Number(row, "r") < TablePlace.FirstRow))
            row.WriteTo(writer);

        var styles = drafted
            .Elements()
            .Single(row => Number(row, "r") == TableWriter.LooksRow)
            .Elements()
            .Zip(rows.Looks)
            .ToDictionary(pair => pair.Second, pair => pair.First.Attribute("s")!.Value);
        rows.Write(new(writer, styles));
        writer.WriteEndElement();
    }

    private static void Start(XmlWriter writer, XElement element)
    {
        writer.WriteStartElement(
            element.GetPrefixOfNamespace(element.Name.Namespace),
            element.Name.LocalName,
            element.Name.NamespaceName
        );
        foreach (var attribute in element.Attributes())
            if (attribute.IsNamespaceDeclaration)
                writer.WriteAttributeString("xmlns", attribute.Name.LocalName, null, attribute.Value);
            else
                writer.WriteAttributeString(attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
    }

    private void Result(XElement cell)
    {
        if (
            cell.Element(Main + "v") is not null
            || cell.Element(Main + "f") is not { } formula
            || !byFormula.TryGetValue(formula.Value, out var known)
        )
            return;

        if (!known.IsNumber)
            cell.SetAttributeValue("t", "str");
        cell.Add(new XElement(Main + "v", CellText.Encoded(known.Result)));
    }

    private static void SortColumns(XElement? columns) =>
        columns?.ReplaceNodes(columns.Elements().OrderBy(column => Number(column, "min")).ToList());

    private static int Number(XElement element, string attribute) =>
        int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
