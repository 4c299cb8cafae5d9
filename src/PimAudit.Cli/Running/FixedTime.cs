namespace PimAudit.Cli;

/// <summary>The sample tenant's present, so that its reports are the same on every day. Timers still run in real time.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
