namespace PimAudit.GraphEmulator;

/// <summary>What one HTTP request and the inner requests that it carries share until it is answered.</summary>
internal sealed class Exchange
{
    /// <summary>Requests to PIM among them, which are under way until then.</summary>
    public int PimRequests { get; set; }

    /// <summary>How long the answer waits because of the slowest of them.</summary>
    public TimeSpan Delay { get; private set; }

    public void Wait(TimeSpan delay) => Delay = delay > Delay ? delay : Delay;
}
