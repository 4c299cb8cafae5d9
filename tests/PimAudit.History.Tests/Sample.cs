using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.History.Tests;

/// <summary>Runs of a tenant, a day after each other.</summary>
internal static class Sample
{
    public static readonly Guid Tenant = A.Id("Contoso");
    public static readonly Guid Other = A.Id("Fabrikam");

    private static readonly AuditResult Judged = Audit.Judge(
        A.Tenant.Users("Dario Venn").Assigned("Dario Venn", "Global Administrator"),
        Engine.AuditConfiguration.Empty,
        new PermanentActiveAssignment()
    );

    /// <summary>UTC; when the collection of that day began, to the tick.</summary>
    public static DateTimeOffset Day(int day) => A.TakenAt.AddDays(day).AddTicks(1);

    public static Finding Finding(int number, FindingStatus status = FindingStatus.Open, string? notConfirmed = null) =>
        Judged.Findings[0] with
        {
            Fingerprint = number.ToString("x64"),
            Status = status,
            Title = $"Person {number} is a permanent Global Administrator",
            NotConfirmed = notConfirmed,
        };

    public static AuditResult Result(int day, params Finding[] findings) =>
        Judged with
        {
            Run = Judged.Run with { Id = day.ToString("x16") },
            Snapshot = Judged.Snapshot with { TakenAt = Day(day), Hash = day.ToString("x64") },
            Findings = [.. findings],
        };

    /// <summary>As a scan hands it over.</summary>
    /// <param name="after">The run before it; null for the first.</param>
    public static async Task<RunToRecord> RunAsync(AuditResult result, PastRun? after = null)
    {
        using var file = new MemoryStream();
        await ResultFile.WriteAsync(result, file, default);
        var bytes = file.ToArray();
        var manifest = new RunManifest(
            RunManifest.CurrentSchemaVersion,
            result.Run.Id,
            result.Run.ToolVersion,
            result.Tenant.Id,
            result.Snapshot.Hash,
            new string('1', 64),
            new string('2', 64),
            after?.ManifestHash,
            result.Snapshot.TakenAt,
            result.Snapshot.TakenAt.AddMinutes(3),
            [new("result.json", bytes.Length, RunCheck.HashOf(bytes)), new("snapshot.pimsnap", 1, new string('3', 64))]
        );
        return new(
            result,
            bytes,
            JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web),
            TrendOf(result),
            IsIncomplete: false,
            "/runs/" + result.Run.Id,
            Slot: null,
            Messages: []
        );
    }

    public static OutboxMessage Message(string key) => new(key, Tenant, "teams", "{}");

    /// <summary>The manifest of the same run, which names a further file.</summary>
    public static ReadOnlyMemory<byte> WithFile(ReadOnlyMemory<byte> manifest, string name)
    {
        var read = RunManifest.Read(manifest.Span);
        return JsonSerializer.SerializeToUtf8Bytes(
            read with
            {
                Files = [new(name, 1, new string('4', 64)), .. read.Files],
            },
            JsonSerializerOptions.Web
        );
    }

    /// <summary>The same with one byte changed.</summary>
    public static ReadOnlyMemory<byte> Changed(ReadOnlyMemory<byte> file) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Span).Replace("Dario", "Mario", StringComparison.Ordinal));

    private static EarlierRun TrendOf(AuditResult result) =>
        new(
            result.Run.Id,
            result.Snapshot.TakenAt,
            result.Profiles[0].Name,
            result.Profiles[0].Hash,
            result.Findings.CountBy(finding => finding.Severity).ToImmutableSortedDictionary(),
            NotEvaluated: 0
        );
}
