using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Judges a snapshot by a plan. The same input gives the same result.</summary>
public static class Evaluator
{
    /// <param name="snapshotHash">SHA-256 of the snapshot's manifest, 64 hex digits.</param>
    public static AuditResult Evaluate(
        TenantSnapshot snapshot,
        string snapshotHash,
        AuditPlan plan,
        RunOptions options
    ) => Evaluate(AccessMap.Resolve(snapshot), snapshotHash, plan, options);

    /// <summary>The same of a snapshot that has been resolved.</summary>
    public static AuditResult Evaluate(AccessMap access, string snapshotHash, AuditPlan plan, RunOptions options)
    {
        var snapshot = access.Snapshot;
        var emergency = EmergencyAccounts.Resolve(plan.EmergencyAccounts, snapshot);
        using var facts = new JudgingFacts(access, plan.Roles, emergency)
        {
            Reviews = [.. options.Reviews.Select(kept => kept.Review)],
        };
        var verdicts = Judge(facts, plan);
        var desk = new WaiverDesk(plan.Waivers, WaiverDesk.Day(snapshot.TakenAt), plan.Profile.MaxWaiverDays);
        var findings = Findings.Of(verdicts, snapshot.Tenant.Id, plan).Select(desk.Judge).ToImmutableArray();
        var rules = RuleTable.Of(verdicts, findings, plan.Profile.Name);
        var silence = new Silence(verdicts);
        var baseline = options.Baseline is { } given ? Baselines.Info(given) : null;

        var result = new AuditResult
        {
            Run = new(
                RunId(snapshotHash, plan, baseline?.Hash ?? "", options),
                options.ToolVersion,
                plan.ConfigurationHash,
                options.AllowIncomplete
            ),
            Tenant = new(snapshot.Tenant.Id, snapshot.Tenant.DisplayName, snapshot.Tenant.DefaultDomain),
            Profiles = [.. Judged(plan).Select(one => new ProfileInfo(one.Name, one.Title, one.Hash))],
            Snapshot = new(snapshotHash, snapshot.TakenAt, snapshot.Collection),
            Coverage = CoverageTable.Of(snapshot.Collection, verdicts),
            Rules = ControlTable.With(rules, plan.Controls),
            Findings = Compared(findings, options, plan, silence, desk),
            Access = AccessTable.Of(facts, plan),
            RoleSettings = RoleSettingsTable.Of(facts, verdicts),
            Groups = GroupTable.Of(access),
            EmergencyAccounts = EmergencyTable.Of(facts, verdicts),
            Waivers = [.. desk.Uses(silence.About).Select(use => use.Row)],
            Baseline = baseline,
            Crosswalk = CrosswalkTable.Of(plan, rules, [.. plan.Further.Select(one => JudgeFurther(facts, one))]),
        };
        var compared = ChangeAuthors.With(EarlierRuns.Compared(result, options), access);
        return ReviewOutcomes.Seen(EarlierHistory.Dated(compared, options.History), options.Reviews);
    }

    private static IEnumerable<Profile> Judged(AuditPlan plan) =>
        plan.Further.Select(further => further.Profile).Prepend(plan.Profile);

    /// <summary>The same access, looked at by the rules about the tenant under a further profile; waivers are the primary's.</summary>
    private static ImmutableArray<RuleResult> JudgeFurther(JudgingFacts facts, AuditPlan plan)
    {
        var runner = new RuleRunner(new(facts.Access, plan.Roles, facts.Emergency) { Reviews = facts.Reviews });
        var verdicts = plan
            .Rules.Where(planned => !planned.Rule.Info.IsAboutCoverage)
            .Select(runner.Run)
            .ToImmutableArray();
        var findings = Findings.Of(verdicts, facts.Access.Snapshot.Tenant.Id, plan).ToImmutableArray();
        return RuleTable.Of(verdicts, findings, plan.Profile.Name);
    }

    /// <summary>Against the baseline, else the newest earlier run. A waiver covers a finding that could not be confirmed, too.</summary>
    private static ImmutableArray<Finding> Compared(
        ImmutableArray<Finding> findings,
        RunOptions options,
        AuditPlan plan,
        Silence silence,
        WaiverDesk desk
    )
    {
        Finding Covered(Finding finding) => finding.NotConfirmed is null ? finding : desk.Judge(finding);

        if (options.Baseline is { } baseline)
        {
            var comparison = new BaselineComparison(baseline, plan, silence);
            return Findings.Sorted(
                comparison.Gone(findings).Select(Covered).Concat(findings.Select(comparison.Compare))
            );
        }

        return options.Newest is { } newest
            ?
            [
                .. EarlierFindings
                    .Compare(findings, newest.Result, gone => silence.About(gone.RuleId, gone.Subject, gone.Identity))
                    .Select(Covered),
            ]
            : findings;
    }

    /// <summary>Rules about coverage come last, because they say which rules are blind.</summary>
    private static ImmutableArray<RuleVerdict> Judge(JudgingFacts facts, AuditPlan plan)
    {
        var runner = new RuleRunner(facts);
        var about = plan.Rules.ToLookup(planned => planned.Rule.Info.IsAboutCoverage);
        var tenant = about[false].Select(runner.Run).ToImmutableArray();
        facts.RulesBlindFor = part =>
            [.. tenant.Where(verdict => verdict.IsBlindFor(part)).Select(verdict => verdict.Planned.Id)];
        var last = about[true].ToLookup(planned => planned.Rule.Info.JudgesWaivers);
        ImmutableArray<RuleVerdict> others = [.. tenant, .. last[false].Select(runner.Run)];
        facts.Waivers = new(() => UsesOf(facts, plan, others));
        return [.. others, .. last[true].Select(runner.Run)];
    }

    /// <summary>What the waivers did to everything but the findings about them.</summary>
    private static ImmutableArray<WaiverUse> UsesOf(
        JudgingFacts facts,
        AuditPlan plan,
        ImmutableArray<RuleVerdict> verdicts
    )
    {
        var snapshot = facts.Access.Snapshot;
        var desk = new WaiverDesk(plan.Waivers, WaiverDesk.Day(snapshot.TakenAt), plan.Profile.MaxWaiverDays);
        foreach (var finding in Findings.Of(verdicts, snapshot.Tenant.Id, plan))
            desk.Judge(finding);
        return desk.Uses(new Silence(verdicts).About);
    }

    /// <param name="baselineHash">No baseline is a hash of nothing.</param>
    private static string RunId(string snapshotHash, AuditPlan plan, string baselineHash, RunOptions options) =>
        ContentHash.Of([
            snapshotHash,
            string.Join(' ', Judged(plan).Select(one => one.Hash)),
            plan.ConfigurationHash,
            baselineHash,
            options.ToolVersion,
            .. options.Earlier.Select(one => $"earlier {one.Hash}"),
            .. options.Reviews.Select(one => $"review {one.Hash}"),
            .. options.History?.Words ?? [],
        ])[..16];
}
