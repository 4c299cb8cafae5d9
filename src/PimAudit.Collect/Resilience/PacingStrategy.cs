using Polly;

namespace PimAudit.Collect;

/// <summary>Lets a try begin when every service that it touches has room for it.</summary>
internal sealed class PacingStrategy(Pacer pacer) : ResilienceStrategy<HttpResponseMessage>
{
    public static readonly ResiliencePropertyKey<IReadOnlyList<RequestLoad>> Loads = new("loads");

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback,
        ResilienceContext context,
        TState state
    )
    {
        try
        {
            using var place = await pacer.AdmitAsync(context.Properties.GetValue(Loads, []), context.CancellationToken);
            return await callback(context, state);
        }
        catch (OperationCanceledException cancelled)
        {
            return Outcome.FromException<HttpResponseMessage>(cancelled);
        }
    }

    internal sealed class Options : ResilienceStrategyOptions;
}
