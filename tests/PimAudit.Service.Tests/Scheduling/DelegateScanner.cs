using System.Collections.Concurrent;

namespace PimAudit.Service.Tests;

/// <summary>A scanner that does what a test says, and remembers what it was asked.</summary>
internal sealed class DelegateScanner(Func<DateTimeOffset, CancellationToken, Task<string?>> scan) : ITenantScanner
{
    private readonly ConcurrentQueue<(string Alias, DateTimeOffset Slot)> asked = new();

    public IReadOnlyCollection<(string Alias, DateTimeOffset Slot)> Asked => asked;

    public async Task<TenantOutcome> ScanAsync(string alias, DateTimeOffset? slot, CancellationToken cancellation)
    {
        asked.Enqueue((alias, slot!.Value));
        var whyNot = await scan(slot.Value, cancellation);
        return new(
            alias,
            Nightly.Tenant,
            Result: null,
            ExitCode: whyNot is null ? 0 : 4,
            Folder: null,
            whyNot,
            TimeSpan.Zero
        );
    }
}
