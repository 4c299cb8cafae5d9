using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml.Linq;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Package;

/// <summary>
/// Packs a drafted workbook for good, so that the same content gives the same bytes: entries in order and without a time,
/// and no random name or id of the relationships at the root. Rows of tables join on the way.
/// </summary>
/// <param name="sheets">Completes each sheet.</param>
/// <param name="rows">By the name of the sheet's part.</param>
internal sealed class StablePackage(SheetXml sheets, IReadOnlyDictionary<string, ITableRows> rows)
{
    private const string Root = "_rels/.rels";
    private const string SheetFolder = "xl/worksheets/sheet";
    private const string TableFolder = "xl/tables/table";
    private const string RandomProperties = ".psmdcp";
    private const string Properties = "docProps/core.psmdcp";

    // In which order formulas are reckoned, of which the library does not know all; Excel makes it anew.
    private const string CalculationChain = "calcChain.xml";

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ImmutableArray<TablePlace> places = [.. rows.Values.Select(table => table.Place)];

    public static string PartOf(int position) => FormattableString.Invariant($"{SheetFolder}{position}.xml");

    /// <param name="draft">As the library saved it.</param>
    /// <param name="output">Stays open.</param>
    public void Write(Stream draft, Stream output)
    {
        using var source = new ZipArchive(draft, ZipArchiveMode.Read, leaveOpen: true);
        using var forward = new ForwardStream(output);
        using var target = new ZipArchive(forward, ZipArchiveMode.Create, leaveOpen: true);
        foreach (
            var (entry, name) in source
                .Entries.Where(entry => !IsChain(entry.FullName))
                .Select(Named)
                .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        )
            Copy(entry, name, target);
    }

    private static (ZipArchiveEntry Entry, string Name) Named(ZipArchiveEntry entry) =>
        (entry, IsProperties(entry.FullName) ? Properties : entry.FullName);

    private void Copy(ZipArchiveEntry entry, string name, ZipArchive target)
    {
        var copy = target.CreateEntry(name, CompressionLevel.Optimal);
        copy.LastWriteTime = Epoch;
        using var from = entry.Open();
        using var to = copy.Open();
        if (string.Equals(name, Root, StringComparison.Ordinal))
            Stable(XDocument.Load(from)).Save(to);
        else if (name.StartsWith(SheetFolder, StringComparison.Ordinal))
            sheets.Complete(from, to, rows.GetValueOrDefault(name));
        else if (name.StartsWith(TableFolder, StringComparison.Ordinal))
            TableXml.Spread(XDocument.Load(from), places).Save(to, SaveOptions.DisableFormatting);
        else if (name is "[Content_Types].xml" or "xl/_rels/workbook.xml.rels")
            WithoutChain(XDocument.Load(from)).Save(to, SaveOptions.DisableFormatting);
        else if (string.Equals(name, "xl/workbook.xml", StringComparison.Ordinal))
            WithFixedTitles(XDocument.Load(from)).Save(to, SaveOptions.DisableFormatting);
        else
            from.CopyTo(to);
    }

    private static XDocument Stable(XDocument relationships)
    {
        var at = 0;
        foreach (var relationship in relationships.Root!.Elements())
        {
            relationship.SetAttributeValue("Id", FormattableString.Invariant($"root{++at}"));
            if (relationship.Attribute("Target") is { } target && IsProperties(target.Value))
                target.Value = "/" + Properties;
        }

        return relationships;
    }

    private static XDocument WithoutChain(XDocument parts)
    {
        parts
            .Root!.Elements()
            .Where(part => part.Attributes().Any(attribute => IsChain(attribute.Value)))
            .ToList()
            .ForEach(part => part.Remove());
        return parts;
    }

    /// <summary>The library names the rows to repeat as if they moved with the cell, and readers then repeat none.</summary>
    private static XDocument WithFixedTitles(XDocument workbook)
    {
        const string Moving = "!1:3";
        foreach (
            var name in workbook.Descendants().Where(name => name.Value.EndsWith(Moving, StringComparison.Ordinal))
        )
            if (!name.HasElements)
                name.Value = name.Value[..^Moving.Length] + "!$1:$3";
        return workbook;
    }

    private static bool IsChain(string name) => name.EndsWith(CalculationChain, StringComparison.Ordinal);

    private static bool IsProperties(string name) => name.EndsWith(RandomProperties, StringComparison.Ordinal);
}
