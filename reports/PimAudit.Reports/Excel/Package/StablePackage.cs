using System.IO.Compression;
using System.Xml.Linq;

namespace PimAudit.Reports.Excel.Package;

/// <summary>
/// Packs a workbook again so that the same content gives the same bytes: entries in order and without a time, and no
/// random name or id of the relationships at the root.
/// </summary>
internal static class StablePackage
{
    private const string Root = "_rels/.rels";
    private const string SheetFolder = "xl/worksheets/sheet";
    private const string RandomProperties = ".psmdcp";
    private const string Properties = "docProps/core.psmdcp";

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="draft">As the library saved it.</param>
    /// <param name="sheets">Mends each sheet on the way.</param>
    public static byte[] Of(Stream draft, SheetXml sheets)
    {
        using var stable = new MemoryStream();
        using (var source = new ZipArchive(draft, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(stable, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (entry, name) in source.Entries.Select(Named).OrderBy(pair => pair.Name, StringComparer.Ordinal)
            )
                Copy(entry, name, target, sheets);
        }

        return stable.ToArray();
    }

    private static (ZipArchiveEntry Entry, string Name) Named(ZipArchiveEntry entry) =>
        (entry, IsProperties(entry.FullName) ? Properties : entry.FullName);

    private static void Copy(ZipArchiveEntry entry, string name, ZipArchive target, SheetXml sheets)
    {
        var copy = target.CreateEntry(name, CompressionLevel.Optimal);
        copy.LastWriteTime = Epoch;
        using var from = entry.Open();
        using var to = copy.Open();
        if (string.Equals(name, Root, StringComparison.Ordinal))
            Stable(XDocument.Load(from)).Save(to);
        else if (name.StartsWith(SheetFolder, StringComparison.Ordinal))
            sheets.Mend(from, to);
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

    private static bool IsProperties(string name) => name.EndsWith(RandomProperties, StringComparison.Ordinal);
}
