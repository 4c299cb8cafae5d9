namespace PimAudit.GraphEmulator;

/// <summary>What an answer looks like when something goes wrong.</summary>
public enum FaultKind
{
    /// <summary>403 with the body that the endpoint's service sends when consent is missing.</summary>
    Refused,

    /// <summary>400 with <c>AadPremiumLicenseRequired</c>.</summary>
    Unlicensed,

    /// <summary>500 without a code.</summary>
    ServerError,

    /// <summary>200 with JSON that ends in the middle; inside a batch a body without <c>value</c>.</summary>
    Truncated,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    Throttled,

    /// <summary>429 as Conditional Access sends it: without <c>Retry-After</c>.</summary>
    ThrottledWithoutRetryAfter,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>The connection is cut without an answer; inside a batch, where that cannot be, 504.</summary>
    ConnectionReset,

    /// <summary>The true answer, but its next page is said to be on another host.</summary>
    ForeignNextLink,

    /// <summary>The true answer, but its next page is said to be itself.</summary>
    RepeatedNextLink,

    /// <summary>The true answer, but its next page is said to be on another port of the host.</summary>
    ForeignPort,

    /// <summary>The true answer, but its next page is said to be behind another scheme.</summary>
    ForeignScheme,

    /// <summary>503, with <c>Retry-After</c> if the fault has one.</summary>
    ServiceUnavailable,

    /// <summary>504.</summary>
    GatewayTimeout,

    /// <summary>The true answer after <see cref="EmulatorFault.Delay"/>; a batch waits for its slowest inner request.</summary>
    Slow,

    /// <summary>The true answer, but the first row of the list, or the object, has no id or a number as id.</summary>
    MalformedEntity,

    /// <summary>The batch leaves the answer out. Outer requests are not hit.</summary>
    LostInnerAnswer,

    /// <summary>401, and the bearer token of the request is dead from then on.</summary>
    TokenExpired,
}

/// <summary>Something that goes wrong for matching requests, the inner ones of a batch included.</summary>
/// <param name="PathPattern">
/// Regular expression, ignoring case, searched in the unescaped path and query with version, such as
/// <c>/v1.0/groups?$filter=isAssignableToRole eq true</c>; an inner request reads the same as an outer one.
/// </param>
/// <param name="Kind">What happens.</param>
/// <param name="Times">How many requests are hit before the fault is used up.</param>
public sealed record EmulatorFault(string PathPattern, FaultKind Kind, int Times = int.MaxValue)
{
    /// <summary>
    /// Header of <see cref="FaultKind.Throttled"/> and <see cref="FaultKind.ServiceUnavailable"/>: seconds, or an HTTP date;
    /// null for none.
    /// </summary>
    public string? RetryAfter { get; init; } = "1";

    /// <summary>Of <see cref="FaultKind.Slow"/>, on the clock of <see cref="EmulatorOptions.Time"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of <see cref="FaultKind.MalformedEntity"/>: the id becomes a number; else it is left out.</summary>
    public bool WrongType { get; init; }
}

/// <summary>The tenant changes while it is read, as when replicas catch up.</summary>
/// <param name="PathPattern">As of a fault. The first request that matches is the last that sees the tenant before it.</param>
/// <param name="Tenant">What is served from then on; with the same id.</param>
public sealed record TenantChange(string PathPattern, EmulatedTenant Tenant);

/// <summary>A request as the emulator saw it.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="PathAndQuery">Unescaped, with version.</param>
/// <param name="IsInner">Part of a <c>$batch</c>.</param>
/// <param name="Status">Status of the answer; 0 when the connection was cut.</param>
public sealed record RecordedRequest(string Method, string PathAndQuery, bool IsInner, int Status);
