using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What a run is called by.</summary>
/// <param name="ToolVersion">Version of the judging program; part of the run id.</param>
/// <param name="AllowIncomplete">Missing evidence was accepted on the command line; stamped on the result.</param>
public sealed record RunOptions(string ToolVersion, bool AllowIncomplete = false);

/// <summary>Judges a snapshot by a plan. The same input gives the same result.</summary>
public static class Evaluator
{
    /// <param name="snapshotHash">SHA-256 of the snapshot's manifest, 64 hex digits.</param>
    public static AuditResult Evaluate(TenantSnapshot snapshot, string snapshotHash, AuditPlan plan, RunOptions options)
    {
        var access = AccessMap.Resolve(snapshot);
        var emergency = EmergencyAccounts.Resolve(plan.EmergencyAccounts, snapshot);
        using var facts = new JudgingFacts(access, plan.Roles, emergency);
        var verdicts = Judge(facts, plan);
        var desk = new WaiverDesk(plan.Waivers, snapshot.TakenAt, plan.Profile.MaxWaiverDays);
        var findings = Findings.Of(verdicts, snapshot.Tenant.Id, plan).Select(desk.Judge).ToImmutableArray();

        return new()
        {
            Run = new(
                RunId(snapshotHash, plan, options),
                options.ToolVersion,
                plan.ConfigurationHash,
                options.AllowIncomplete
            ),
            Tenant = new(snapshot.Tenant.Id, snapshot.Tenant.DisplayName, snapshot.Tenant.DefaultDomain),
            Profiles = [new(plan.Profile.Name, plan.Profile.Title, plan.Profile.Hash)],
            Snapshot = new(snapshotHash, snapshot.TakenAt, snapshot.Collection),
            Coverage = CoverageTable.Of(snapshot.Collection, verdicts),
            Rules = RuleTable.Of(verdicts, findings, plan.Profile.Name),
            Findings = findings,
            Access = AccessTable.Of(facts),
            RoleSettings = RoleSettingsTable.Of(facts, verdicts),
            Groups = GroupTable.Of(access),
            EmergencyAccounts = EmergencyTable.Of(facts, verdicts),
            Waivers = desk.Rows(),
        };
    }

    /// <summary>Rules about coverage come last, because they say which rules are blind.</summary>
    private static ImmutableArray<RuleVerdict> Judge(JudgingFacts facts, AuditPlan plan)
    {
        var runner = new RuleRunner(facts);
        var about = plan.Rules.ToLookup(planned => planned.Rule.Info.IsAboutCoverage);
        var tenant = about[false].Select(runner.Run).ToImmutableArray();
        facts.RulesBlindFor = part =>
            [.. tenant.Where(verdict => verdict.IsBlindFor(part)).Select(verdict => verdict.Planned.Id)];
        return [.. tenant, .. about[true].Select(runner.Run)];
    }

    /// <summary>No baseline is a hash of nothing.</summary>
    private static string RunId(string snapshotHash, AuditPlan plan, RunOptions options) =>
        ContentHash.Of(snapshotHash, plan.Profile.Hash, plan.ConfigurationHash, "", options.ToolVersion)[..16];
}
