using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests;

/// <summary>An emulator and an HTTP client with its token.</summary>
internal sealed class GraphClient : IAsyncDisposable
{
    private GraphClient(GraphEmulatorServer server)
    {
        Server = server;
        Http = new HttpClient { BaseAddress = server.BaseAddress };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.AccessToken);
    }

    public GraphEmulatorServer Server { get; }

    public HttpClient Http { get; }

    public static async Task<GraphClient> StartAsync(EmulatedTenant tenant, EmulatorOptions? options = null) =>
        new(await GraphEmulatorServer.StartAsync(tenant, options));

    /// <summary>GET of a path without version.</summary>
    public async Task<Reply> GetAsync(string path, bool eventual = false, string version = "v1.0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{version}/{path}");
        if (eventual)
            request.Headers.Add("ConsistencyLevel", "eventual");
        using var response = await Http.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public async Task<Reply> PostAsync(string path, JsonNode body, string version = "v1.0")
    {
        using var response = await Http.PostAsJsonAsync($"{version}/{path}", body);
        return await Reply.OfAsync(response);
    }

    /// <summary>A batch of GETs; the answers by id, which is the index of the path.</summary>
    public Task<IReadOnlyList<JsonObject>> BatchAsync(params string[] paths) => BatchAsync("v1.0", paths);

    public async Task<IReadOnlyList<JsonObject>> BatchAsync(string version, string[] paths)
    {
        var requests = paths.Select(
            (path, index) =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = $"{index}",
                        ["method"] = "GET",
                        ["url"] = "/" + path,
                    }
        );
        var reply = await PostAsync("$batch", new JsonObject { ["requests"] = new JsonArray([.. requests]) }, version);
        return
        [
            .. reply.Body["responses"]!
                .AsArray()
                .Select(response => response!.AsObject())
                .OrderBy(response => response["id"]!.GetValue<string>(), StringComparer.Ordinal),
        ];
    }

    /// <summary>All rows of a list, over its pages.</summary>
    public async Task<IReadOnlyList<JsonObject>> AllAsync(string path)
    {
        var rows = new List<JsonObject>();
        var next = "v1.0/" + path;
        while (next is not null)
        {
            using var response = await Http.GetAsync(next);
            var reply = await Reply.OfAsync(response);
            rows.AddRange(reply.Rows);
            next = reply.Text("@odata.nextLink");
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>An answer.</summary>
internal sealed record Reply(int Status, JsonObject Body, string? RetryAfter)
{
    public IReadOnlyList<JsonObject> Rows => [.. Body["value"]!.AsArray().Select(row => row!.AsObject())];

    public string? ErrorCode => Body["error"]?["code"]?.GetValue<string>();

    public string? ErrorMessage => Body["error"]?["message"]?.GetValue<string>();

    public string? Text(string property) => Body[property]?.ToString();

    /// <summary>One property of each row.</summary>
    public IReadOnlyList<string?> Column(string property) => [.. Rows.Select(row => row[property]?.ToString())];

    public static async Task<Reply> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Reply(
            (int)response.StatusCode,
            JsonNode.Parse(text)!.AsObject(),
            response.Headers.RetryAfter?.ToString()
        );
    }
}
