using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PimAudit.GraphEmulator;

/// <summary>Between HTTP and <see cref="GraphService"/>: reads requests, checks the token, writes answers.</summary>
internal sealed class GraphApplication(AcceptedTokens tokens, EmulatorOptions options) : IHttpApplication<HttpContext>
{
    private const string ContentType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private readonly TaskCompletionSource<GraphService> service = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Set once, when the address is known; requests wait for it.</summary>
    public GraphService Service
    {
        get => service.Task.Result;
        set => service.SetResult(value);
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var graph = await service.Task;
        var exchange = new Exchange();
        try
        {
            var answer = await AnswerAsync(context, graph, exchange);
            var wait = options.Latency + exchange.Delay;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, options.Time, context.RequestAborted);
            graph.Leave(exchange);
            if (answer.IsReset)
                context.Abort();
            else
                await WriteAsync(context, answer);
        }
        finally
        {
            graph.Leave(exchange);
        }
    }

    private async Task<GraphAnswer> AnswerAsync(HttpContext context, GraphService graph, Exchange exchange)
    {
        var (path, query) = Target(context);
        var version = VersionOf(path);
        var bearer = Bearer(context);
        var caller = tokens.Find(bearer);
        var bare = new GraphRequest(
            new Uri($"http://{context.Request.Host}/"),
            caller ?? new Caller(bearer, Permissions: null),
            version ?? GraphRequest.V1,
            context.Request.Method.ToUpperInvariant(),
            version is null ? path : path[(version.Length + 1)..],
            query,
            IsEventual(context),
            Body: null,
            IsInner: false,
            exchange
        );
        if (caller is null)
            return graph.Refuse(bare, GraphErrors.Unauthorised());
        if (version is null)
            return graph.Refuse(bare, GraphErrors.NotServed().Answer);
        return graph.Answer(bare with { Body = await ReadBodyAsync(context) });
    }

    private static string? VersionOf(string path) =>
        new[] { GraphRequest.V1, GraphRequest.Beta }.FirstOrDefault(version =>
            $"{path}/".StartsWith($"/{version}/", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Path and query as they were sent, still escaped.</summary>
    private static (string Path, string Query) Target(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var parts = target.Split('?', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static bool IsEventual(HttpContext context) =>
        string.Equals(context.Request.Headers["ConsistencyLevel"], "eventual", StringComparison.OrdinalIgnoreCase);

    /// <summary>Empty without one.</summary>
    private static string Bearer(HttpContext context)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : "";
    }

    /// <summary>Null when there is no body or it is not JSON; whoever needs one refuses the request.</summary>
    private static async Task<JsonNode?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.Method is not "POST" || !context.Request.HasJsonContentType())
            return null;
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, GraphAnswer answer)
    {
        var bytes = answer.Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(answer.Body);
        var length = answer.IsCut ? bytes.Length / 2 : bytes.Length;
        var headers = context.Response.Headers;
        context.Response.StatusCode = answer.Status;
        headers.CacheControl = "no-cache";
        headers.ContentType = ContentType;
        headers["OData-Version"] = "4.0";
        headers["request-id"] = GraphErrors.RequestId;
        headers.ContentLength = length;
        if (answer.RetryAfter is not null)
            headers.RetryAfter = answer.RetryAfter;
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        if (answer.Status == 401)
            headers.WWWAuthenticate = "Bearer";
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, length), context.RequestAborted);
    }
}
