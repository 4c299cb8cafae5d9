using System.Text;
using System.Text.Json.Nodes;

namespace PimAudit.Collect.Tests;

/// <summary>Changes objects in the answers, at any depth: what a tenant may say and the emulator does not.</summary>
internal sealed class Rewritten(Action<JsonObject> change) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!;
        Visit(body);
        answer.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return answer;
    }

    private void Visit(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Visit(item);
        if (node is not JsonObject body)
            return;

        change(body);
        foreach (var (_, value) in body.ToList())
            Visit(value);
    }
}
