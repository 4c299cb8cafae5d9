namespace PimAudit.Model;

/// <summary>What a setting is worth.</summary>
public enum SettingVerdict
{
    Meets,
    Deviates,

    /// <summary>No rule that is on asks about it.</summary>
    NotJudged,

    /// <summary>Was not read.</summary>
    Unknown,
}

/// <summary>One setting of a role or of one side of a group.</summary>
/// <param name="Access">Null for a role.</param>
/// <param name="Setting">Such as <c>mfa</c>, <c>approval</c>, <c>longestActivation</c>.</param>
/// <param name="Value">In words; null when not read.</param>
/// <param name="Expected">In words; null when nothing is expected.</param>
/// <param name="RuleId">The rule that judged; null when none did.</param>
/// <param name="Severity">Of the deviation; null when there is none.</param>
public sealed record RoleSettingRow(
    ObjectRef Owner,
    GroupAccess? Access,
    RoleTier? Tier,
    string Setting,
    string? Value,
    string? Expected,
    SettingVerdict Verdict,
    string? RuleId,
    Severity? Severity
);
