using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>How role-assignable groups are named, as the plan of a run says.</summary>
public static class NamingConvention
{
    /// <summary>What every name by the convention begins with; null when the pattern does not say.</summary>
    public static string? Prefix(AuditPlan plan) =>
        plan.Rules.FirstOrDefault(planned => planned.Rule is NamePromisesRoleAssignable) is { } rule
            ? LiteralPrefix.Of(rule.Parameters.Pattern(NamePattern.Parameter).ToString())
            : null;
}
