using Microsoft.Kiota.Abstractions;

namespace PimAudit.Collect;

/// <summary>One small request, timed: is Graph there, how far away is it, and what time is it there?</summary>
/// <param name="ClockSkew">Positive when Graph's clock is ahead; null when the answer carried no date.</param>
internal sealed record Reach(TimeSpan Latency, TimeSpan? ClockSkew)
{
    private const int MostTries = 2;
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(30);

    /// <exception cref="GraphUnreachableException">Nobody answered, twice.</exception>
    public static async Task<Reach> MeasureAsync(
        GraphConnection connection,
        GraphQuestion question,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        for (var number = 1; ; number++)
            try
            {
                return await TryAsync(connection, question, time, cancellation);
            }
            catch (Exception failure)
                when (failure
                        is HttpRequestException
                            or IOException
                            or IncompleteBodyException
                            or OperationCanceledException
                    && !cancellation.IsCancellationRequested
                )
            {
                if (number == MostTries)
                    throw new GraphUnreachableException(connection.Endpoint.Origin, Reason(failure));
            }
    }

    private static async Task<Reach> TryAsync(
        GraphConnection connection,
        GraphQuestion question,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestTry);
        var asked = time.GetUtcNow();
        var start = time.GetTimestamp();
        using var response = await connection.SendAsync(
            () => new RequestInformation { HttpMethod = Method.GET, URI = question.Address },
            patience.Token
        );
        var took = time.GetElapsedTime(start);
        return new(took, response.Headers.Date is { } date ? date - (asked + (took / 2)) : null);
    }

    private static string Reason(Exception failure) =>
        failure is OperationCanceledException
            ? "It was silent for 30 seconds."
            : GraphError.OneLine((failure.InnerException ?? failure).Message) + ".";
}
