using System.Diagnostics;
using System.Globalization;
using PimAudit.Archive;
using PimAudit.Cli;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>Writes one report of a result in a process of its own. The result is made before the clock starts, and counts in the peak.</summary>
internal static class ReportingProcess
{
    public const string Verb = "write";

    /// <summary>Every format, one after the other.</summary>
    public const string All = "all";

    /// <param name="rows">Of access; the tenant's own where 0.</param>
    public static ProcessStartInfo Start(string format, string file, int rows) =>
        new(
            "dotnet",
            [
                typeof(ReportingProcess).Assembly.Location,
                Verb,
                format,
                file,
                rows.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

    public static async Task<int> RunAsync(string format, string file, string rows)
    {
        var result = GrownResult.Of(await JudgedAsync(file), int.Parse(rows, CultureInfo.InvariantCulture));
        var output = Path.GetTempFileName();
        try
        {
            var writing = Lap.Begin();
            await using (var stream = File.Create(output))
                foreach (var one in Formats.All.Where(one => format is All || one.Name == format))
                    await one.WriteAsync(result, new(new string('0', 64)), stream, CancellationToken.None);
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{format}: {writing}, {self.PeakWorkingSet64 >> 20} MB at the peak, {new FileInfo(output).Length >> 10} KB; {result.Access.Length} access rows, {result.Findings.Length} findings"
                )
            );
            return 0;
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static async Task<AuditResult> JudgedAsync(string file)
    {
        var archived = await SnapshotFile.ReadAsync(file, CancellationToken.None);
        var plan = Plans.Make(SettingsFile.Read($"profile: {Settings.DefaultProfile}", "of the benchmark"));
        return Evaluator.Evaluate(archived.Snapshot, archived.Hash, plan, new("benchmark"));
    }
}
