using System.Collections.Concurrent;

namespace PimAudit.Service.Tests;

/// <summary>Remembers what it was told.</summary>
internal sealed class ToldAlarms : IScheduleAlarm
{
    private readonly ConcurrentQueue<string> told = new();

    public IEnumerable<string> Told => told;

    /// <summary>Nobody can be reached.</summary>
    public bool IsDeaf { get; set; }

    public Task MissedAsync(TenantSchedule schedule, DateTimeOffset slot, string why, CancellationToken cancellation) =>
        Tell($"missed {schedule.Alias} {slot:yyyy-MM-dd HH:mm}: {why}");

    public Task FailedAsync(TenantSchedule schedule, DateTimeOffset slot, string why, CancellationToken cancellation) =>
        Tell($"failed {schedule.Alias} {slot:yyyy-MM-dd HH:mm}: {why}");

    private Task Tell(string what)
    {
        if (IsDeaf)
            return Task.FromException(new IOException("Nobody listens."));
        told.Enqueue(what);
        return Task.CompletedTask;
    }
}
