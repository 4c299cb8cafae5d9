using PimAudit.Model;

namespace PimAudit.Reports.Sarif;

/// <summary>Severities in the scales of SARIF.</summary>
internal static class SarifLevels
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Critical or Severity.High => "error",
            Severity.Medium => "warning",
            _ => "note",
        };

    /// <summary>0 to 100; tells apart what shares a level.</summary>
    public static double Rank(Severity severity) =>
        severity switch
        {
            Severity.Critical => 95,
            Severity.High => 80,
            Severity.Medium => 55,
            Severity.Low => 25,
            _ => 5,
        };

    /// <summary>The same from 0.0 to 10.0: above 9 critical, from 7 high, from 4 medium, below low.</summary>
    public static string SecuritySeverity(Severity severity) =>
        (Rank(severity) / 10).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The lower camel word that <c>result.json</c> uses.</summary>
    public static string Word(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
