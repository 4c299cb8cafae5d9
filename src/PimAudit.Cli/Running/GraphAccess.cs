using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Finds the Graph to read and the token to read it with.</summary>
internal static class GraphAccess
{
    private const string EndpointVariable = "PIMAUDIT_GRAPH_ENDPOINT";
    private const string TokenVariable = "PIMAUDIT_ACCESS_TOKEN";

    /// <exception cref="Failure">The endpoint or the sign-in cannot be used.</exception>
    public static GraphConnection Connect(Settings settings, Surroundings surroundings)
    {
        var cloud = Cloud.Named(settings.Cloud);
        var endpoint = Endpoint(settings, surroundings) ?? cloud.Endpoint;
        return new(endpoint, Token(settings, cloud, surroundings));
    }

    private static GraphEndpoint? Endpoint(Settings settings, Surroundings surroundings) =>
        Variable(EndpointVariable, settings, surroundings) is { } text ? Endpoint(text)
        : settings.Endpoint is { } written ? new(new Uri(written, UriKind.Absolute))
        : null;

    private static GraphEndpoint Endpoint(string text)
    {
        try
        {
            return new(new Uri(text, UriKind.Absolute));
        }
        catch (Exception error) when (error is UriFormatException or ArgumentException)
        {
            throw new Failure(
                ExitCode.Usage,
                $"{EndpointVariable} cannot be used.",
                $"'{text}': {error.Message.Split(" (Parameter", 2)[0]}",
                "Nothing was read.",
                "Give the base URL of a Graph, such as https://graph.microsoft.com; plain http only on loopback."
            );
        }
    }

    private static IAccessTokenSource Token(Settings settings, Cloud cloud, Surroundings surroundings) =>
        Variable(TokenVariable, settings, surroundings) is { } token ? new StaticToken(token)
        : settings.Auth.Mode is Settings.AccessTokenMode ? SignIns.GivenToken(settings, surroundings)
        : SignIns.Create(settings, cloud, surroundings).CreateTokenSource();

    /// <summary>Null where it is not set, or would be meant for one tenant of several.</summary>
    private static string? Variable(string name, Settings settings, Surroundings surroundings) =>
        !settings.IsOneOfMany && surroundings.Variable(name) is { Length: > 0 } text ? text : null;
}
