using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Decides who has to wait. A request that is refused costs nothing.</summary>
internal sealed class ThrottleBoard(GraphLimits limits, int users, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly TokenBucket? identity = limits.IdentityUnits is { } units
        ? new TokenBucket(units == GraphLimits.TenantSizeUnits ? UnitsFor(users) : units, time.GetUtcNow())
        : null;
    private readonly SlidingWindow? reports = Window(limits.Reports, TimeSpan.FromSeconds(10));
    private readonly SlidingWindow? conditionalAccess = Window(limits.ConditionalAccess, TimeSpan.FromSeconds(1));
    private int pimUnderWay;

    /// <summary>Lets the request in and charges it.</summary>
    public Admission Admit(GraphRequest request)
    {
        if (request.Segments is [] or ["$batch"])
            return Admission.Free;
        var now = time.GetUtcNow();
        lock (gate)
        {
            return Permissions.For(request).Service switch
            {
                GraphServiceKind.Reports => Of(reports?.Take(now), tellsWhen: true),
                GraphServiceKind.ConditionalAccess => Of(conditionalAccess?.Take(now), tellsWhen: false),
                GraphServiceKind.Pim => Pim(request.Exchange),
                GraphServiceKind.Directory when identity is not null => Identity(
                    identity,
                    ResourceUnits.Of(request),
                    now
                ),
                _ => Admission.Free,
            };
        }
    }

    /// <summary>The requests of the exchange are no longer under way; said again, it changes nothing.</summary>
    public void Leave(Exchange exchange)
    {
        lock (gate)
        {
            pimUnderWay -= exchange.PimRequests;
            exchange.PimRequests = 0;
        }
    }

    private static Admission Identity(TokenBucket bucket, int units, DateTimeOffset now)
    {
        var wait = bucket.Take(units, now);
        var share = bucket.Used;
        List<(string, string)> headers = [("x-ms-resource-unit", units.ToString(CultureInfo.InvariantCulture))];
        if (share >= 0.8)
            headers.Add(("x-ms-throttle-limit-percentage", share.ToString("0.0#", CultureInfo.InvariantCulture)));
        return Of(wait, tellsWhen: true) with { Headers = headers };
    }

    private Admission Pim(Exchange exchange)
    {
        if (pimUnderWay >= limits.PimUnderWay)
            return Of(TimeSpan.FromSeconds(1), tellsWhen: true);
        pimUnderWay++;
        exchange.PimRequests++;
        return Admission.Free;
    }

    private static Admission Of(TimeSpan? wait, bool tellsWhen) =>
        wait is not { } left || left <= TimeSpan.Zero
            ? Admission.Free
            : new Admission(
                GraphErrors.TooMany(
                    tellsWhen ? Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null
                ),
                []
            );

    private static SlidingWindow? Window(int? most, TimeSpan length) =>
        most is { } number ? new SlidingWindow(number, length) : null;

    private static int UnitsFor(int users) =>
        users switch
        {
            < 50 => 3_500,
            <= 500 => 5_000,
            _ => 8_000,
        };
}

/// <summary>What the limits say of a request.</summary>
/// <param name="Refusal">429; null when the request may go on.</param>
/// <param name="Headers">Told with the answer, whatever it is.</param>
internal sealed record Admission(GraphAnswer? Refusal, IReadOnlyList<(string Name, string Value)> Headers)
{
    public static Admission Free { get; } = new(Refusal: null, []);
}
