using System.Diagnostics;
using System.Globalization;
using PimAudit.Cli;
using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Benchmarks;

/// <summary>
/// Audits generated tenants over real HTTP, without violations and with, and compares every finding with what the
/// generator states.
/// </summary>
internal static class Findings
{
    private const string Seeds = "--seeds";
    private const int UsualSeeds = 20;

    /// <summary>They judge the audit log, which an extreme tenant is collected without: five million events take hours.</summary>
    private static readonly string[] OfUse = ["PIM801", "PIM802", "PIM803", "PIM804", "PIM805"];

    /// <returns>0 when every tenant has the findings that were stated and all of it was judged, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var at = Array.IndexOf(words, Seeds);
        var seeds = at < 0 ? UsualSeeds : Arguments.Number(words[(at + 1)..], UsualSeeds);
        var sizes = Arguments.Sizes(at < 0 ? words : words[..at], Enum.GetValues<TenantSize>());
        var asStated = true;
        foreach (var size in sizes)
        foreach (var seed in Enumerable.Range(1, seeds))
        foreach (var planted in new[] { false, true })
            asStated &= await CompareAsync(size, seed, planted);
        return asStated ? 0 : 1;
    }

    private static async Task<bool> CompareAsync(TenantSize size, int seed, bool planted)
    {
        var clock = Stopwatch.StartNew();
        string[] left = size is TenantSize.Extreme ? OfUse : [];
        var generated = GeneratedTenant.Make(size, seed, planted: planted);
        var expected = generated
            .Planted.Where(one => !left.Contains(one.RuleId, StringComparer.Ordinal))
            .Select(one => $"{one.RuleId} {one.Subject}")
            .ToList();
        var result = await AuditAsync(generated, withAudits: left.Length == 0);
        var found = result.Findings.Select(LineOf).ToList();
        var (missing, extra) = (Without(expected, found), Without(found, expected));
        // Some plants are what blinds a rule.
        var blind = planted ? [] : Blind(result).Except(left, StringComparer.Ordinal).ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{size} {seed} {(planted ? "planted" : "compliant")}: {expected.Count} expected, {found.Count} found, {missing.Count} missing, {extra.Count} extra, {blind.Count} rules blind; {clock.Elapsed.TotalSeconds:0.0} s{Note(left)}"
            )
        );
        Print("missing", missing);
        Print("extra", extra.Select(line => $"{line} {result.Findings.First(one => LineOf(one) == line).Title}"));
        Print("blind", blind);
        return missing.Count + extra.Count + blind.Count == 0;
    }

    private static async Task<AuditResult> AuditAsync(GeneratedTenant generated, bool withAudits)
    {
        var settings = SettingsFile.Read(generated.Configuration, "of the generated tenant");
        var plan = Plans.Make(settings);
        var options = new CollectionOptions
        {
            Tenant = settings.Tenant,
            EmergencyAccounts = settings.Audit.EmergencyAccounts,
            GroupNamePrefix = NamingConvention.Prefix(plan),
            Scope = new()
            {
                Audit = withAudits ? TimeSpan.FromDays(30) : null,
                Beta = true,
                GroupSchedules = true,
            },
            ToolVersion = Product.Version,
            IsPaced = false,
        };
        var snapshot = await CollectAsync(generated, options);
        return Evaluator.Evaluate(snapshot, new string('0', 64), plan, new(Product.Version));
    }

    private static async Task<TenantSnapshot> CollectAsync(GeneratedTenant generated, CollectionOptions options)
    {
        var emulator = new EmulatorOptions { AccessToken = generated.AccessToken, RecordRequests = false };
        await using var server = await GraphEmulatorServer.StartAsync(generated.Tenant, emulator);
        using var connection = new GraphConnection(new(server.BaseAddress), new StaticToken(server.AccessToken));
        var collector = new TenantCollector(connection, options, new ImpatientTime(generated.Tenant.Now));
        return await collector.CollectAsync(progress: null, CancellationToken.None);
    }

    /// <summary>Rules that could not judge, or not everything.</summary>
    private static IEnumerable<string> Blind(AuditResult result) =>
        result
            .Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0)
            .Select(rule => rule.Id);

    /// <summary>Lines that the first list has more often than the second.</summary>
    private static List<string> Without(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = others.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var more = new List<string>();
        foreach (var line in lines)
            if (left.GetValueOrDefault(line) > 0)
                left[line]--;
            else
                more.Add(line);
        return more;
    }

    private static string LineOf(Finding finding) => $"{finding.RuleId} {finding.Subject.Id}";

    private static string Note(string[] left) => left.Length == 0 ? "" : " (without the audit log)";

    private static void Print(string what, IEnumerable<string> lines)
    {
        foreach (var (line, times) in lines.CountBy(line => line, StringComparer.Ordinal))
            Console.WriteLine(times == 1 ? $"  {what}: {line}" : $"  {what}: {line} ({times} times)");
    }
}
