using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PimAudit.Model;
using PimAudit.Reports.Sarif.Log;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Sarif;

/// <summary>Writes a result as SARIF 2.1.0, for services that collect findings of many programs.</summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The stream stays open. The same input gives the same bytes.</summary>
    public static void Write(AuditResult result, ReportFacts facts, Stream output) =>
        JsonSerializer.Serialize(output, new SarifLog(Schema, "2.1.0", [Run(result, facts)]), Format);

    private static SarifRun Run(AuditResult result, ReportFacts facts) =>
        new(
            new(
                new(
                    "PimAudit",
                    VisibleText.Of(result.Run.ToolVersion),
                    VisibleText.Of(result.Run.ToolVersion),
                    SarifMessages.Of("Audits Microsoft Entra Privileged Identity Management. It only ever reads."),
                    SarifRules.Of(result)
                )
            ),
            [Invocation(result)],
            new(
                VisibleText.Of($"pimaudit/{result.Tenant.Id:D}/{result.Profiles[0].Name}/{result.Run.Id}"),
                SarifMessages.Of($"{Words.Tenant(result.Tenant)}, {Say.Moment(result.Snapshot.TakenAt)}")
            ),
            [
                new(
                    SarifResults.ResultFile,
                    ["resultFile"],
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["sha-256"] = facts.ResultSha256 }
                ),
            ],
            new SarifResults(result).All,
            Properties(result, facts)
        );

    private static SarifInvocation Invocation(AuditResult result) =>
        new(
            ExecutionSuccessful: true,
            Moment(result.Snapshot.Collection.StartedAt),
            Moment(result.Snapshot.Collection.EndedAt),
            SarifNotifications.OfExecution(result),
            SarifNotifications.OfConfiguration(result)
        );

    private static SarifRunProperties Properties(AuditResult result, ReportFacts facts) =>
        new(
            result.Run.Id,
            result.Tenant.Id.ToString("D"),
            [.. result.Profiles.Select(profile => VisibleText.Of(profile.Name))],
            result.Snapshot.Hash,
            facts.ResultSha256,
            Verdict.Of(result),
            Verdict.Coverage(result),
            Outside.Sentence,
            result.Run.AllowIncomplete
        );

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
