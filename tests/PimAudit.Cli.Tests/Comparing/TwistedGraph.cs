using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Comparing;

/// <summary>
/// The same tenant as another replica may tell it: rows from last to first, ids in capitals, other ids for the instances of
/// schedules. Nothing of it is a change.
/// </summary>
internal sealed partial class TwistedGraph : IAsyncDisposable
{
    private const string Instances = "ScheduleInstances";

    private readonly WebApplication app;
    private readonly HttpClient graph;

    private TwistedGraph(WebApplication app, HttpClient graph)
    {
        this.app = app;
        this.graph = graph;
    }

    public string Address => app.Urls.First();

    public static async Task<TwistedGraph> StartAsync(GraphEmulatorServer original)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var twisted = new TwistedGraph(builder.Build(), new() { BaseAddress = original.BaseAddress });
        twisted.app.Run(twisted.AnswerAsync);
        await twisted.app.StartAsync();
        return twisted;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        graph.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString.Value;
        using var request = new HttpRequestMessage(new(context.Request.Method), Small(path));
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        request.Headers.TryAddWithoutValidation("ConsistencyLevel", [.. context.Request.Headers["ConsistencyLevel"]]);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var reader = new StreamReader(context.Request.Body);
            request.Content = new StringContent(Small(await reader.ReadToEndAsync()), null, "application/json");
        }

        using var answer = await graph.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Where(header => header.Key is "Retry-After"))
            context.Response.Headers[name] = values.ToArray();
        context.Response.ContentType = "application/json";
        var text = await answer.Content.ReadAsStringAsync();
        var twisted = text.Length == 0 ? text : Twisted(JsonNode.Parse(text)!, path).ToJsonString();
        await context.Response.WriteAsync(
            twisted.Replace(graph.BaseAddress!.Authority, new Uri(Address).Authority, StringComparison.Ordinal)
        );
    }

    /// <param name="path">Of the request; that of a batch does not say what its answers hold, so they are told by their link.</param>
    private static JsonNode Twisted(JsonNode node, string path)
    {
        switch (node)
        {
            case JsonObject row:
                var within = row["@odata.context"]?.ToString() is { } said ? said + path : path;
                foreach (var (key, value) in row.ToList())
                    row[key] =
                        value is null ? null
                        : key is "@odata.nextLink" ? value.DeepClone()
                        : key is "value" && value is JsonArray rows ? Reversed(rows, within)
                        : Twisted(value.DeepClone(), within);
                return row;
            case JsonArray list:
                return new JsonArray([.. list.Select(one => one is null ? null : Twisted(one.DeepClone(), path))]);
            default:
                return node.GetValueKind() is System.Text.Json.JsonValueKind.String
                    ? JsonValue.Create(Id().Replace(node.ToString(), id => id.Value.ToUpperInvariant()))
                    : node;
        }
    }

    private static JsonArray Reversed(JsonArray rows, string path)
    {
        var twisted = new JsonArray([
            .. rows.Reverse().Select(one => one is null ? null : Twisted(one.DeepClone(), path)),
        ]);
        if (path.Contains(Instances, StringComparison.OrdinalIgnoreCase))
            foreach (var row in twisted.OfType<JsonObject>().Where(IsOwnId))
                row["id"] = $"{row["id"]}-again";
        return twisted;
    }

    /// <summary>What was made outside PIM bears the id of its assignment, which is the same tomorrow.</summary>
    private static bool IsOwnId(JsonObject row) =>
        row["id"] is { } id && row.Count(field => field.Value?.ToString() == id.ToString()) == 1;

    private static string Small(string text) => Id().Replace(text, id => id.Value.ToLowerInvariant());

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Id();
}
