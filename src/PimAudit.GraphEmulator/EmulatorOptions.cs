namespace PimAudit.GraphEmulator;

/// <summary>How the emulator behaves; which tenant it serves is said by <see cref="EmulatedTenant"/>.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The bearer token that is accepted; null means <c>emulator-{tenantId}</c>. If it is a JWT with
    /// <c>roles</c> or <c>scp</c>, as <see cref="EmulatorToken"/> makes them, every path demands its permission; any other
    /// token may read everything except hidden memberships.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>Further tokens that are accepted, as after a renewal.</summary>
    public IReadOnlyList<string> MoreAccessTokens { get; init; } = [];

    /// <summary>Rows of a page where the request does not say <c>$top</c>.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>No page is longer, whatever <c>$top</c> asks for.</summary>
    public int LongestPage { get; init; } = 1000;

    /// <summary>Every list that has a second page begins with an empty first one, as Graph is free to do.</summary>
    public bool EmptyFirstPages { get; init; }

    /// <summary>What goes wrong; the first fault that matches and is not used up decides.</summary>
    public IReadOnlyList<EmulatorFault> Faults { get; init; } = [];

    /// <summary>What goes wrong now and then besides; null for nothing.</summary>
    public FaultMix? FaultMix { get; init; }

    /// <summary>How the tenant changes under the reader's hands; each happens once, in this order.</summary>
    public IReadOnlyList<TenantChange> Changes { get; init; } = [];

    /// <summary>Wait before each answer, on the clock of <see cref="Time"/>.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>When the services answer 429, on the clock of <see cref="Time"/>; null for never.</summary>
    public GraphLimits? Limits { get; init; }

    /// <summary>
    /// Keeps <see cref="GraphEmulatorServer.Requests"/>, which grows with every request; counters are kept in any case.
    /// </summary>
    public bool RecordRequests { get; init; } = true;

    /// <summary>The clock of waits and limits. What the tenant holds does not depend on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
