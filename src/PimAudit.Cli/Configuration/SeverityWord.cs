using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>How arguments, variables and files spell a severity.</summary>
internal static class SeverityWord
{
    /// <summary>Null for a word that is no severity.</summary>
    public static Severity? Parse(string text) =>
        text.ToLowerInvariant() switch
        {
            "info" => Severity.Info,
            "low" => Severity.Low,
            "medium" => Severity.Medium,
            "high" => Severity.High,
            "critical" => Severity.Critical,
            _ => null,
        };
}
