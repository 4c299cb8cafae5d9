using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary>What <c>verify</c> found, for machines.</summary>
internal static class VerificationJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Default,
    };

    public static string Of(Verification found) =>
        new JsonObject
        {
            ["schemaVersion"] = 1,
            ["holds"] = found.Holds,
            ["runs"] = List(found.Runs, Run),
            ["ends"] = List(found.Ends, End),
        }.ToJsonString(Indented);

    private static JsonObject Run(CheckedRun run) =>
        new()
        {
            ["place"] = run.Place,
            ["tenant"] = run.Manifest?.Tenant.ToString("D"),
            ["runId"] = run.Manifest?.RunId,
            ["endedAt"] = run.Manifest?.EndedAt,
            ["manifestHash"] = run.ManifestHash,
            ["previous"] = run.Manifest?.Previous,
            ["files"] = run.Files,
            ["isPruned"] = run.IsPruned,
            ["signature"] = run.Signature is { } signature ? Signature(signature) : null,
            ["holds"] = run.Problems.IsEmpty,
            ["problems"] = List(run.Problems, Problem),
            ["notes"] = List(run.Notes, note => JsonValue.Create(note)),
        };

    private static JsonObject Signature(CheckedSignature signature) =>
        new()
        {
            ["subject"] = signature.Subject,
            ["certificateSha256"] = signature.Thumbprint,
            ["signedAt"] = signature.At,
            ["isTrusted"] = signature.IsTrusted,
        };

    private static JsonObject Problem(EvidenceProblem problem) =>
        new()
        {
            ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(problem.Fault.ToString()),
            ["file"] = problem.File,
            ["failed"] = problem.Failed,
            ["seen"] = problem.Seen,
            ["expected"] = problem.Expected,
        };

    private static JsonObject End(ChainEnd end) =>
        new()
        {
            ["tenant"] = end.Tenant.ToString("D"),
            ["runs"] = end.Runs,
            ["runId"] = end.RunId,
            ["manifestHash"] = end.ManifestHash,
        };

    private static JsonArray List<T>(ImmutableArray<T> things, Func<T, JsonNode> write) => [.. things.Select(write)];
}
