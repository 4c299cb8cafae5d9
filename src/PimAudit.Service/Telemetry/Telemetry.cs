using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PimAudit.Service;

/// <summary>Sends metrics and traces of scans, if somebody said where to.</summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Variables of the exporter that are passed on to it.</summary>
    private static readonly string[] Variables =
    [
        Endpoint,
        Protocol,
        "OTEL_EXPORTER_OTLP_HEADERS",
        "OTEL_EXPORTER_OTLP_TIMEOUT",
        "OTEL_METRIC_EXPORT_INTERVAL",
        "OTEL_RESOURCE_ATTRIBUTES",
        "OTEL_SERVICE_NAME",
    ];

    /// <param name="endpoint">Of an OTLP receiver, from the configuration; null leaves it to the variable.</param>
    /// <param name="variable">Value of an environment variable; null when it is not set.</param>
    /// <returns>False when nothing is sent.</returns>
    public static bool Add(
        IHostApplicationBuilder builder,
        Uri? endpoint,
        Func<string, string?> variable,
        string version
    )
    {
        if (endpoint is null && variable(Endpoint) is not { Length: > 0 })
            return false;

        var settings = Variables.ToDictionary(name => name, variable, StringComparer.Ordinal);
        settings[Protocol] ??= "http/protobuf";
        if (endpoint is not null)
            settings[Endpoint] = endpoint.AbsoluteUri;
        builder.Configuration.AddInMemoryCollection(settings.Where(pair => pair.Value is not null));
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("pimaudit", serviceVersion: version))
            .WithMetrics(metrics => metrics.AddMeter(ScanMeter.Name).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(ScanMeter.Name).AddOtlpExporter());
        return true;
    }
}
