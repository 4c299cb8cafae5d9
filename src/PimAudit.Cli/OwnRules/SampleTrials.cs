using PimAudit.Access;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>The samples, ready to be tested.</summary>
internal static class SampleTrials
{
    public static IEnumerable<RuleTrial> All => Files().Select(RuleTrial.Of);

    public static List<RuleFile> Files()
    {
        using var check = SnapshotQuery.Open(AccessMap.Resolve(ExampleTenant.Empty));
        return
        [
            .. SampleRules.Names.Select(name =>
                RuleFile.Read($"samples/{name}.yaml", SampleRules.Text(name), $"{BrokenRule.StandIn}-{name}", check)
            ),
        ];
    }
}
