using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>One request, outer or inner, before it is understood.</summary>
/// <param name="Base">Where the client found this Graph, without version: links lead back there.</param>
/// <param name="RawPath">Escaped, without version, beginning with a slash.</param>
/// <param name="RawQuery">Escaped, without the question mark.</param>
internal sealed record GraphRequest(
    Uri Base,
    string Method,
    string RawPath,
    string RawQuery,
    bool IsEventual,
    JsonNode? Body,
    bool IsInner
)
{
    public string Readable => $"/v1.0{Unescape(RawPath)}" + (RawQuery.Length == 0 ? "" : $"?{Unescape(RawQuery)}");

    public IReadOnlyList<string> Segments { get; } =
    [.. RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

/// <summary>An answer before it becomes bytes.</summary>
internal sealed record GraphAnswer(int Status, JsonNode? Body, string? RetryAfter = null)
{
    /// <summary>The bytes end in the middle.</summary>
    public bool IsCut { get; init; }

    /// <summary>No answer: the connection is cut.</summary>
    public bool IsReset { get; init; }
}

/// <summary>Ends the work on a request with an error answer.</summary>
internal sealed class GraphRefusal(int status, JsonObject body) : Exception
{
    public GraphAnswer Answer { get; } = new(status, body);
}
