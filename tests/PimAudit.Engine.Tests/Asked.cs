using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

/// <summary>What the engine tells a rule about a test tenant.</summary>
internal static class Asked
{
    /// <exception cref="InvalidOperationException">The question itself failed.</exception>
    public static T Of<T>(TenantSnapshot tenant, Func<RuleContext, T> question, params RuleParameter[] parameters)
    {
        var answers = new List<T>();
        var rule = new StubRule(
            StubRule.Usual with
            {
                Needs = SnapshotParts.None,
                Parameters = [.. parameters],
            },
            context =>
            {
                answers.Add(question(context));
                return [];
            }
        );
        var detail = Audit.Judge(tenant, AuditConfiguration.Empty, rule).Rules.Single().Detail;
        return answers is [var answer] ? answer : throw new InvalidOperationException(detail);
    }
}
