using System.Collections.Immutable;
using System.Xml.Linq;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Package;

/// <summary>Spreads a table, which the library drafted over one row, over all of its rows.</summary>
internal static class TableXml
{
    public static XDocument Spread(XDocument table, ImmutableArray<TablePlace> places)
    {
        var name = table.Root!.Attribute("displayName")!.Value;
        var place = places.Single(place => string.Equals(place.Table, name, StringComparison.Ordinal));
        table.Root.SetAttributeValue("ref", place.Reference);
        table.Root.Element(table.Root.Name.Namespace + "autoFilter")!.SetAttributeValue("ref", place.Reference);
        return table;
    }
}
