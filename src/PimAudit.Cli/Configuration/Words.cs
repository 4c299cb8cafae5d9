using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Words that arguments, variables and files share.</summary>
internal static class Words
{
    /// <summary>Null for a word that is no severity.</summary>
    public static Severity? Severity(string text) =>
        text.ToLowerInvariant() switch
        {
            "info" => Model.Severity.Info,
            "low" => Model.Severity.Low,
            "medium" => Model.Severity.Medium,
            "high" => Model.Severity.High,
            "critical" => Model.Severity.Critical,
            _ => null,
        };
}
