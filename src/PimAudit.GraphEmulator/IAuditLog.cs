using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Directory audit events that are made when they are asked for, so that millions of them take no room.</summary>
/// <remarks>The same index always means the same event; requests may ask at the same time.</remarks>
public interface IAuditLog
{
    /// <summary>Events in the log; indexes run from 0 to one less.</summary>
    long Count { get; }

    /// <summary>When the event happened, UTC; never before the event of a smaller index.</summary>
    DateTimeOffset TimeOf(long index);

    /// <summary>A fresh body of a <c>directoryAudit</c> whose <c>activityDateTime</c> is <see cref="TimeOf"/>.</summary>
    JsonObject Body(long index);
}
