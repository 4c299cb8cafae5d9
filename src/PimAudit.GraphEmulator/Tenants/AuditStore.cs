using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The directory audits: events that were added one by one, and at most one log that makes its own.</summary>
internal sealed class AuditStore
{
    private MergedAuditLog? merged;

    public List<JsonObject> Events { get; } = [];

    public IAuditLog? Log { get; set; }

    /// <summary>Both together, by time. Asked for only when the tenant is built.</summary>
    public IAuditLog All => merged ??= new MergedAuditLog(Events, Log);

    public static DateTimeOffset TimeOf(JsonObject body) =>
        DateTimeOffset.Parse(body.Text("activityDateTime")!, CultureInfo.InvariantCulture);

    public AuditStore Clone()
    {
        var copy = new AuditStore { Log = Log };
        copy.Events.AddRange(Rows.Copy(Events));
        return copy;
    }
}
