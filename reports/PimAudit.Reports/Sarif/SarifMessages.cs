using PimAudit.Reports.Sarif.Log;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Sarif;

/// <summary>Plain text messages whose content nobody can take for SARIF's own notation.</summary>
internal static class SarifMessages
{
    /// <summary>Braces are doubled, since single ones are placeholders; what would read as an embedded link is broken.</summary>
    /// <remarks>Source: SARIF 2.1.0, sections 3.11.5 and 3.11.6.</remarks>
    public static SarifMessage Of(string text) =>
        new(
            VisibleText
                .Of(text)
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal)
                .Replace("](", "\\](", StringComparison.Ordinal)
        );
}
