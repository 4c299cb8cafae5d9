namespace PimAudit.Collect;

/// <summary>Holds requests back so that Graph has no reason to throttle them.</summary>
/// <param name="time">All waits pass on this clock.</param>
/// <remarks>
/// Source: "Microsoft Graph service-specific throttling limits": reports 5 requests in 10 s, Conditional Access 1 in 1 s for
/// all applications together, identity 3,500 resource units in 10 s for the smallest tenants.
/// </remarks>
internal sealed class Pacer(TimeProvider time)
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    private readonly WindowLimit reports = new(most: 5, TenSeconds, time);
    private readonly WindowLimit conditionalAccess = new(most: 1, TimeSpan.FromSeconds(1), time);
    private readonly WindowLimit identity = new(most: 3500, TenSeconds, time);

    public PimWindow Pim { get; } = new();

    /// <summary>Waits until every service that the exchange touches has room for it.</summary>
    /// <param name="loads">Of the request, or of each request of a batch.</param>
    /// <returns>To be disposed of when the answer has come.</returns>
    public async ValueTask<IDisposable> AdmitAsync(IReadOnlyList<RequestLoad> loads, CancellationToken cancellation)
    {
        var places = new Places();
        try
        {
            foreach (var service in loads.GroupBy(load => load.Service).OrderBy(group => group.Key))
                places.Add(await EnterAsync(service.Key, service.Sum(load => load.Units), cancellation));
            return places;
        }
        catch
        {
            places.Dispose();
            throw;
        }
    }

    private ValueTask<IDisposable> EnterAsync(GraphService service, int units, CancellationToken cancellation) =>
        service switch
        {
            GraphService.Reports => reports.EnterAsync(units, cancellation),
            GraphService.ConditionalAccess => conditionalAccess.EnterAsync(units, cancellation),
            GraphService.Pim => Pim.EnterAsync(units, cancellation),
            _ => identity.EnterAsync(units, cancellation),
        };

    private sealed class Places : IDisposable
    {
        private readonly List<IDisposable> places = [];

        public void Add(IDisposable place) => places.Add(place);

        public void Dispose() => places.ForEach(place => place.Dispose());
    }
}
