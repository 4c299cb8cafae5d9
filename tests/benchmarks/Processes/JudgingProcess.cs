using System.Diagnostics;
using System.Globalization;
using PimAudit.Access;
using PimAudit.Archive;
using PimAudit.Cli;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Benchmarks;

/// <summary>Judges a snapshot in a process of its own: resolves it, reads its audit log, then times each rule.</summary>
internal static class JudgingProcess
{
    public const string Verb = "judge";
    private const int MostRules = 10;

    public static ProcessStartInfo Start(string file) =>
        new("dotnet", [typeof(JudgingProcess).Assembly.Location, Verb, file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

    public static async Task<int> RunAsync(string file)
    {
        var snapshot = (await SnapshotFile.ReadAsync(file, CancellationToken.None)).Snapshot;
        var resolving = Lap.Begin();
        var map = AccessMap.Resolve(snapshot);
        Console.WriteLine($"resolved: {resolving}, {map.Paths.Length + map.TakeoverPaths.Length} paths");
        var reading = Lap.Begin();
        Console.WriteLine($"audit log: {map.Activations.All.Length} series, {reading}");

        var (plan, rules) = PlanFor(snapshot);
        var judging = Lap.Begin();
        var result = Evaluator.Evaluate(map, new string('0', 64), plan, new("benchmark"));
        Report(judging, rules, result);
        return 0;
    }

    private static (AuditPlan Plan, List<TimedRule> Rules) PlanFor(TenantSnapshot snapshot)
    {
        var rules = Catalogue.All.Select(rule => new TimedRule(rule)).ToList();
        var (plan, _) = AuditPlan.Make(
            rules,
            ProfileFile.Load(Settings.DefaultProfile),
            AuditConfiguration.Empty with
            {
                EmergencyAccounts =
                [
                    .. snapshot
                        .Users.Where(user =>
                            user.DisplayName?.StartsWith("Emergency Access ", StringComparison.Ordinal) is true
                        )
                        .Select(user => user.Id.ToString("D")),
                ],
            }
        );
        return (plan, rules);
    }

    private static void Report(Lap judging, List<TimedRule> rules, AuditResult result)
    {
        var (passed, worked) = (judging.Passed, judging.Worked);
        var sum = (
            Passed: rules.Aggregate(TimeSpan.Zero, (all, rule) => all + rule.Passed),
            Worked: rules.Aggregate(TimeSpan.Zero, (all, rule) => all + rule.Worked)
        );
        foreach (var rule in rules.OrderByDescending(rule => rule.Passed).Take(MostRules))
            Console.WriteLine(
                $"  {rule.Info.Id} {rule.Name}: {Lap.Words(rule.Passed, rule.Worked)}, {rule.Judgements} judgements"
            );
        Console.WriteLine($"rules: {Lap.Words(sum.Passed, sum.Worked)}, {rules.Count} of them");
        Console.WriteLine(
            $"tables: {Lap.Words(passed - sum.Passed, worked - sum.Worked)}, {result.Findings.Length} findings, {result.Access.Length} paths"
        );
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 >> 20} MB at the peak"));
    }
}
