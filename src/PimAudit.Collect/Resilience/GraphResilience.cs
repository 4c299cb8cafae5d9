using System.Text.Json;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PimAudit.Collect;

/// <summary>
/// The one policy by which requests are held back, given time and repeated. The SDK's own retry handler is taken out; inside
/// a batch, where no handler sees anything, the same <see cref="Rules"/> decide.
/// </summary>
internal sealed class GraphResilience
{
    private static readonly ResiliencePropertyKey<RetryState> State = new("state");
    private static readonly ResiliencePropertyKey<TimeSpan> Wait = new("wait");

    private readonly TimeProvider time;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    /// <param name="time">Every wait passes on this clock; how long the network may be silent is real time.</param>
    /// <param name="longestThrottle">As <see cref="CollectionOptions.MaxThrottleWait"/>.</param>
    /// <param name="pacer">Null: requests are sent as they come.</param>
    /// <param name="longestTry">A try that hangs longer, body included, has failed; null for 100 s.</param>
    public GraphResilience(TimeProvider time, TimeSpan longestThrottle, Pacer? pacer, TimeSpan? longestTry = null)
    {
        this.time = time;
        Rules = new(longestThrottle);
        Pim = pacer?.Pim ?? new();
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(Retrying());
        if (pacer is not null)
            builder.AddStrategy(_ => new PacingStrategy(pacer), new PacingStrategy.Options());
        pipeline = builder.AddPipeline(TimeLimit(longestTry ?? TimeSpan.FromSeconds(100))).Build();
    }

    public RetryRules Rules { get; }

    public PimWindow Pim { get; }

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Sends until it is answered or patience ends; the last answer or exception comes back.</summary>
    /// <param name="send">One try; its response holds the whole body.</param>
    public async Task<HttpResponseMessage> SendAsync(
        RetryState state,
        IReadOnlyList<RequestLoad> loads,
        Func<CancellationToken, ValueTask<HttpResponseMessage>> send,
        CancellationToken cancellation
    )
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            context.Properties.Set(State, state);
            context.Properties.Set(PacingStrategy.Loads, loads);
            return await pipeline.ExecuteAsync(static (at, send) => send(at.CancellationToken), context, send);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public Task WaitAsync(TimeSpan wait, CancellationToken cancellation) => Task.Delay(wait, time, cancellation);

    private HttpRetryStrategyOptions Retrying() =>
        new()
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = args => ValueTask.FromResult(IsRepeated(args)),
            DelayGenerator = args =>
                ValueTask.FromResult<TimeSpan?>(args.Context.Properties.GetValue(Wait, TimeSpan.Zero)),
        };

    private bool IsRepeated(RetryPredicateArguments<HttpResponseMessage> args)
    {
        if (TroubleOf(args.Outcome) is not { } trouble)
            return false;

        var wait = Rules.Next(args.Context.Properties.GetValue(State, null!), trouble);
        args.Context.Properties.Set(Wait, wait ?? TimeSpan.Zero);
        return wait is not null;
    }

    private Trouble? TroubleOf(Outcome<HttpResponseMessage> outcome) =>
        outcome switch
        {
            { Result: { IsSuccessStatusCode: false } answer } => new(
                (int)answer.StatusCode,
                GraphError.RetryAfter(answer.Headers.RetryAfter, Now)
            ),
            { Exception: HttpRequestException or IOException or TimeoutRejectedException or JsonException } => new(
                Status: null
            ),
            _ => null,
        };

    private static ResiliencePipeline<HttpResponseMessage> TimeLimit(TimeSpan longestTry) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = longestTry })
            .Build();
}
