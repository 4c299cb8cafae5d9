namespace PimAudit.Collect;

/// <summary>How often one request was repeated, and how long it waited.</summary>
/// <param name="service">Who answers it: patience with a throttling service is shared.</param>
internal sealed class RetryState(GraphService service)
{
    public GraphService Service => service;
    public int Throttled { get; set; }
    public int Failed { get; set; }
    public TimeSpan Waited { get; set; }

    /// <summary>How often the whole list was begun anew, because an answer made no sense.</summary>
    public int Restarts { get; set; }

    /// <summary>A page arrived: the next one gets the whole patience again.</summary>
    public void Reset() => (Throttled, Failed, Waited) = (0, 0, TimeSpan.Zero);
}

/// <summary>What went wrong with one try.</summary>
/// <param name="Status">Null when no whole answer came.</param>
/// <param name="RetryAfter">What the answer asked to wait; null when it did not say.</param>
internal readonly record struct Trouble(int? Status, TimeSpan? RetryAfter = null)
{
    public bool IsThrottling => Status is 429;
}
