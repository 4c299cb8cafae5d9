using System.Text;
using System.Text.Json.Nodes;

namespace PimAudit.Collect.Tests;

/// <summary>Says the same in another way that Graph allows: ids and enumerations in the other case, properties in the other order, and more of them.</summary>
internal sealed class OtherSpelling() : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal)
    {
        "principalId",
        "groupId",
        "roleDefinitionId",
        "userId",
        "skuId",
        "servicePlanId",
        "appId",
        "templateId",
    };

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "accessId",
        "assignmentType",
        "memberType",
        "state",
        "provisioningStatus",
        "operator",
    };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        answer.Content = new StringContent(Told(body)!.ToJsonString(), Encoding.UTF8, "application/json");
        return answer;
    }

    private static JsonNode? Told(JsonNode? node) =>
        node switch
        {
            JsonArray items => new JsonArray([.. items.Select(Told)]),
            JsonObject body => Told(body),
            _ => node?.DeepClone(),
        };

    private static JsonObject Told(JsonObject body)
    {
        var isObject = body["@odata.type"] is not null;
        var told = new JsonObject { ["@odata.etag"] = "W/\"1\"", ["fromTheFuture"] = new JsonArray(1, "two") };
        foreach (var (name, value) in body.Reverse())
            told[name] =
                value is JsonValue text && text.TryGetValue<string>(out var word)
                    ? Told(name, word, isObject)
                    : Told(value);
        return told;
    }

    private static string Told(string name, string word, bool isObject) =>
        Guid.TryParse(word, out _) && (Ids.Contains(name) || (isObject && name is "id")) ? word.ToUpperInvariant()
        : Words.Contains(name) ? Flipped(word)
        : word;

    private static string Flipped(string word) =>
        (char.IsUpper(word[0]) ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word[1..];
}
