using System.Net;

namespace PimAudit.Cli;

/// <summary>Reads the <c>serve:</c> mapping.</summary>
internal static class ServeSection
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(10);

    public static ServeSettings Read(YamlMap? serve)
    {
        var usual = ServeSettings.Default;
        if (serve is null)
            return usual;

        var settings = new ServeSettings(
            Listen(serve) ?? usual.Listen,
            Endpoint(serve.Map("telemetry")),
            Duration(serve, "grace") ?? usual.Grace,
            Duration(serve, "stopGrace") ?? usual.StopGrace,
            Duration(serve, "lease") ?? usual.Lease
        );
        if (settings.Lease < ShortestLease)
            serve.Issue(
                "lease",
                $"is shorter than {ShortestLease.TotalSeconds:0} s: a node that pauses would lose its scans"
            );
        serve.RefuseOtherKeys();
        return settings;
    }

    private static IPEndPoint? Listen(YamlMap serve)
    {
        if (serve.Text("listen") is not { } text)
            return null;
        if (IPEndPoint.TryParse(text, out var place) && text.EndsWith($":{place.Port}", StringComparison.Ordinal))
            return place;
        serve.Issue("listen", $"is '{text}' but must be an address and a port such as 127.0.0.1:8085 or [::]:8085");
        return null;
    }

    private static Uri? Endpoint(YamlMap? telemetry)
    {
        var text = telemetry?.Text("endpoint");
        telemetry?.RefuseOtherKeys();
        if (text is null)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https")
            return endpoint;
        telemetry!.Issue(
            "endpoint",
            $"is '{text}' but must be the URL of an OTLP receiver such as http://localhost:4318"
        );
        return null;
    }

    private static TimeSpan? Duration(YamlMap serve, string key)
    {
        if (serve.Text(key) is not { } text)
            return null;
        if (DurationText.Parse(text) is { } time)
            return time;
        serve.Issue(key, $"is '{text}' but must be a time such as 30s or 15m");
        return null;
    }
}
