using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Reads <c>endpoint:</c>, the Graph that a pipeline or a test asks instead of that of the cloud.</summary>
internal static class GraphAddress
{
    private const string Key = "endpoint";

    /// <returns>Null where none is written, or none that may be used.</returns>
    public static string? Read(YamlMap root)
    {
        if (root.Text(Key) is not { } text)
            return null;

        try
        {
            return new GraphEndpoint(new Uri(text, UriKind.Absolute)).BaseAddress.OriginalString;
        }
        catch (Exception error) when (error is UriFormatException or ArgumentException)
        {
            root.Issue(
                Key,
                "must be the base URL of a Graph such as https://graph.microsoft.com; plain http only on loopback"
            );
            return null;
        }
    }
}
