using System.Text.Json;
using NJsonSchema;
using PimAudit.Model;
using PimAudit.Reports.Sarif;

namespace PimAudit.Reports.Tests.Sarif;

/// <summary>A SARIF file as a reader finds it.</summary>
internal sealed record SarifFile(string Text, JsonElement Run)
{
    private static readonly Lazy<JsonSchema> Published = new(() =>
    {
        using var reader = new StreamReader(Written.Resource("sarif-2.1.0.json"));
        return JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    });

    public static SarifFile Of(AuditResult result)
    {
        var text = Written.Text(SarifReport.Write, result);
        return new(text, JsonElement.Parse(text).GetProperty("runs")[0]);
    }

    /// <summary>Where a text departs from the published schema; empty when it does not.</summary>
    public static IEnumerable<string> Problems(string text) =>
        Published.Value.Validate(text).Select(problem => problem.ToString());

    public IEnumerable<JsonElement> Results => Run.GetProperty("results").EnumerateArray();

    public IEnumerable<JsonElement> Rules =>
        Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray();

    public IEnumerable<string> Notifications(string kind) =>
        Run.GetProperty("invocations")[0]
            .GetProperty(kind)
            .EnumerateArray()
            .Select(one => one.GetProperty("message").GetProperty("text").GetString()!);

    public IEnumerable<string?> Strings(Func<JsonElement, JsonElement> of) =>
        Results.Select(result => of(result).GetString());
}
