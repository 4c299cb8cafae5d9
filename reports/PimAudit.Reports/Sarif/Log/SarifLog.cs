using System.Text.Json.Serialization;

namespace PimAudit.Reports.Sarif.Log;

/// <summary>The root of a SARIF file.</summary>
/// <remarks>Source of all records in this folder: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.</remarks>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    IReadOnlyList<SarifRun> Runs
);

/// <param name="Artifacts">Files that results point into.</param>
internal sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    SarifAutomation AutomationDetails,
    IReadOnlyList<SarifArtifact> Artifacts,
    IEnumerable<SarifResult> Results,
    SarifRunProperties Properties
);

/// <param name="Id">Hierarchical; what stands before the last slash names the kind of run.</param>
internal sealed record SarifAutomation(string Id, SarifMessage Description);

internal sealed record SarifArtifact(
    SarifArtifactLocation Location,
    IReadOnlyList<string> Roles,
    IReadOnlyDictionary<string, string> Hashes
);

internal sealed record SarifArtifactLocation(string Uri, int Index);

/// <param name="Text">Plain text; see <see cref="SarifMessages"/> for what may stand in it.</param>
internal sealed record SarifMessage(string Text);

/// <param name="ResultSha256">Of the <c>result.json</c> that holds everything.</param>
internal sealed record SarifRunProperties(
    string RunId,
    string TenantId,
    IReadOnlyList<string> Profiles,
    string SnapshotSha256,
    string ResultSha256,
    string Verdict,
    string Coverage,
    string NotJudged,
    bool AllowIncomplete
);
