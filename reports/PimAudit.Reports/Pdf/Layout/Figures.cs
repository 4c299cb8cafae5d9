using System.Globalization;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>Figures as they stand in tables and charts.</summary>
internal static class Figures
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
