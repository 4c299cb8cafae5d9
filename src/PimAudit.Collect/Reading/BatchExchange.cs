using System.Globalization;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Sends up to twenty reads as one request. The outer status says nothing about the inner ones.</summary>
internal sealed class BatchExchange(GraphPipe pipe)
{
    public const int Most = 20;

    private readonly Uri address = new(pipe.Endpoint.Version.AbsoluteUri + "/$batch");

    /// <summary>Sends the next page of each trail. What is throttled or disturbed inside is repeated alone.</summary>
    /// <returns>Null, or why the batch as a whole came to nothing; the trails that it left are where they were.</returns>
    public async Task<ReadFailure?> SendAsync(IReadOnlyList<PageTrail> trails, CancellationToken cancellation)
    {
        var pending = trails;
        while (pending.Count > 0)
        {
            var batch = new BatchRead(new(SnapshotParts.None, "POST $batch", address) { Body = Body(pending) });
            var renewals = pipe.Renewals;
            if (await FailureOfAsync(batch, pending, cancellation) is { } whole)
                return whole;

            var renewal = new Lazy<Task<bool>>(() => pipe.RenewTokenAsync(renewals, cancellation).AsTask());
            var (again, wait) = await SettleAsync(batch, pending, renewal);
            if (again.Count > 0 && !await pipe.WaitAsync(wait, cancellation))
                return pipe.Limit.Missed(batch.Question);
            pending = again;
        }

        return null;
    }

    /// <summary>Gives each trail its answer.</summary>
    /// <param name="renewal">Signs in anew, once for the whole batch.</param>
    /// <returns>Those that are to be repeated, and how long to wait before.</returns>
    private async Task<(List<PageTrail> Again, TimeSpan Wait)> SettleAsync(
        BatchRead batch,
        IReadOnlyList<PageTrail> pending,
        Lazy<Task<bool>> renewal
    )
    {
        var again = new List<PageTrail>();
        var wait = TimeSpan.Zero;
        var isThrottled = false;
        foreach (var (at, trail) in pending.Index())
        {
            var answer = Inner(trail.Read, batch.Response(at));
            isThrottled |= answer.Failure is { HttpStatus: 429 } && trail.Load.Service is GraphService.Pim;
            if (await NextAsync(trail, answer, renewal) is { } asked)
            {
                wait = asked > wait ? asked : wait;
                again.Add(trail);
            }
            else if (MayBeAboutTheBatch(trail, answer) || HasLostItsToken(trail, answer))
                trail.LeavesBatch = true;
            else
                trail.Go(answer);
        }

        if (isThrottled)
            pipe.Resilience.Pim.Narrow();
        else if (pending.Any(trail => trail.Load.Service is GraphService.Pim))
            pipe.Resilience.Pim.Widen();
        return (again, wait);
    }

    /// <summary>
    /// A request that no batch takes is answered as if it were wrong. What a first page is not found for, or what a right or a
    /// licence is missing for, is an answer. One that was not answered at all is asked for alone as well.
    /// </summary>
    private static bool MayBeAboutTheBatch(PageTrail trail, Answer answer) =>
        answer.Failure is { Reason: not (MissingReason.Permission or MissingReason.Licence) } failure
        && (
            failure.HttpStatus is 400 or 405 or 501
            || (failure.HttpStatus is 404 && trail.IsFurther)
            || failure.IsUnanswered
        );

    /// <summary>There is no other token: no right is missing, and alone the request says so. A fresh token that is turned away is refused.</summary>
    private static bool HasLostItsToken(PageTrail trail, Answer answer) =>
        answer.Failure is { HttpStatus: 401 } && trail.Renewals < GraphConnection.MostRenewals;

    /// <summary>The batch was repeated already, so its status must not make anybody repeat what is in it.</summary>
    private async Task<ReadFailure?> FailureOfAsync(
        BatchRead batch,
        IReadOnlyList<PageTrail> trails,
        CancellationToken cancellation
    )
    {
        var loads = trails.Select(trail => trail.Load).ToList();
        var (_, failure) = await pipe.ExchangeAsync(batch, address, loads, cancellation);
        foreach (var trail in trails)
            trail.Read.Retries += batch.Retries;
        return failure is null ? null : failure with { HttpStatus = null };
    }

    /// <summary>How long to wait before the request is repeated; null when it is not.</summary>
    private async ValueTask<TimeSpan?> NextAsync(PageTrail trail, Answer answer, Lazy<Task<bool>> renewal)
    {
        if (answer.Failure is not { HttpStatus: { } status } failure)
        {
            if (answer.Failure is null)
                pipe.Resilience.Rules.Answered(trail.Load.Service);
            return null;
        }

        var wait = status is 401
            ? await RenewedAsync(trail, renewal)
            : pipe.Resilience.Rules.Next(trail.Read.Patience, new(status, failure.RetryAfter));
        if (wait is not null)
            trail.Read.Retries++;
        return wait;
    }

    /// <summary>A token may end between the batch and what is in it.</summary>
    private static async ValueTask<TimeSpan?> RenewedAsync(PageTrail trail, Lazy<Task<bool>> renewal)
    {
        if (trail.Renewals == GraphConnection.MostRenewals || !await renewal.Value)
            return null;

        trail.Renewals++;
        return TimeSpan.Zero;
    }

    private Answer Inner(GraphRead read, BatchResponse? response)
    {
        if (response is null)
            return new(Next: null, ReadFailure.Unanswered($"The batch holds no answer to {read.Question.Template}."));
        if (response.Status is < 200 or > 299)
            return new(Next: null, GraphError.Of(read.Asked, response.Status, response.Body, RetryAfter(response)));

        try
        {
            return new(read.Take(response.Body), Failure: null);
        }
        catch (JsonException failure)
        {
            return new(Next: null, GraphPipe.Unreadable(read.Question, failure));
        }
    }

    private TimeSpan? RetryAfter(BatchResponse response) =>
        response
            .Headers?.Where(header => string.Equals(header.Key, "Retry-After", StringComparison.OrdinalIgnoreCase))
            .Select(header => GraphError.RetryAfter(header.Value.ToString(), pipe.Resilience.Now))
            .FirstOrDefault();

    private byte[] Body(IReadOnlyList<PageTrail> trails)
    {
        var root = pipe.Endpoint.Version.AbsolutePath.Length;
        var requests = trails.Select(
            (trail, at) =>
                new BatchRequest(
                    at.ToString(CultureInfo.InvariantCulture),
                    "GET",
                    trail.Next!.PathAndQuery[root..],
                    trail.Read.Question.Eventual ? BatchRequest.EventualHeaders : null
                )
        );
        return JsonSerializer.SerializeToUtf8Bytes(new BatchRequests([.. requests]), GraphJson.Default.BatchRequests);
    }

    private sealed class BatchRead(GraphQuestion question) : GraphRead(question)
    {
        private readonly Dictionary<string, BatchResponse> responses = new(StringComparer.OrdinalIgnoreCase);

        public override int RowCount => responses.Count;

        public BatchResponse? Response(int at) =>
            responses.GetValueOrDefault(at.ToString(CultureInfo.InvariantCulture));

        protected override string? Read(ReadOnlySpan<byte> body)
        {
            var read = JsonSerializer.Deserialize(body, GraphJson.Default.BatchResponses);
            foreach (var response in read?.Responses ?? throw new JsonException("The batch has no responses."))
                responses.TryAdd(
                    (response ?? throw new JsonException("A response of the batch is null.")).Id,
                    response
                );
            return null;
        }

        protected override void Forget() => responses.Clear();
    }
}
