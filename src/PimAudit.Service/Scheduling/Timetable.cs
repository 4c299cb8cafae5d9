using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PimAudit.Service;

/// <summary>When a tenant is due, begun and overdue. A slot is a time of the schedule, UTC.</summary>
internal sealed class Timetable(TenantSchedule schedule)
{
    /// <summary>So many times its limit a scan may take that does not end by itself.</summary>
    public const int HardLimit = 2;

    private readonly CronTimes times = CronTimes.Of(schedule);

    public TenantSchedule Schedule => schedule;

    /// <summary>The scan may begin: a point within the jitter that depends on tenant and slot alone.</summary>
    public DateTimeOffset StartOf(DateTimeOffset slot)
    {
        var most = (ulong)schedule.Jitter.TotalSeconds;
        Span<byte> what = stackalloc byte[24];
        schedule.Tenant.TryWriteBytes(what);
        BinaryPrimitives.WriteInt64BigEndian(what[16..], slot.ToUnixTimeSeconds());
        var chance = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(what));
        return slot.AddSeconds(chance % (most + 1));
    }

    /// <summary>From here on the scan is late: it could have begun at the end of the jitter and taken all its time.</summary>
    public DateTimeOffset LateAt(DateTimeOffset slot) => slot + schedule.Jitter + schedule.TimeLimit;

    public DateTimeOffset? After(DateTimeOffset time) => times.After(time);

    /// <summary>A newer slot is due: this one is scanned no more.</summary>
    public bool IsSuperseded(DateTimeOffset slot, DateTimeOffset now) => times.After(slot) <= now;

    /// <summary>Slots later than <paramref name="since"/> that are late by the grace and more; newest first, so many at most.</summary>
    public ImmutableArray<DateTimeOffset> Overdue(DateTimeOffset since, DateTimeOffset now, TimeSpan grace, int most)
    {
        var overdue = ImmutableArray.CreateBuilder<DateTimeOffset>();
        var end = now - grace - schedule.TimeLimit - schedule.Jitter;
        var slot = times.Before(end.AddTicks(1));
        while (slot > since && overdue.Count < most)
        {
            overdue.Add(slot.Value);
            slot = times.Before(slot.Value);
        }

        return overdue.ToImmutable();
    }
}
