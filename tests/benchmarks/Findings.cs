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
/// generator says of it.
/// </summary>
internal static class Findings
{
    private const string Seeds = "--seeds";
    private const int UsualSeeds = 20;

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
        var generated = GeneratedTenant.Make(size, seed, planted: planted);
        var result = await AuditAsync(generated);
        var expected = generated.Planted.Select(one => $"{one.RuleId} {one.Subject}").ToList();
        var found = result.Findings.Select(finding => $"{finding.RuleId} {finding.Subject.Id}").ToList();
        var (missing, extra) = (Without(expected, found), Without(found, expected));
        var blind = planted ? [] : Blind(result).ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{size} {seed} {(planted ? "planted" : "compliant")}: {expected.Count} expected, {found.Count} found, {missing.Count} missing, {extra.Count} extra, {blind.Count} rules blind; {clock.Elapsed.TotalSeconds:0.0} s"
            )
        );
        foreach (var line in missing)
            Console.WriteLine($"  missing: {line}");
        foreach (var line in extra)
            Console.WriteLine($"  extra: {line} {Title(result, line)}");
        foreach (var rule in blind)
            Console.WriteLine($"  blind: {rule}");
        return missing.Count + extra.Count + blind.Count == 0;
    }

    private static async Task<AuditResult> AuditAsync(GeneratedTenant generated)
    {
        var settings = SettingsFile.Read(generated.Configuration, "of the generated tenant");
        var snapshot = await CollectAsync(generated, settings);
        return Evaluator.Evaluate(snapshot, new string('0', 64), Plans.Make(settings), new(Product.Version));
    }

    private static async Task<TenantSnapshot> CollectAsync(GeneratedTenant generated, Settings settings)
    {
        await using var server = await GraphEmulatorServer.StartAsync(
            generated.Tenant,
            new EmulatorOptions { AccessToken = generated.AccessToken, RecordRequests = false, PageSize = 999 }
        );
        using var connection = new GraphConnection(
            new GraphEndpoint(server.BaseAddress),
            new StaticToken(server.AccessToken)
        );
        var options = new CollectionOptions
        {
            Tenant = settings.Tenant,
            EmergencyAccounts = settings.Audit.EmergencyAccounts,
            GroupNamePrefix = NamingConvention.Prefix(Plans.Make(settings)),
            Scope = new() { Beta = true, GroupSchedules = true },
            ToolVersion = Product.Version,
            IsPaced = false,
        };
        var collector = new TenantCollector(connection, options, new ImpatientTime(generated.Tenant.Now));
        return await collector.CollectAsync(progress: null, CancellationToken.None);
    }

    /// <summary>Rules that could not judge, or not everything.</summary>
    private static IEnumerable<string> Blind(AuditResult result) =>
        result
            .Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0)
            .Select(rule => rule.Id);

    /// <summary>Each line as often as it stands in the first list more than in the second.</summary>
    private static List<string> Without(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = others.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var more = new List<string>();
        foreach (var line in lines)
            if (left.TryGetValue(line, out var count) && count > 0)
                left[line] = count - 1;
            else
                more.Add(line);
        return more;
    }

    private static string Title(AuditResult result, string line) =>
        result.Findings.First(finding => $"{finding.RuleId} {finding.Subject.Id}" == line).Title;
}
