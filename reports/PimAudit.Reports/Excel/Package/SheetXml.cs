using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Package;

/// <summary>
/// Mends what the library writes into a sheet: the description of all columns to the right stands first, where readers
/// expect them from left to right, and formulas lack the result that readers show which do not calculate.
/// </summary>
/// <param name="formulas">Those of the workbook, each with its result.</param>
internal sealed partial class SheetXml(IEnumerable<FormulaCell> formulas)
{
    private const string Open = "<x:cols>";
    private const string Close = "</x:cols>";

    private readonly FrozenDictionary<string, FormulaCell> byFormula = formulas
        .DistinctBy(formula => formula.Formula, StringComparer.Ordinal)
        .ToFrozenDictionary(formula => Text(formula.Formula), StringComparer.Ordinal);

    public void Mend(Stream from, Stream to)
    {
        using var reader = new StreamReader(from, Encoding.UTF8);
        var sheet = FormulaWithoutResult().Replace(reader.ReadToEnd(), WithResult);
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var start = sheet.IndexOf(Open, StringComparison.Ordinal);
        var end = sheet.IndexOf(Close, StringComparison.Ordinal) + Close.Length;
        if (start < 0 || end < start)
        {
            writer.Write(sheet);
            return;
        }

        writer.Write(sheet.AsSpan(0, start));
        writer.Write(Sorted(sheet[start..end]));
        writer.Write(sheet.AsSpan(end));
    }

    private string WithResult(Match cell)
    {
        var formula = cell.Groups["formula"].Value;
        if (!byFormula.TryGetValue(formula, out var known))
            return cell.Value;

        var type = known.IsNumber ? "" : " t=\"str\"";
        return $"{cell.Groups["cell"].Value}{type}><x:f>{formula}</x:f>" + $"<x:v>{Text(known.Result)}</x:v></x:c>";
    }

    private static string Sorted(string columns)
    {
        var declared = columns.Replace(Open, "<x:cols xmlns:x=\"x\">", StringComparison.Ordinal);
        var sorted = XElement
            .Parse(declared)
            .Elements()
            .OrderBy(column => int.Parse(column.Attribute("min")!.Value, CultureInfo.InvariantCulture))
            .Select(column => $"<x:col {string.Join(' ', column.Attributes().Where(IsOwn))} />");
        return Open + string.Concat(sorted) + Close;
    }

    /// <summary>As the text of an XML element.</summary>
    private static string Text(string text) => new XText(text).ToString();

    private static bool IsOwn(XAttribute attribute) => !attribute.IsNamespaceDeclaration;

    [GeneratedRegex(
        "(?<cell><x:c r=\"[A-Z]+[0-9]+\" s=\"[0-9]+\")><x:f>(?<formula>[^<]*)</x:f></x:c>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex FormulaWithoutResult();
}
