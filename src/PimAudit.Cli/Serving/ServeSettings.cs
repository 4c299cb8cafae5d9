using System.Net;

namespace PimAudit.Cli;

/// <summary>How the service works, from <c>serve:</c>.</summary>
/// <param name="Listen">Where it is asked for its health.</param>
/// <param name="Telemetry">Where metrics and traces go; null: nowhere, unless a variable says so.</param>
/// <param name="Grace">How late a scan may be, beyond jitter and time limit, before it counts as missed.</param>
/// <param name="StopGrace">What running scans may still take when the service stops.</param>
/// <param name="Lease">A node that says nothing for so long has lost its scans.</param>
internal sealed record ServeSettings(
    IPEndPoint Listen,
    Uri? Telemetry,
    TimeSpan Grace,
    TimeSpan StopGrace,
    TimeSpan Lease
)
{
    public static readonly ServeSettings Default = new(
        new(IPAddress.Loopback, 8085),
        Telemetry: null,
        TimeSpan.FromMinutes(15),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1)
    );
}
