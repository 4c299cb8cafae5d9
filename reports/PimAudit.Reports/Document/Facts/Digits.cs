using System.Globalization;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Figures as they stand in tables and charts.</summary>
internal static class Digits
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
