using System.Collections.Immutable;

namespace PimAudit.Service;

/// <summary>Where the scheduler keeps what is due.</summary>
/// <param name="IsPostgreSql">Several nodes share the schedule; else a SQLite file of one node.</param>
/// <param name="ConnectionString">May hold a password: never printed.</param>
public sealed record ScheduleStore(bool IsPostgreSql, string ConnectionString);

/// <summary>How a node works.</summary>
/// <param name="Node">Its name; no two living nodes share one.</param>
public sealed record ServiceOptions(string Node, ScheduleStore Store)
{
    /// <summary>Scans at a time on this node.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How late a scan may be, beyond jitter and time limit, before it counts as missed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What scans that run when the service stops may still take.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A node that says nothing for so long has lost its scans.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a node of a cluster tells the others that it lives.</summary>
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Waits before further attempts at a scan that failed.</summary>
    public ImmutableArray<TimeSpan> Backoff { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>How often the watchdog looks for scans that are overdue.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whose claims are this process's: another process of the same name is somebody else.</summary>
    internal string Owner { get; } = $"{Node}/{Guid.NewGuid():N}"[..(Node.Length + 9)];
}
