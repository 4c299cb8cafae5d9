using System.Text.Json.Serialization;

namespace PimAudit.Reports.Sarif.Log;

internal sealed record SarifTool(SarifComponent Driver);

internal sealed record SarifComponent(
    string Name,
    string Version,
    string SemanticVersion,
    SarifMessage ShortDescription,
    IReadOnlyList<SarifRule> Rules
);

internal sealed record SarifRule(
    string Id,
    string Name,
    SarifMessage ShortDescription,
    SarifMessage FullDescription,
    SarifMessage Help,
    SarifRuleConfiguration DefaultConfiguration,
    SarifRuleProperties Properties
);

/// <param name="Parameters">Thresholds in words; null without any.</param>
internal sealed record SarifRuleConfiguration(
    bool Enabled,
    string Level,
    double Rank,
    IReadOnlyDictionary<string, string>? Parameters
);

/// <param name="SecuritySeverity">0.0 to 10.0, as code scanning services sort by.</param>
internal sealed record SarifRuleProperties(
    IReadOnlyList<string> Tags,
    [property: JsonPropertyName("security-severity")] string SecuritySeverity,
    string Severity,
    string Outcome,
    int Judged,
    int Blind,
    string Practice,
    string Source,
    IReadOnlyList<SarifControl> Controls
);

internal sealed record SarifControl(string Framework, string Id, string Title, string Relation, string Url);

/// <param name="ExecutionSuccessful">The program came to its end; what it could not see stands in the notifications.</param>
/// <param name="ToolExecutionNotifications">What was not read and which rules could not judge.</param>
/// <param name="ToolConfigurationNotifications">Rules that are off.</param>
internal sealed record SarifInvocation(
    bool ExecutionSuccessful,
    string StartTimeUtc,
    string EndTimeUtc,
    IReadOnlyList<SarifNotification> ToolExecutionNotifications,
    IReadOnlyList<SarifNotification> ToolConfigurationNotifications
);

/// <param name="AssociatedRule">Null for a part of the snapshot.</param>
internal sealed record SarifNotification(SarifMessage Message, string Level, SarifRuleReference? AssociatedRule);

/// <param name="Index">Among the rules of the driver.</param>
internal sealed record SarifRuleReference(string Id, int Index);
