using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Reads a channel of kind <c>webhook</c>.</summary>
internal static partial class WebhookSection
{
    /// <summary>Words in the name of a header whose value is a secret.</summary>
    private static readonly ImmutableArray<string> Secretive = ["auth", "cookie", "key", "token", "secret", "password"];

    /// <summary>Beginnings of the names of headers that are ours to set, or that say how the body is sent.</summary>
    private static readonly ImmutableArray<string> Ours =
    [
        "x-pimaudit-",
        "idempotency-key",
        "content-",
        "host",
        "transfer-encoding",
        "connection",
        "user-agent",
        "expect",
    ];

    public static WebhookSettings Read(YamlMap map, string name, NotifyOn on, string folder) =>
        new(
            name,
            on,
            UrlOf(map, folder),
            ChannelSecrets.Optional(map, "secret", folder),
            map.Text("template") is { Length: > 0 } template ? Path.GetFullPath(Path.Combine(folder, template)) : null,
            HeadersOf(map.Map("headers"), folder)
        );

    /// <summary>One that holds a token belongs into a variable or a file; nobody but the user can tell.</summary>
    private static SecretReader UrlOf(YamlMap map, string folder)
    {
        if (map.IsMap("url") || map.Text("url") is not { } url)
            return ChannelSecrets.Required(map, "url", folder);
        if (WebhookSettings.UrlProblem(url) is { } problem)
            map.Issue("url", problem);
        return ChannelSecrets.Written(url);
    }

    private static ImmutableArray<WebhookHeader> HeadersOf(YamlMap? headers, string folder) =>
        [.. (headers?.Keys ?? []).Select(name => HeaderOf(headers!, name, folder))];

    private static WebhookHeader HeaderOf(YamlMap headers, string name, string folder)
    {
        if (!PlainName().IsMatch(name))
            headers.Issue(name, "is no name of a header");
        if (Ours.Any(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase)))
            headers.Issue(name, "is set by PimAudit itself");
        var isSecret = Secretive.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (isSecret || headers.IsMap(name))
            return new(name, ChannelSecrets.Required(headers, name, folder));

        var value = headers.Text(name) ?? "";
        if (value.Any(char.IsControl))
            headers.Issue(name, "has more than one line");
        return new(name, ChannelSecrets.Written(value));
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,80}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();
}
