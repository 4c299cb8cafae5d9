using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>One request, outer or inner, before it is understood.</summary>
/// <param name="Base">Where the client found this Graph, without version: links lead back there.</param>
/// <param name="Caller">Whose token it carries; an inner request has that of its batch.</param>
/// <param name="Version"><c>v1.0</c> or <c>beta</c>.</param>
/// <param name="RawPath">Escaped, without version, beginning with a slash.</param>
/// <param name="RawQuery">Escaped, without the question mark.</param>
internal sealed record GraphRequest(
    Uri Base,
    Caller Caller,
    string Version,
    string Method,
    string RawPath,
    string RawQuery,
    bool IsEventual,
    JsonNode? Body,
    bool IsInner,
    Exchange Exchange
)
{
    public const string V1 = "v1.0";
    public const string Beta = "beta";

    public string Readable => $"/{Version}{Unescape(RawPath)}" + (RawQuery.Length == 0 ? "" : $"?{Unescape(RawQuery)}");

    /// <summary>Where paths of this version begin, without a slash at the end.</summary>
    public string Root => $"{Base}{Version}";

    public IReadOnlyList<string> Segments { get; } =
    [.. RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

/// <summary>An answer before it becomes bytes.</summary>
internal sealed record GraphAnswer(int Status, JsonNode? Body, string? RetryAfter = null)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The bytes end in the middle.</summary>
    public bool IsCut { get; init; }

    /// <summary>No answer: the connection is cut.</summary>
    public bool IsReset { get; init; }

    /// <summary>The batch leaves it out.</summary>
    public bool IsLost { get; init; }

    /// <summary>As the client sees it; 0 for no answer.</summary>
    public int SeenStatus => IsReset || IsLost ? 0 : Status;
}

/// <summary>Ends the work on a request with an error answer.</summary>
internal sealed class GraphRefusal(int status, JsonObject body) : Exception
{
    public GraphAnswer Answer { get; } = new(status, body);
}
