using System.Collections.Immutable;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PimAudit.Reports.Excel.Returned;

/// <summary>The texts that the cells of a workbook share.</summary>
internal static class SharedTexts
{
    public static ImmutableArray<string> Of(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part)
            return [];

        var texts = ImmutableArray.CreateBuilder<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
                texts.Add(Of(reader.LoadCurrentElement()!));
        return texts.ToImmutable();
    }

    /// <summary>Plain or formatted in pieces; phonetic readings are not part of it.</summary>
    public static string Of(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (var part in item.Elements())
            if (part is Text plain)
                text.Append(plain.Text);
            else if (part is Run run)
                text.Append(run.Text?.Text);
        return Decoded(text.ToString());
    }

    /// <summary>Files write what XML cannot hold as <c>_x0001_</c>.</summary>
    public static string Decoded(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) ?? text : text;
}
