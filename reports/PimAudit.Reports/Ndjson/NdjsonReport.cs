using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Ndjson;

/// <summary>
/// Writes everything that <c>result.json</c> holds as one JSON object per line: the run, then coverage and rules, so that nobody
/// counts findings without knowing what could be seen, then findings, then the rest.
/// </summary>
public static class NdjsonReport
{
    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Lines = new(Spelling)
    {
        TypeInfoResolver = Spelling.TypeInfoResolver!.WithAddedModifier(OnlyTheKind.LeaveOut),
    };

    /// <summary>The stream stays open. The same input gives the same bytes.</summary>
    public static void Write(AuditResult result, ReportFacts facts, Stream output)
    {
        foreach (var line in Of(result, facts))
        {
            JsonSerializer.Serialize(output, line, Lines);
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>The JSON Schema (draft 2020-12) of one line.</summary>
    public static string Schema()
    {
        var schema = (JsonObject)
            Spelling.GetJsonSchemaAsNode(typeof(ResultLine), new() { TreatNullObliviousAsNonNullable = true });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "findings.ndjson: one line of what an audit found");
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
    }

    private static IEnumerable<ResultLine> Of(AuditResult result, ReportFacts facts)
    {
        ResultLine Line(string kind) => new(kind, result.Run.Id, result.Tenant.Id, result.Snapshot.TakenAt);
        return new[] { Line("run") with { Run = Head(result, facts) } }
            .Concat(result.Coverage.Select(row => Line("coverage") with { Coverage = row }))
            .Concat(result.Rules.Select(row => Line("rule") with { Rule = row }))
            .Concat(result.Findings.Select(row => Line("finding") with { Finding = row }))
            .Concat(result.Changes.Select(row => Line("change") with { Change = row }))
            .Concat(result.Waivers.Select(row => Line("waiver") with { Waiver = row }))
            .Concat(result.Reviews.Select(row => Line("review") with { Review = row }))
            .Concat(result.EmergencyAccounts.Select(row => Line("emergencyAccount") with { EmergencyAccount = row }))
            .Concat(result.Groups.Select(row => Line("group") with { Group = row }))
            .Concat(result.RoleSettings.Select(row => Line("roleSetting") with { RoleSetting = row }))
            .Concat(result.Access.Select(row => Line("access") with { Access = row }))
            .Concat(result.Crosswalk.Select(row => Line("crosswalk") with { Crosswalk = row }))
            .Concat(result.Earlier.Select(row => Line("earlierRun") with { EarlierRun = row }));
    }

    private static RunHead Head(AuditResult result, ReportFacts facts) =>
        new(
            result.SchemaVersion,
            result.Run,
            result.Tenant,
            result.Profiles,
            result.Snapshot,
            result.Baseline,
            facts.ResultSha256,
            Verdict.Of(result),
            Outcomes.On(result),
            Outcomes.Evaluated(result)
        );
}
