using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests.OwnRules;

/// <summary>Rules of one's own for tests.</summary>
internal static class Own
{
    public const string File = "mine/rule.yaml";

    public static OwnRuleDefinition Definition(string sql, string id = "ORG001", params RuleParameter[] parameters) =>
        new(
            id,
            $"Name{id}",
            "Something is wrong",
            Severity.Medium,
            "ext",
            "Because.",
            ["Mend it"],
            Source: null,
            [.. parameters],
            sql,
            new(File, 7),
            new string('a', 64),
            Page: $"# {id}"
        );

    /// <exception cref="RuleFaultException">The query cannot be used.</exception>
    public static CustomRule Rule(string sql, string id = "ORG001", params RuleParameter[] parameters)
    {
        using var check = SnapshotQuery.Open(AccessMap.Resolve(A.Tenant));
        return CustomRule.Of(Definition(sql, id, parameters), check);
    }

    public static AuditResult Judge(TenantSnapshot tenant, params IRule[] rules) =>
        Audit.Judge(tenant, AuditConfiguration.Empty, rules);

    public static RuleRun Run(TenantSnapshot tenant, string sql)
    {
        var result = Judge(tenant, Rule(sql));
        return new(result.Rules.Single(), result.Findings);
    }
}
